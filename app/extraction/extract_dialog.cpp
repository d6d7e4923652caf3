#include "app/extraction/extract_dialog.h"

#include "app/extraction/extract_progress_page.h"
#include "widgets/base/guide_page.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace app {

ExtractDialog::ExtractDialog(Tasks& tasks, const QString& programs, const Beginning& beginning,
                             QWidget* parent)
    : QDialog(parent)
    , m_isAgain(!beginning.folder.isEmpty())
    , m_edited(beginning.edited)
    , m_run(tasks, programs, this)
    , m_pages(new QStackedWidget(this))
    , m_choice(new ExtractChoicePage(tasks, beginning, this))
    , m_progress(new ExtractProgressPage(m_isAgain, this))
{
    widgets::setGuidePage(*this, "own-recordings");
    setObjectName(QStringLiteral("extractDialog"));
    setWindowTitle(m_isAgain ? tr("Sequences") : tr("New dataset from videos"));
    setAcceptDrops(true);
    m_pages->addWidget(m_choice);
    m_pages->addWidget(m_progress);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    const int line = fontMetrics().height();
    const QSize most = parent ? parent->size() : QSize(line * 90, line * 50);
    resize(std::min(line * 84, most.width()), std::min(line * 48, most.height()));
    connectPages();
}

void ExtractDialog::connectPages()
{
    connect(&m_run, &ExtractionRun::changed, this, &ExtractDialog::follow);
    connect(m_choice, &ExtractChoicePage::startWished, this, &ExtractDialog::start);
    connect(m_choice, &ExtractChoicePage::cancelWished, this, &ExtractDialog::reject);
    connect(m_progress, &ExtractProgressPage::stopWished, &m_run, &ExtractionRun::stop);
    connect(m_progress, &ExtractProgressPage::goOnWished, this,
            &ExtractDialog::start); // what is done is not done again
    // A person may give those that failed another transcript, or leave out what cannot be made of them.
    connect(m_progress, &ExtractProgressPage::retryWished, this, [this](const QStringList& names) {
        m_pages->setCurrentWidget(m_choice);
        m_choice->tickOnly(names);
    });
    connect(m_progress, &ExtractProgressPage::closeWished, this, &ExtractDialog::reject);
    connect(m_progress, &ExtractProgressPage::openWished, this, [this] {
        if (!m_isAgain) // else it is shown already
            emit datasetWished(list());
        accept();
    });
    connect(m_progress, &ExtractProgressPage::reportCopied, this,
            [this] { emit message(tr("The report is on the clipboard.")); });
    connect(m_progress, &ExtractProgressPage::ended, this, &ExtractDialog::message);
}

QString ExtractDialog::list() const
{
    return QDir(m_choice->folder()).filePath(QStringLiteral("dataset.json"));
}

void ExtractDialog::start()
{
    m_choice->setLicenceSeen();
    m_pages->setCurrentWidget(m_progress);
    m_begun = std::filesystem::file_time_type::clock::now();
    m_isReady = false;
    const QStringList files = m_choice->files();
    m_progress->begin(files, m_choice->chosen());
    std::function<void()> before; // the words as they are edited, in files
    if (m_choice->hasEdited()) {
        QStringList names;
        for (const QString& file : files)
            names << QFileInfo(file).completeBaseName();
        before = [edited = m_edited, names, folder = editedTranscriptFolder(m_choice->folder())] {
            writeTranscripts(edited, names, folder);
        };
    }
    m_run.start(m_choice->arguments(), before);
}

void ExtractDialog::follow(const ExtractionState& state)
{
    const bool isDone = state.isOver && !state.wasStopped && state.problem.isEmpty();
    if ((state.isReady || isDone) && !m_isAgain && !std::exchange(m_isReady, true))
        emit datasetReady(list());
    m_progress->showState(state);
    if (isDone) // whoever shows it reads it again
        emit datasetGrown(list(), m_begun);
}

void ExtractDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && m_pages->currentWidget() == m_choice)
        event->acceptProposedAction();
}

void ExtractDialog::dropEvent(QDropEvent* event)
{
    QStringList files;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    if (!files.isEmpty())
        m_choice->add(files);
}

/// While it runs the dialog only hides: it is shown again by the same command.
void ExtractDialog::reject()
{
    if (m_run.isRunning())
        hide();
    else
        QDialog::reject();
}

}
