#include "app/extraction/extraction_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/extraction/extract_dialog.h"
#include "engine/core/installation.h"

#include <QAction>
#include <QFileInfo>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace app {

namespace {

/// Where an extraction puts what it makes.
std::vector<std::filesystem::path> sequencesIn(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    for (const engine::FeatureSetFacts& facts : engine::featureSets())
        files.push_back(folder / (std::string(facts.name) + ".csd"));
    return files;
}

/// Whether participants have channels of their own, which are the recordings then.
bool isOfChannels(const OpenDataset* dataset, const std::string& video)
{
    const engine::Conversation* conversation = dataset ? dataset->conversations.of(video) : nullptr;
    return conversation && conversation->id == video
        && conversation->media == engine::ConversationMedia::Channels;
}

}

ExtractionActions::ExtractionActions(const Document& document, AskDataset askDataset, AskOpening askOpening,
                                     Tasks& tasks, QString programs, const Actions& actions, QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_askDataset(std::move(askDataset))
    , m_askOpening(std::move(askOpening))
    , m_tasks(tasks)
    , m_programs(std::move(programs))
    , m_window(window)
{
    connect(actions.at("sequences"), &QAction::triggered, this, [this] { ask({}); });
    connect(&document, &Document::datasetChanged, this, &ExtractionActions::takeUnseen, Qt::QueuedConnection);
}

void ExtractionActions::addRecording(const QString& file)
{
    ExtractDialog::Beginning beginning;
    if (isOfOwn()) {
        beginning = beginningOfProject();
        beginning.ticked << QFileInfo(file).completeBaseName();
    }
    beginning.recordings << file;
    show(beginning);
}

void ExtractionActions::openMenu(const QString& video, const QPoint& where)
{
    QMenu menu(m_window);
    menu.setObjectName(QStringLiteral("libraryMenu"));
    connect(menu.addAction(tr("Make se&quences…")), &QAction::triggered, this, [this, video] { ask(video); });
    menu.exec(where);
}

void ExtractionActions::ask(const QString& video)
{
    if (!isOfOwn() && video.isEmpty()) {
        show({});
        return;
    }
    ExtractDialog::Beginning beginning = beginningOfProject();
    if (beginning.recordings.isEmpty() && !m_document.dataset().media.empty())
        m_document.notices().say(tr("The recordings of this dataset are called otherwise than its videos, so "
                                    "no sequences can be made of them here."));
    if (!video.isEmpty())
        beginning.ticked << video;
    show(beginning);
}

/// Whether what is open is a person's own, with recordings: not the demo.
bool ExtractionActions::isOfOwn() const
{
    const engine::DatasetList& dataset = m_document.dataset();
    return (!dataset.media.empty() || hasParts()) && !dataset.root.empty()
        && !engine::Installation::ofThisProgram().isDemo(dataset.root);
}

/// Whether its list has clips of turns, or channels of participants.
bool ExtractionActions::hasParts() const
{
    const auto dataset = m_askDataset();
    return dataset && std::ranges::any_of(dataset->conversations.all(), [](const engine::Conversation& each) {
               return !each.clips.empty()
                   || std::ranges::any_of(each.participants, [](const engine::ConversationParticipant& who) {
                          return who.channel.has_value();
                      });
           });
}

/// Where the sequences of the open project lie: with those that it has, else beside its first recording.
QString ExtractionActions::projectFolder() const
{
    const engine::DatasetList& dataset = m_document.dataset();
    if (!dataset.sequences.empty() || dataset.media.empty())
        return QString::fromStdString(dataset.root.string());
    const std::filesystem::path beside = dataset.media.front().file.path().parent_path();
    return QString::fromStdString((beside / (beside.filename().string() + "-sequences")).string());
}

/// Its recordings, its folder, the features that it has, and what it knows is said.
ExtractDialog::Beginning ExtractionActions::beginningOfProject() const
{
    const engine::DatasetList& dataset = m_document.dataset();
    ExtractDialog::Beginning beginning;
    const std::filesystem::path list = dataset.root / "dataset.json";
    std::error_code missing;
    if (std::filesystem::is_regular_file(list, missing))
        beginning.names.list = QString::fromStdString(list.string());
    const bool hasList = !beginning.names.list.isEmpty();
    const auto opened = m_askDataset();
    for (const engine::DatasetList::Media& each : dataset.media) {
        if (hasList && isOfChannels(opened.get(), each.id))
            continue;
        const QString file = QString::fromStdString(each.file.string());
        const bool isItsName = each.file.path().stem().string() == each.id;
        if (!isItsName && !hasList)
            continue; // its sequences would have another name than the video
        if (!isItsName)
            beginning.names.byFile[file] = QString::fromStdString(each.id);
        beginning.recordings << file;
    }
    if (hasList && hasParts())
        beginning.recordings << beginning.names.list;
    beginning.folder = projectFolder();
    std::vector<engine::FeatureSet> sets;
    for (const engine::DatasetList::Sequence& sequence : dataset.sequences) {
        if (const auto set = engine::featureSetCalled(sequence.name))
            sets.push_back(*set);
    }
    if (!sets.empty())
        beginning.sets = std::move(sets);
    beginning.words = projectTranscripts(m_document, opened);
    return beginning;
}

/// Unless it is open already.
void ExtractionActions::open(const QString& list)
{
    if (std::filesystem::path(list.toStdString()).parent_path() != m_document.dataset().root)
        emit datasetWished({list});
}

void ExtractionActions::show(const ExtractDialog::Beginning& beginning)
{
    if (!m_dialog) {
        m_root = m_document.dataset().root;
        m_dialog = new ExtractDialog(m_tasks, m_programs, beginning, m_window);
        connect(m_dialog, &ExtractDialog::grown, this,
                [this](const QString& list, bool isOfProject, std::filesystem::file_time_type since,
                       bool goesOn) {
                    take({list, isOfProject, since, goesOn});
                });
        connect(m_dialog, &ExtractDialog::datasetWished, this, &ExtractionActions::open);
        connect(m_dialog, &ExtractDialog::datasetReady, this, [this](const QString& list) {
            if (!m_document.hasVideo()) // else a person works on something
                open(list);
        });
        connect(m_dialog, &ExtractDialog::message, this, [this](const QString& text) {
            if (m_dialog && !m_dialog->isVisible())
                m_document.notices().say(text);
        });
        connect(m_dialog, &QDialog::finished, m_dialog, &QObject::deleteLater);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

/// Whoever shows what has grown reads it again; another project may be open by now. What a person wished to
/// open comes first, and may have been read before it grew.
void ExtractionActions::take(const Growth& growth)
{
    if (m_askOpening()) {
        m_unseen = growth;
        return;
    }
    const std::filesystem::path file = growth.list.toStdString();
    const std::filesystem::path root = m_document.dataset().root;
    const bool isShown = file.parent_path() == root || (growth.isOfProject && root == m_root);
    if (isShown)
        emit projectGrown(file, sequencesIn(file.parent_path()), growth.since, growth.goesOn);
}

void ExtractionActions::takeUnseen()
{
    if (const std::optional<Growth> growth = std::exchange(m_unseen, std::nullopt))
        take(*growth);
}

}
