#include "app/extraction/extract_choice_page.h"

#include "app/extraction/extraction_run.h"
#include "app/extraction/feature_choice.h"
#include "app/extraction/recordings_table.h"
#include "app/files/file_questions.h"
#include "engine/core/shell_word.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/section_head.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QThread>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

namespace {

constexpr double kHearing = 0.4; // seconds of a core per second whose words are guessed
constexpr double kCorePart = 0.9; // of a core, that each thread gets
const char* const kMediaFilter
    = "(*.mp4 *.m4v *.mov *.mkv *.webm *.avi *.mpg *.mpeg *.ts *.wav *.flac *.mp3 *.m4a *.ogg *.opus *.tar)";

}

ExtractChoicePage::ExtractChoicePage(Tasks& tasks, const ExtractionBeginning& beginning, QWidget* parent)
    : QWidget(parent)
    , m_recordings(new RecordingsTable(tasks, this))
    , m_features(new FeatureChoice(this))
    , m_estimate(new QLabel(this))
    , m_count(new QLabel(this))
    , m_folder(new QLineEdit(beginning.folder, this))
    , m_anew(new QCheckBox(tr("Make again what is there already"), this))
    , m_licence(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_start(widgets::quietButton("startExtraction", {}, this))
{
    const int line = fontMetrics().height();
    auto* left = new QVBoxLayout;
    left->addLayout(makeWays());
    left->addWidget(m_recordings, 1);
    auto* all = new QHBoxLayout;
    all->setSpacing(line);
    all->addLayout(left, 5);
    all->addWidget(widgets::scrollable(m_features), 4);
    all->addWidget(makeSum(!beginning.folder.isEmpty()), 3);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(line, line, line, line);
    column->addLayout(all, 1);
    column->addLayout(makeButtons());
    connect(m_recordings, &RecordingsTable::recordingsChanged, this, &ExtractChoicePage::showSum);
    connect(m_recordings, &RecordingsTable::refused, m_problem, &QLabel::setText);
    connect(m_features, &FeatureChoice::changed, this, &ExtractChoicePage::showSum);
    connect(m_folder, &QLineEdit::textChanged, this, &ExtractChoicePage::showSum);
    connect(&m_folderCheck, &FolderCheck::changed, this, &ExtractChoicePage::showSum);
    m_features->setFaceTask(m_settings.faceTask());
    m_features->setChosen(beginning.sets);
    m_recordings->setNames(beginning.names);
    m_recordings->setResults(beginning.folder);
    m_recordings->setTicked(beginning.ticked);
    m_recordings->setProjectWords(beginning.words);
    if (!beginning.recordings.isEmpty())
        m_recordings->add(beginning.recordings);
    m_recordings->setTicked({}); // what a person adds is meant
    showSum();
}

/// The ways to more recordings, and how many there are.
QHBoxLayout* ExtractChoicePage::makeWays()
{
    auto* add = widgets::quietButton("addRecordings", tr("&Add files…"), this);
    auto* folder = widgets::quietButton("addRecordingFolder", tr("Add a &folder…"), this);
    auto* transcripts = widgets::quietButton("matchTranscripts", tr("&Transcripts…"), this);
    transcripts->setToolTip(tr("A folder with A.txt, A.srt, A.vtt, A.TextGrid or A.eaf for A.mp4"));
    connect(add, &QPushButton::clicked, this, &ExtractChoicePage::addFiles);
    connect(folder, &QPushButton::clicked, this, &ExtractChoicePage::addFolder);
    connect(transcripts, &QPushButton::clicked, this, &ExtractChoicePage::chooseTranscripts);
    auto* ways = new QHBoxLayout;
    ways->addWidget(m_count, 1);
    ways->addWidget(add);
    ways->addWidget(folder);
    ways->addWidget(transcripts);
    return ways;
}

QHBoxLayout* ExtractChoicePage::makeButtons()
{
    auto* copy = widgets::quietButton("copyExtraction", tr("&Copy as command"), this);
    auto* cancel = widgets::quietButton("cancelExtraction", tr("Cancel"), this);
    m_start->setDefault(true);
    m_start->setProperty("primary", true);
    connect(copy, &QPushButton::clicked, this, &ExtractChoicePage::copyCommand);
    connect(cancel, &QPushButton::clicked, this, &ExtractChoicePage::cancelWished);
    connect(m_start, &QPushButton::clicked, this, &ExtractChoicePage::startWished);
    m_problem->setObjectName(QStringLiteral("extractProblem"));
    m_problem->setWordWrap(true);
    m_problem->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(copy);
    buttons->addWidget(m_problem, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_start);
    return buttons;
}

/// How long it will take, and where the dataset is to lie.
/// @param isAgain  a dataset is added to
QWidget* ExtractChoicePage::makeSum(bool isAgain)
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
    connect(choose, &QPushButton::clicked, this, &ExtractChoicePage::chooseFolder);
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
    m_anew->setVisible(isAgain);
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

bool ExtractChoicePage::event(QEvent* event)
{
    if (event->type() == QEvent::WindowActivate) // a person may come from the settings
        m_features->setFaceTask(m_settings.faceTask());
    return QWidget::event(event);
}

void ExtractChoicePage::add(const QStringList& recordings)
{
    m_recordings->add(recordings);
}

void ExtractChoicePage::tickOnly(const QStringList& names)
{
    m_recordings->tickOnly(names);
    m_start->setDefault(true);
    m_start->setFocus();
}

void ExtractChoicePage::setLicenceSeen()
{
    if (!m_licence->isHidden())
        m_settings.setLandmarkNoteSeen();
}

QString ExtractChoicePage::folder() const
{
    return m_folder->text().trimmed();
}

QStringList ExtractChoicePage::files() const
{
    QStringList files;
    for (const RecordingsTable::Recording& recording : m_recordings->taken())
        files << recording.file;
    return files;
}

std::vector<engine::FeatureSet> ExtractChoicePage::chosen() const
{
    return m_features->chosen();
}

void ExtractChoicePage::addFiles()
{
    const QStringList files = askForFiles(
        this,
        {"data", tr("Recordings"), tr("Video and sound %1;;All files (*)").arg(QLatin1String(kMediaFilter))});
    if (!files.isEmpty())
        m_recordings->add(files);
}

void ExtractChoicePage::addFolder()
{
    const QString folder = askForFolder(this, {"data", tr("A folder of recordings")});
    if (!folder.isEmpty())
        m_recordings->add({folder});
}

void ExtractChoicePage::chooseTranscripts()
{
    const QString folder = askForFolder(this, {"transcripts", tr("A folder of transcripts")});
    if (!folder.isEmpty())
        m_recordings->setTranscripts(folder);
}

void ExtractChoicePage::chooseFolder()
{
    const QString folder = askForFolder(this, {"datasets", tr("The dataset's folder")});
    if (!folder.isEmpty())
        m_folder->setText(folder);
}

QString ExtractChoicePage::whyNot() const
{
    if (m_recordings->count() == 0)
        return tr("Add recordings, or drop them here.");
    if (m_recordings->taken().empty())
        return tr("No recording is ticked.");
    if (m_features->chosen().empty())
        return tr("No feature is ticked.");
    if (folder().isEmpty())
        return tr("Choose a folder for the dataset.");
    return m_folderCheck.whyNot();
}

void ExtractChoicePage::showSum()
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

QStringList ExtractChoicePage::askingProject() const
{
    QStringList names;
    for (const RecordingsTable::Recording& recording : m_recordings->taken()) {
        if (recording.asksProject())
            names << recording.name;
    }
    return names;
}

QStringList ExtractChoicePage::names() const
{
    QStringList names;
    for (const RecordingsTable::Recording& recording : m_recordings->taken())
        names << recording.name;
    return names;
}

QMap<QString, int> ExtractChoicePage::clips() const
{
    QMap<QString, int> clips;
    for (const RecordingsTable::Recording& recording : m_recordings->taken()) {
        if (recording.clips > 0)
            clips[recording.name] = recording.clips;
    }
    return clips;
}

QStringList ExtractChoicePage::arguments() const
{
    QStringList all, parts;
    for (const RecordingsTable::Recording& recording : m_recordings->taken())
        (recording.isPart() ? parts : all) << (recording.isPart() ? recording.name : recording.file);
    if (!parts.isEmpty())
        all << m_recordings->names().list;
    if (m_recordings->areAllParts())
        parts.clear(); // the list says the same
    for (const QString& part : std::as_const(parts))
        all << QStringLiteral("--only") << part;
    QStringList features;
    for (const engine::FeatureSet set : m_features->chosen())
        features << QLatin1String(engine::factsOf(set).name);
    const std::vector<engine::FeatureSet> usual = engine::defaultFeatureSets();
    const std::vector<engine::FeatureSet> chosen = m_features->chosen();
    if (!std::is_permutation(usual.begin(), usual.end(), chosen.begin(), chosen.end()))
        all << QStringLiteral("--features") << features.join(QLatin1Char(','));
    if (!askingProject().isEmpty())
        all << QStringLiteral("--timed-words") << editedTranscriptFolder(folder())
            << QStringLiteral("--transcripts") << editedTranscriptFolder(folder());
    if (!m_recordings->names().byFile.isEmpty())
        all << QStringLiteral("--ids") << m_recordings->names().list;
    if (!m_recordings->transcripts().isEmpty())
        all << QStringLiteral("--transcripts") << m_recordings->transcripts();
    if (m_features->hearsWords())
        all << QStringLiteral("--draft");
    if (const QString model = m_settings.speechModel(); !model.isEmpty())
        all << QStringLiteral("--speech-model") << model;
    const bool wantsVectors = std::ranges::find(chosen, engine::FeatureSet::WordVectors) != chosen.end();
    if (const QString vectors = m_settings.wordVectors(); wantsVectors && !vectors.isEmpty())
        all << QStringLiteral("--vectors") << vectors;
    const bool wantsShapes = std::ranges::find(chosen, engine::FeatureSet::Blendshapes) != chosen.end();
    if (wantsShapes)
        all << QStringLiteral("--blendshapes") << m_settings.faceTask();
    if (m_anew->isChecked())
        all << QStringLiteral("--again");
    return all << QStringLiteral("--out") << folder();
}

void ExtractChoicePage::copyCommand()
{
    QStringList words{QStringLiteral("polylogue-cli extract")};
    for (const QString& argument : arguments())
        words << (argument.startsWith(QLatin1String("--"))
                      ? argument
                      : QString::fromStdString(engine::shellQuoted(argument.toStdString())));
    QGuiApplication::clipboard()->setText(words.join(QLatin1Char(' ')));
    m_problem->setText(tr("The command is on the clipboard."));
}

}
