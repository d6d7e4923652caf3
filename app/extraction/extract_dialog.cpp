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
    , m_projectFolder(beginning.folder)
    , m_words(beginning.words)
    , m_run(tasks, programs, this)
    , m_pages(new QStackedWidget(this))
    , m_choice(new ExtractChoicePage(tasks, beginning, this))
    , m_progress(new ExtractProgressPage(this))
{
    widgets::setGuidePage(*this, "own-recordings");
    setObjectName(QStringLiteral("extractDialog"));
    setWindowTitle(tr("Sequences"));
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
        if (!isOfProject()) // else the window shows it already
            emit datasetWished(list());
        accept();
    });
    connect(m_progress, &ExtractProgressPage::reportCopied, this,
            [this] { emit message(tr("The report is on the clipboard.")); });
    connect(m_progress, &ExtractProgressPage::ended, this, &ExtractDialog::message);
}

bool ExtractDialog::isOfProject() const
{
    return !m_projectFolder.isEmpty()
        && QDir::cleanPath(m_choice->folder()) == QDir::cleanPath(m_projectFolder);
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
    m_joined = 0;
    m_isReady = false;
    const QStringList names = m_choice->names();
    m_progress->begin({m_choice->files(), names, m_choice->clips()}, m_choice->chosen(), isOfProject());
    std::function<void()> before; // the words as the project has them, in files
    if (const QStringList wanted = m_choice->askingProject(); !wanted.isEmpty()) {
        before = [words = m_words, names, wanted, folder = editedTranscriptFolder(m_choice->folder())] {
            writeTranscripts(words, names, wanted, folder);
        };
    }
    m_run.start(m_choice->arguments(), before);
}

void ExtractDialog::follow(const ExtractionState& state)
{
    const bool isDone = state.isOver && !state.wasStopped && state.problem.isEmpty();
    const bool isOfUs = isDone || (state.isOver && state.joined > 0); // whoever heard of it hears of the end
    const bool hasGrown = std::exchange(m_joined, state.joined) != state.joined || isOfUs;
    if (hasGrown && !isOfProject() && !std::exchange(m_isReady, true))
        emit datasetReady(list());
    m_progress->showState(state);
    if (hasGrown)
        emit grown(list(), isOfProject(), m_begun, !state.isOver);
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
