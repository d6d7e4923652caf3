#include "app/window/status_line.h"

#include "app/alignment/alignment.h"
#include "app/document/document.h"
#include "app/models_client/models_client.h"
#include "app/project/project.h"
#include "app/tasks/tasks.h"
#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"

#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QTimer>
#include <QToolButton>

namespace app {

namespace {

constexpr int kCoverageDelayMs = 200;
constexpr int kAgeMs = 1000;
constexpr int kWidestName = 320; // pixels of a model's name

/// “saved 2 s ago”. @param milliseconds  nothing: nothing was written yet
QString age(std::optional<qint64> milliseconds)
{
    if (!milliseconds)
        return StatusLine::tr("● nothing changed");
    const qint64 seconds = *milliseconds / 1000;
    if (seconds < 2)
        return StatusLine::tr("● saved");
    if (seconds < 60)
        return StatusLine::tr("● saved %1 s ago").arg(seconds);
    if (seconds < 3600)
        return StatusLine::tr("● saved %1 min ago").arg(seconds / 60);
    const QTime then = QDateTime::currentDateTime().addSecs(-seconds).time();
    return StatusLine::tr("● saved at %1").arg(QLocale().toString(then, QLocale::ShortFormat));
}

QLabel* part(const QString& objectName, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(objectName);
    return label;
}

}

StatusLine::StatusLine(Document& document, Project& project, ModelsClient& modelsClient, Alignment& alignment,
                       Tasks& tasks, QWidget* parent)
    : QStatusBar(parent)
    , m_document(document)
    , m_project(project)
    , m_modelsClient(modelsClient)
    , m_alignment(alignment)
    , m_tasks(tasks)
    , m_saved(part(QStringLiteral("saveState"), this))
    , m_coverage(part(QStringLiteral("coverage"), this))
    , m_model(part(QStringLiteral("modelState"), this))
    , m_messages(new QToolButton(this))
    , m_task(part(QStringLiteral("task"), this))
    , m_progress(new QProgressBar(this))
    , m_stop(new QToolButton(this))
    , m_ageTimer(new QTimer(this))
    , m_coverageTimer(new QTimer(this))
{
    setSizeGripEnabled(false);
    m_messages->setObjectName(QStringLiteral("messageCount"));
    m_messages->setAutoRaise(true);
    m_messages->setMaximumWidth(700);
    m_progress->setObjectName(QStringLiteral("jobProgress"));
    m_progress->setFixedWidth(120);
    m_progress->setFixedHeight(6);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the work in the background"));
    m_progress->setRange(0, 1000);
    m_stop->setObjectName(QStringLiteral("stopTask"));
    m_stop->setText(tr("Stop"));
    m_stop->setAutoRaise(true);
    for (QWidget* widget : {static_cast<QWidget*>(m_saved), static_cast<QWidget*>(m_coverage),
                            static_cast<QWidget*>(m_model), static_cast<QWidget*>(m_messages)})
        addWidget(widget);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_task), static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_stop)})
        addPermanentWidget(widget);

    connect(m_messages, &QToolButton::clicked, this, &StatusLine::messagesClicked);
    connect(&project, &Project::saveStateChanged, this, &StatusLine::showSaved);
    connect(m_ageTimer, &QTimer::timeout, this, &StatusLine::showSaved);
    m_ageTimer->start(kAgeMs);
    connect(m_stop, &QToolButton::clicked, &tasks, [this] {
        if (m_shown)
            m_shown->stop();
        else if (m_tasks.isIdle() && !m_tasks.detached().empty())
            m_tasks.detached().front().stop();
    });
    connect(&tasks, &Tasks::changed, this, &StatusLine::showTasks);
    connect(&document, &Document::videoChanged, this, &StatusLine::showCoverage);
    connect(&document, &Document::wordsChanged, m_coverageTimer, qOverload<>(&QTimer::start));
    m_coverageTimer->setSingleShot(true);
    m_coverageTimer->setInterval(kCoverageDelayMs);
    connect(&alignment, &Alignment::appliedChanged, m_coverageTimer, qOverload<>(&QTimer::start));
    connect(m_coverageTimer, &QTimer::timeout, this, &StatusLine::showCoverage);
    connect(&modelsClient, &ModelsClient::stateChanged, this, &StatusLine::showModel);
    connect(&modelsClient, &ModelsClient::answered, this,
            [this](const engine::Prediction&, double milliseconds) {
                m_latency = milliseconds;
                showModel();
            });
    setMessages(0, {});
    showSaved();
    showCoverage();
    showModel();
    showTasks();
}

/// “saved” only when the disk has it.
void StatusLine::showSaved()
{
    const widgets::Theme& theme = widgets::themeOf(palette());
    const ProjectWriter* writer = m_project.writer();
    QString colour;
    if (!writer) {
        const bool readOnly = !m_document.whyReadOnly().isEmpty();
        m_saved->setText(readOnly ? tr("● read-only") : QString());
        m_saved->setToolTip(m_document.whyReadOnly());
        colour = theme.attention.name();
    } else if (writer->state() == ProjectWriter::State::Failed) {
        m_saved->setText(tr("● not saved: %1").arg(writer->failure()));
        m_saved->setToolTip(tr("The edits are kept and written as soon as it is possible again."));
        colour = theme.attention.name();
    } else if (writer->state() == ProjectWriter::State::Saving) {
        m_saved->setText(tr("● saving…"));
        colour = theme.language.name();
    } else {
        m_saved->setText(age(writer->sinceSaved()));
        m_saved->setToolTip(QString::fromStdString(writer->path().string()));
        colour = theme.sound.name();
    }
    m_saved->setVisible(!m_saved->text().isEmpty());
    m_saved->setStyleSheet(QStringLiteral("color: %1").arg(colour));
}

/// Words that received rows of both frame sequences, of all words of the video; nothing where it has none.
void StatusLine::showCoverage()
{
    const bool isKnown = m_document.hasVideo() && !m_document.words().intervals.empty()
        && m_document.video()
               .wordFeatures->hasFrames(); // without any there is nothing that words could receive
    m_coverage->setVisible(isKnown);
    if (!isKnown) {
        m_coverage->clear();
        return;
    }
    const auto covered = m_document.video().wordFeatures->coveredWords(m_document.words().intervals);
    QString text
        = tr("alignment %1 % covered")
              .arg(widgets::shownNumber(100.0 * static_cast<double>(covered)
                                            / static_cast<double>(m_document.words().intervals.size()),
                                        1, 'f'));
    if (const int imputed = imputedRows(); imputed > 0)
        text = QStringLiteral("%1 · %2").arg(text, tr("%n row(s) imputed", nullptr, imputed));
    m_coverage->setText(text);
    m_coverage->setToolTip(tr("%1 of %2 words receive rows of every frame sequence.")
                               .arg(covered)
                               .arg(m_document.words().intervals.size()));
}

/// Of the recipe that is applied to the video.
int StatusLine::imputedRows() const
{
    const AlignmentPreview::Result* result
        = m_alignment.applied() ? m_alignment.appliedPreview().result() : nullptr;
    std::ptrdiff_t imputed = 0;
    if (result && result->video == m_document.video().id) {
        for (const AlignmentPreview::Sequence& sequence : result->sequences)
            imputed += std::ranges::count_if(
                sequence.rows.marks, [](engine::FillMark mark) { return mark != engine::FillMark::None; });
    }
    return static_cast<int>(imputed);
}

void StatusLine::showModel()
{
    const ModelsClient& client = m_modelsClient;
    const QString fullName = client.model() ? QString::fromStdString(client.model()->name) : QString();
    const QString name = m_model->fontMetrics().elidedText(fullName, Qt::ElideRight, kWidestName);
    switch (client.state()) {
    case ModelsClient::State::Stopped:
        m_model->setText(tr("no model"));
        break;
    case ModelsClient::State::Starting:
        m_model->setText(tr("model is loading…"));
        break;
    case ModelsClient::State::Lost:
        m_model->setText(tr("model is being restarted…"));
        break;
    case ModelsClient::State::Ready:
        m_model->setText(
            m_latency >= 0 ? tr("%1 · %2 ms").arg(name).arg(widgets::shownNumber(m_latency, 1, 'f')) : name);
        m_model->setToolTip(fullName);
        break;
    }
}

void StatusLine::setMessages(int count, const QString& last)
{
    m_messages->setVisible(count > 0);
    m_messages->setText(tr("%n message(s)", nullptr, count));
    m_messages->setToolTip(tr("The last one: %1\nA click shows all of them.").arg(last));
}

void StatusLine::showTasks()
{
    QStringList titles;
    for (const Task* task : m_tasks.running())
        titles << task->title();
    for (const DetachedProgram& program : m_tasks.detached())
        titles << program.title;
    for (QWidget* widget :
         {static_cast<QWidget*>(m_task), static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_stop)})
        widget->setVisible(!titles.isEmpty());
    m_shown = m_tasks.isIdle() ? nullptr : m_tasks.running().front();
    if (titles.isEmpty())
        return;
    m_stop->setToolTip(tr("Stop: %1").arg(titles.front()));
    m_task->setToolTip(titles.join(QLatin1Char('\n')));
    m_task->setText(
        titles.size() == 1
            ? titles.front()
            : tr("%1 and %n more", nullptr, static_cast<int>(titles.size()) - 1).arg(titles.front()));
    const double progress = m_shown ? m_shown->progress() : m_tasks.detached().front().progress;
    m_progress->setValue(static_cast<int>(progress * m_progress->maximum()));
}

}
