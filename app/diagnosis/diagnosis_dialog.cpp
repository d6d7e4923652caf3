#include "app/diagnosis/diagnosis_dialog.h"

#include "app/crashes/crash_notes.h"
#include "app/files/file_questions.h"
#include "engine/core/text_file.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/muted_label.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <utility>

namespace app {

namespace {

using Subject = DiagnosisChapter::Subject;

QString shownTitle(Subject subject)
{
    switch (subject) {
    case Subject::Program:
        return DiagnosisDialog::tr("Program");
    case Subject::System:
        return DiagnosisDialog::tr("System");
    case Subject::Screen:
        return DiagnosisDialog::tr("Screen");
    case Subject::Programs:
        return DiagnosisDialog::tr("Programs and parts");
    case Subject::Libraries:
        return DiagnosisDialog::tr("Libraries");
    case Subject::Confinement:
        return DiagnosisDialog::tr("Confinement");
    case Subject::Settings:
        return DiagnosisDialog::tr("Settings");
    case Subject::Messages:
        return DiagnosisDialog::tr("Messages");
    case Subject::Crashes:
        return DiagnosisDialog::tr("Crash notes");
    }
    return {};
}

}

DiagnosisDialog::DiagnosisDialog(DiagnosisOfWindow window, QWidget* parent)
    : QDialog(parent)
    , m_window(std::move(window))
    , m_chapters(new QListWidget(this))
    , m_text(new QPlainTextEdit(this))
    , m_delete(new QPushButton(tr("&Delete crash notes"), this))
    , m_copy(new QPushButton(tr("&Copy"), this))
    , m_save(new QPushButton(tr("&Save…"), this))
{
    widgets::setGuidePage(*this, "first-steps");
    setObjectName(QStringLiteral("diagnosis"));
    setWindowTitle(tr("Diagnosis"));
    const int letter = fontMetrics().horizontalAdvance(QLatin1Char('n'));
    resize(QSize(letter * 120, fontMetrics().height() * 38).boundedTo(screen()->availableSize() * 0.9));
    auto* note = widgets::mutedLabel(QStringLiteral("diagnosisNote"), this);
    note->setText(
        tr("For those whom you ask for help. It has no data, and no names of files and people. Nothing is "
           "sent: read it, then copy or save it."));
    m_chapters->setObjectName(QStringLiteral("diagnosisChapters"));
    m_chapters->setAccessibleName(tr("Chapters"));
    m_chapters->setFrameShape(QFrame::NoFrame);
    m_chapters->setSpacing(2);
    m_chapters->setFixedWidth(letter * 28);
    m_chapters->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setObjectName(QStringLiteral("diagnosisText"));
    m_text->setAccessibleName(tr("Chapter"));
    m_text->setReadOnly(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setPlaceholderText(tr("The system and the other programs are asked…"));
    m_delete->setObjectName(QStringLiteral("deleteCrashNotes"));
    m_copy->setObjectName(QStringLiteral("copyDiagnosis"));
    m_save->setObjectName(QStringLiteral("saveDiagnosis"));
    auto* close = new QPushButton(tr("Close"), this);
    for (QPushButton* button : {m_delete, m_copy, m_save, close})
        button->setAutoDefault(false);
    connect(m_chapters, &QListWidget::currentRowChanged, this, &DiagnosisDialog::showChosen);
    connect(m_delete, &QPushButton::clicked, this, &DiagnosisDialog::deleteNotes);
    connect(m_copy, &QPushButton::clicked, this, &DiagnosisDialog::copy);
    connect(m_save, &QPushButton::clicked, this, &DiagnosisDialog::save);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* middle = new QHBoxLayout;
    middle->addWidget(m_chapters);
    middle->addWidget(m_text, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_delete);
    buttons->addStretch(1);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    buttons->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(note);
    layout->addLayout(middle, 1);
    layout->addLayout(buttons);
    look();
}

void DiagnosisDialog::showChapter(Subject subject)
{
    m_wished = subject;
    for (std::size_t i = 0; i < m_diagnosis.size(); ++i) {
        if (m_diagnosis[i].subject == subject)
            m_chapters->setCurrentRow(static_cast<int>(i));
    }
}

QString DiagnosisDialog::text() const
{
    return textOf(m_diagnosis);
}

void DiagnosisDialog::look()
{
    for (QPushButton* button : {m_delete, m_copy, m_save})
        button->setEnabled(false);
    m_looking.start(
        tr("Diagnosis"), [window = m_window](const TaskRun& run) { return diagnosed(window, run.stop); },
        [this](const Diagnosis& diagnosis) { show(diagnosis); });
}

void DiagnosisDialog::show(const Diagnosis& diagnosis)
{
    m_diagnosis = diagnosis;
    m_chapters->clear();
    for (const DiagnosisChapter& chapter : diagnosis) {
        m_chapters->addItem(shownTitle(chapter.subject));
        if (chapter.subject == Subject::Crashes)
            m_delete->setEnabled(!chapter.isEmpty);
    }
    m_copy->setEnabled(true);
    m_save->setEnabled(true);
    showChapter(m_wished);
}

void DiagnosisDialog::showChosen()
{
    const int row = m_chapters->currentRow();
    if (row >= 0 && row < static_cast<int>(m_diagnosis.size()))
        m_text->setPlainText(m_diagnosis[static_cast<std::size_t>(row)].text);
}

void DiagnosisDialog::copy() const
{
    QGuiApplication::clipboard()->setText(text());
}

void DiagnosisDialog::save()
{
    const QString file = askForNewFile(this, {"diagnosis", tr("Save the diagnosis"), tr("Text (*.txt)")},
                                       QStringLiteral("polylogue-diagnosis.txt"), QStringLiteral("txt"));
    if (file.isEmpty())
        return;
    m_writing.start(
        tr("Diagnosis"),
        [path = std::filesystem::path(file.toStdString()), said = text().toStdString()](const TaskRun&) {
            engine::writeTextFile(path, said).commit();
        },
        [this, file](const Outcome<std::monostate>& outcome) {
            if (const auto* failure = std::get_if<Failed>(&outcome))
                emit notSaved(failure->sentence);
            else
                emit saved(file);
        });
}

void DiagnosisDialog::deleteNotes()
{
    m_wished = Subject::Crashes;
    m_delete->setEnabled(false);
    m_writing.start(
        tr("Diagnosis"), [folder = m_window.crashes](const TaskRun&) { CrashNotes(folder).forget(); },
        [this](const Outcome<std::monostate>&) { look(); });
}

}
