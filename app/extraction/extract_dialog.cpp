#include "app/extraction/extract_dialog.h"

#include "app/extraction/feature_choice.h"
#include "app/extraction/recordings_table.h"
#include "app/extraction/steps_table.h"
#include "app/files/file_questions.h"
#include "engine/core/shell_word.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/section_head.h"
#include "widgets/base/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QThread>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>
#include <utility>

namespace app {

namespace {

constexpr int kBarSteps = 1000;
constexpr double kHearing = 0.4; // seconds of a core per second whose words are guessed
constexpr double kCorePart = 0.9; // of a core, that each thread gets
const char* const kMediaFilter
    = "(*.mp4 *.m4v *.mov *.mkv *.webm *.avi *.mpg *.mpeg *.ts *.wav *.flac *.mp3 *.m4a *.ogg *.opus)";

}

ExtractDialog::ExtractDialog(Tasks& tasks, const QString& programs, const Beginning& beginning,
                             QWidget* parent)
    : QDialog(parent)
    , m_isAgain(!beginning.folder.isEmpty())
    , m_edited(beginning.edited)
    , m_run(tasks, programs, this)
    , m_pages(new QStackedWidget(this))
    , m_recordings(new RecordingsTable(tasks, this))
    , m_features(new FeatureChoice(this))
    , m_estimate(new QLabel(this))
    , m_count(new QLabel(this))
    , m_folder(new QLineEdit(beginning.folder, this))
    , m_anew(new QCheckBox(tr("Make again what is there already"), this))
    , m_licence(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_start(widgets::quietButton("startExtraction", {}, this))
    , m_head(new QLabel(this))
    , m_left(new QLabel(this))
    , m_overall(new QProgressBar(this))
    , m_steps(new StepsTable(this))
    , m_stop(widgets::quietButton("stopExtraction", tr("&Stop"), this))
    , m_retry(widgets::quietButton("retryFailed", {}, this))
    , m_report(widgets::quietButton("copyReport", tr("Copy the &report"), this))
    , m_open(widgets::quietButton("openDataset", {}, this))
{
    widgets::setGuidePage(*this, "own-recordings");
    setObjectName(QStringLiteral("extractDialog"));
    setWindowTitle(m_isAgain ? tr("Sequences") : tr("New dataset from videos"));
    m_open->setText(m_isAgain ? tr("Sh&ow them") : tr("&Open the dataset"));
    setAcceptDrops(true);
    m_pages->addWidget(makeChoice());
    m_pages->addWidget(makeProgress());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    const int line = fontMetrics().height();
    const QSize most = parent ? parent->size() : QSize(line * 90, line * 50);
    resize(std::min(line * 84, most.width()), std::min(line * 48, most.height()));
    connect(m_recordings, &RecordingsTable::recordingsChanged, this, &ExtractDialog::showSum);
    connect(m_recordings, &RecordingsTable::refused, this,
            [this](const QString& text) { m_problem->setText(text); });
    connect(m_features, &FeatureChoice::changed, this, &ExtractDialog::showSum);
    connect(m_folder, &QLineEdit::textChanged, this, &ExtractDialog::showSum);
    connect(&m_folderCheck, &FolderCheck::changed, this, &ExtractDialog::showSum);
    connect(&m_run, &ExtractionRun::changed, this, &ExtractDialog::showState);
    m_features->setChosen(beginning.sets);
    m_recordings->setResults(beginning.folder);
    m_recordings->setTicked(beginning.ticked);
    QStringList edited;
    for (const auto& [name, said] : m_edited)
        edited << name;
    m_recordings->setEdited(edited);
    if (!beginning.recordings.isEmpty())
        m_recordings->add(beginning.recordings);
    m_recordings->setTicked({}); // what a person adds is meant
    showSum();
}

QWidget* ExtractDialog::makeChoice()
{
    auto* page = new QWidget;
    const int line = fontMetrics().height();
    auto* add = widgets::quietButton("addRecordings", tr("&Add files…"), page);
    auto* folder = widgets::quietButton("addRecordingFolder", tr("Add a &folder…"), page);
    auto* transcripts = widgets::quietButton("matchTranscripts", tr("&Transcripts…"), page);
    transcripts->setToolTip(tr("A folder with A.txt, A.srt, A.vtt, A.TextGrid or A.eaf for A.mp4"));
    connect(add, &QPushButton::clicked, this, &ExtractDialog::addFiles);
    connect(folder, &QPushButton::clicked, this, &ExtractDialog::addFolder);
    connect(transcripts, &QPushButton::clicked, this, &ExtractDialog::chooseTranscripts);
    auto* ways = new QHBoxLayout;
    ways->addWidget(m_count, 1);
    ways->addWidget(add);
    ways->addWidget(folder);
    ways->addWidget(transcripts);
    auto* left = new QVBoxLayout;
    left->addLayout(ways);
    left->addWidget(m_recordings, 1);
    auto* area = widgets::scrollable(m_features);
    auto* all = new QHBoxLayout;
    all->setSpacing(line);
    all->addLayout(left, 5);
    all->addWidget(area, 4);
    all->addWidget(makeSum(), 3);
    auto* copy = widgets::quietButton("copyExtraction", tr("&Copy as command"), page);
    auto* cancel = widgets::quietButton("cancelExtraction", tr("Cancel"), page);
    m_start->setDefault(true);
    m_start->setProperty("primary", true);
    connect(copy, &QPushButton::clicked, this, &ExtractDialog::copyCommand);
    connect(cancel, &QPushButton::clicked, this, &ExtractDialog::reject);
    connect(m_start, &QPushButton::clicked, this, &ExtractDialog::start);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(copy);
    buttons->addWidget(m_problem, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_start);
    m_problem->setObjectName(QStringLiteral("extractProblem"));
    m_problem->setWordWrap(true);
    m_problem->setForegroundRole(QPalette::PlaceholderText);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(line, line, line, line);
    column->addLayout(all, 1);
    column->addLayout(buttons);
    return page;
}

/// How long it will take, and where the dataset is to lie.
QWidget* ExtractDialog::makeSum()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setWeight(QFont::DemiBold);
    m_estimate->setFont(large);
    m_estimate->setObjectName(QStringLiteral("extractEstimate"));
    auto* goOn = new QLabel(tr("You can go on working. What is done stays done, also after a crash."), box);
    goOn->setWordWrap(true);
    goOn->setForegroundRole(QPalette::PlaceholderText);
    m_folder->setObjectName(QStringLiteral("extractFolder"));
    m_folder->setPlaceholderText(tr("a new folder, or one to add to"));
    auto* choose = widgets::quietButton("chooseExtractFolder", tr("C&hoose…"), box);
    connect(choose, &QPushButton::clicked, this, &ExtractDialog::chooseFolder);
    auto* folder = new QHBoxLayout;
    folder->addWidget(m_folder, 1);
    folder->addWidget(choose);
    auto* quiet = new QLabel(tr("Nothing leaves this machine. Recordings are read, never written to."), box);
    quiet->setWordWrap(true);
    quiet->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(widgets::sectionHead(tr("Estimate"), box));
    column->addWidget(m_estimate);
    column->addWidget(goOn);
    column->addSpacing(fontMetrics().height());
    column->addWidget(widgets::sectionHead(tr("Dataset in"), box));
    column->addLayout(folder);
    m_anew->setObjectName(QStringLiteral("extractAnew"));
    m_anew->setToolTip(tr("Else only what is missing, or was made of another recording or transcript"));
    m_anew->setVisible(m_isAgain);
    column->addWidget(m_anew);
    column->addSpacing(fontMetrics().height());
    column->addWidget(quiet);
    m_licence->setObjectName(QStringLiteral("landmarkLicence"));
    m_licence->setWordWrap(true);
    m_licence->setText(tr("Licence of the points of the face: the model comes from the package libdlib-data, "
                          "which declares it CC0-1.0. Its makers say that it was trained on the iBUG 300-W "
                          "pictures, whose terms exclude commercial use. This is said once."));
    column->addSpacing(fontMetrics().height());
    column->addWidget(m_licence);
    column->addStretch(1);
    return box;
}

QWidget* ExtractDialog::makeProgress()
{
    auto* page = new QWidget;
    const int line = fontMetrics().height();
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setWeight(QFont::DemiBold);
    m_head->setFont(large);
    m_head->setObjectName(QStringLiteral("extractHead"));
    m_left->setForegroundRole(QPalette::PlaceholderText);
    m_left->setWordWrap(true);
    m_overall->setRange(0, kBarSteps);
    m_overall->setTextVisible(false);
    m_overall->setFixedHeight(6);
    m_overall->setAccessibleName(tr("Progress of all recordings"));
    m_open->setProperty("primary", true);
    auto* background = widgets::quietButton("toBackground", tr("&Close"), page);
    background->setToolTip(tr("What runs goes on in the background"));
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_run.isRunning())
            m_run.stop();
        else
            start(); // what is done is not done again
    });
    connect(m_retry, &QPushButton::clicked, this, &ExtractDialog::showFailed);
    connect(m_report, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_steps->report());
        emit message(tr("The report is on the clipboard."));
    });
    connect(background, &QPushButton::clicked, this, &ExtractDialog::reject);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (!m_isAgain) // else it is shown already
            emit datasetWished(list());
        accept();
    });
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_stop);
    buttons->addWidget(m_retry);
    buttons->addStretch(1);
    buttons->addWidget(m_report);
    buttons->addWidget(background);
    buttons->addWidget(m_open);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(line, line, line, line);
    column->addWidget(m_head);
    column->addWidget(m_left);
    column->addWidget(m_overall);
    column->addWidget(m_steps, 1);
    column->addLayout(buttons);
    return page;
}

void ExtractDialog::addFiles()
{
    const QStringList files = askForFiles(
        this,
        {"data", tr("Recordings"), tr("Video and sound %1;;All files (*)").arg(QLatin1String(kMediaFilter))});
    if (!files.isEmpty())
        m_recordings->add(files);
}

void ExtractDialog::addFolder()
{
    const QString folder = askForFolder(this, {"data", tr("A folder of recordings")});
    if (!folder.isEmpty())
        m_recordings->add({folder});
}

void ExtractDialog::chooseTranscripts()
{
    const QString folder = askForFolder(this, {"transcripts", tr("A folder of transcripts")});
    if (!folder.isEmpty())
        m_recordings->setTranscripts(folder);
}

void ExtractDialog::chooseFolder()
{
    const QString folder = askForFolder(this, {"datasets", tr("The dataset's folder")});
    if (!folder.isEmpty())
        m_folder->setText(folder);
}

QString ExtractDialog::list() const
{
    return QDir(m_folder->text().trimmed()).filePath(QStringLiteral("dataset.json"));
}

QString ExtractDialog::whyNot() const
{
    if (m_recordings->count() == 0)
        return tr("Add recordings, or drop them here.");
    if (m_recordings->taken().empty())
        return tr("No recording is ticked.");
    if (m_features->chosen().empty())
        return tr("No feature is ticked.");
    if (m_folder->text().trimmed().isEmpty())
        return tr("Choose a folder for the dataset.");
    return m_folderCheck.whyNot();
}

void ExtractDialog::showSum()
{
    const auto taken = m_recordings->taken();
    double seconds = 0.0;
    for (const RecordingsTable::Recording& recording : taken)
        seconds += recording.seconds;
    m_features->setLength(seconds);
    double spoken = 0.0; // seconds of recordings that have words
    for (const RecordingsTable::Recording& recording : taken)
        spoken += recording.hasWords() ? recording.seconds : 0.0;
    double work = m_features->hearsWords() ? (seconds - spoken) * kHearing : 0.0;
    for (const engine::FeatureSet set : m_features->chosen())
        work += engine::factsOf(set).cost * (engine::factsOf(set).needsWords ? spoken : seconds);
    const double cores = std::max(1.0, QThread::idealThreadCount() * kCorePart);
    m_estimate->setText(seconds > 0.0 ? spanText(work / cores) : QStringLiteral("–"));
    m_count->setText(tr("%n recording(s)", nullptr, static_cast<int>(taken.size())));
    if (m_folder->text().isEmpty() && !taken.empty() && !m_folder->isModified()) {
        const QDir beside
            = QFileInfo(taken.front().file).absoluteDir(); // the dataset is called as its folder
        m_folder->setText(beside.filePath(beside.dirName() + QStringLiteral("-sequences")));
    }
    const std::vector<engine::FeatureSet> chosen = m_features->chosen();
    const bool findsFaces = std::ranges::any_of(
        chosen, [](auto set) { return engine::factsOf(set).step == engine::ExtractionStep::Face; });
    m_licence->setVisible(findsFaces && !m_settings.isLandmarkNoteSeen());
    const QString problem = whyNot();
    m_problem->setText(problem);
    m_start->setEnabled(problem.isEmpty());
    m_start->setText(tr("&Start %n recording(s)", nullptr, static_cast<int>(taken.size())));
}

/// Whether the words of a recording that is ticked were edited.
bool ExtractDialog::hasEdited() const
{
    return std::ranges::any_of(m_recordings->taken(), &RecordingsTable::Recording::isEdited);
}

QStringList ExtractDialog::arguments() const
{
    QStringList all;
    for (const RecordingsTable::Recording& recording : m_recordings->taken())
        all << recording.file;
    QStringList features;
    for (const engine::FeatureSet set : m_features->chosen())
        features << QLatin1String(engine::factsOf(set).name);
    const std::vector<engine::FeatureSet> usual = engine::defaultFeatureSets();
    const std::vector<engine::FeatureSet> chosen = m_features->chosen();
    if (!std::is_permutation(usual.begin(), usual.end(), chosen.begin(), chosen.end()))
        all << QStringLiteral("--features") << features.join(QLatin1Char(','));
    if (hasEdited())
        all << QStringLiteral("--transcripts") << editedTranscriptFolder(m_folder->text().trimmed());
    if (!m_recordings->transcripts().isEmpty())
        all << QStringLiteral("--transcripts") << m_recordings->transcripts();
    if (m_features->hearsWords())
        all << QStringLiteral("--draft");
    if (const QString model = m_settings.speechModel(); !model.isEmpty())
        all << QStringLiteral("--speech-model") << model;
    const bool wantsVectors = std::ranges::find(chosen, engine::FeatureSet::WordVectors) != chosen.end();
    if (const QString vectors = m_settings.wordVectors(); wantsVectors && !vectors.isEmpty())
        all << QStringLiteral("--vectors") << vectors;
    if (m_anew->isChecked())
        all << QStringLiteral("--again");
    return all << QStringLiteral("--out") << m_folder->text().trimmed();
}

void ExtractDialog::copyCommand()
{
    QStringList words{QStringLiteral("polylogue-cli extract")};
    for (const QString& argument : arguments())
        words << (argument.startsWith(QLatin1String("--"))
                      ? argument
                      : QString::fromStdString(engine::shellQuoted(argument.toStdString())));
    QGuiApplication::clipboard()->setText(words.join(QLatin1Char(' ')));
    m_problem->setText(tr("The command is on the clipboard."));
}

void ExtractDialog::start()
{
    if (!m_licence->isHidden())
        m_settings.setLandmarkNoteSeen();
    m_pages->setCurrentIndex(1);
    m_clock.start();
    m_begun = std::filesystem::file_time_type::clock::now();
    m_isReady = false;
    m_open->setEnabled(false);
    m_stop->setEnabled(true);
    m_stop->setText(tr("&Stop"));
    m_retry->hide();
    m_report->hide();
    m_head->setText(tr("Making sequences"));
    m_left->clear();
    QStringList files;
    for (const RecordingsTable::Recording& recording : m_recordings->taken())
        files << recording.file;
    m_steps->begin(files, m_features->chosen());
    showState({});
    std::function<void()> before; // the words as they are edited, in files
    if (hasEdited()) {
        QStringList names;
        for (const QString& file : std::as_const(files))
            names << QFileInfo(file).completeBaseName();
        before = [edited = m_edited, names, folder = editedTranscriptFolder(m_folder->text().trimmed())] {
            writeTranscripts(edited, names, folder);
        };
    }
    m_run.start(arguments(), before);
}

void ExtractDialog::showState(const ExtractionState& state)
{
    m_steps->showState(state);
    m_overall->setValue(static_cast<int>(state.overall * kBarSteps));
    const bool hasDataset = state.isReady || (state.isOver && !state.wasStopped && state.problem.isEmpty());
    if (hasDataset && !m_isAgain && !std::exchange(m_isReady, true))
        emit datasetReady(list());
    if (state.isOver) {
        showEnd(state);
        return;
    }
    m_left->setText(state.left ? tr("%1 left").arg(spanText(*state.left)) : QString());
}

void ExtractDialog::showEnd(const ExtractionState& state)
{
    const int all = m_steps->rowCount();
    const QString took = tr("It took %1.").arg(spanText(static_cast<double>(m_clock.elapsed()) / 1000.0));
    m_stop->setEnabled(state.wasStopped);
    if (state.wasStopped)
        m_stop->setText(tr("&Go on"));
    m_report->show();
    m_retry->setText(tr("&Retry the %n…", nullptr, state.failed()));
    m_retry->setVisible(state.failed() > 0 && !state.wasStopped);
    const bool hasDataset = state.problem.isEmpty() && !state.wasStopped;
    m_open->setEnabled(hasDataset);
    if (!state.problem.isEmpty()) {
        m_head->setText(tr("It could not be done"));
        m_left->setText(state.problem);
    } else if (state.wasStopped) {
        m_head->setText(tr("Stopped"));
        m_left->setText(tr("What is done is kept."));
    } else {
        m_head->setText(
            state.failed() > 0
                ? tr("%1 of %2 done, %3 failed").arg(all - state.failed()).arg(all).arg(state.failed())
                : tr("%n recording(s) done", nullptr, all));
        if (const int without = state.wordless(); without > 0)
            m_head->setText(tr("%1; %n without words", nullptr, without).arg(m_head->text()));
        if (!state.remarks.empty())
            m_head->setText(
                tr("%1; %n cut short", nullptr, static_cast<int>(state.remarks.size())).arg(m_head->text()));
        m_left->setText(took);
        m_open->setFocus();
        m_open->setDefault(true);
    }
    emit message(m_head->text());
    if (hasDataset) // whoever shows it reads it again
        emit datasetGrown(list(), m_begun);
}

/// The first page, with only those ticked of which something failed: a person may give them another
/// transcript, or leave out what cannot be made of them.
void ExtractDialog::showFailed()
{
    m_recordings->tickOnly(m_steps->failed());
    m_pages->setCurrentIndex(0);
    m_start->setDefault(true);
    m_start->setFocus();
}

void ExtractDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && m_pages->currentIndex() == 0)
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
        m_recordings->add(files);
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
