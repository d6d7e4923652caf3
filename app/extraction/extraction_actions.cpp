#include "app/extraction/extraction_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/extraction/extract_dialog.h"
#include "engine/core/installation.h"

#include <QAction>
#include <QFileInfo>
#include <QMenu>

namespace app {

namespace {

/// The media of what is open, where it has no sequences yet: most likely it is them that a person means.
QStringList mediaWithoutSequences(const engine::DatasetList& dataset)
{
    QStringList media;
    if (dataset.sequences.empty()) {
        for (const auto& each : dataset.media)
            media << QString::fromStdString(each.file.string());
    }
    return media;
}

/// Where an extraction puts what it makes.
std::vector<std::filesystem::path> sequencesIn(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    for (const engine::FeatureSetFacts& facts : engine::featureSets())
        files.push_back(folder / (std::string(facts.name) + ".csd"));
    return files;
}

}

ExtractionActions::ExtractionActions(const Document& document, Tasks& tasks, QString programs,
                                     const Actions& actions, QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_tasks(tasks)
    , m_programs(std::move(programs))
    , m_window(window)
{
    connect(actions.at("new-dataset"), &QAction::triggered, this,
            [this] { show({.recordings = mediaWithoutSequences(m_document.dataset())}); });
    connect(actions.at("extract-again"), &QAction::triggered, this, [this] { extractAgain({}); });
}

void ExtractionActions::addRecording(const QString& file)
{
    const engine::DatasetList& dataset = m_document.dataset();
    const std::filesystem::path demo = engine::Installation::ofThisProgram().demo();
    if (dataset.root.empty() || dataset.root == demo || dataset.sequences.empty()) {
        show({.recordings = {file}});
        return;
    }
    ExtractDialog::Beginning beginning = beginningOfDataset();
    beginning.recordings << file;
    beginning.ticked << QFileInfo(file).completeBaseName();
    show(beginning);
}

void ExtractionActions::openMenu(const QString& video, const QPoint& where)
{
    QMenu menu(m_window);
    menu.setObjectName(QStringLiteral("libraryMenu"));
    connect(menu.addAction(tr("&Extract again…")), &QAction::triggered, this,
            [this, video] { extractAgain(video); });
    menu.exec(where);
}

void ExtractionActions::extractAgain(const QString& video)
{
    const engine::DatasetList& dataset = m_document.dataset();
    if (dataset.media.empty() || dataset.root.empty()) {
        m_document.notices().say(tr("There are no recordings to extract from."));
        return;
    }
    ExtractDialog::Beginning beginning = beginningOfDataset();
    if (beginning.recordings.isEmpty()) {
        m_document.notices().say(tr(
            "The recordings of this dataset are called otherwise than its videos, so nothing can be added."));
        return;
    }
    if (!video.isEmpty())
        beginning.ticked << video;
    show(beginning);
}

/// Its recordings, its folder, and the features that it has.
ExtractDialog::Beginning ExtractionActions::beginningOfDataset() const
{
    const engine::DatasetList& dataset = m_document.dataset();
    ExtractDialog::Beginning beginning;
    for (const engine::DatasetList::Media& each : dataset.media) {
        if (each.file.stem().string() == each.id) // else its sequences would have another name than the video
            beginning.recordings << QString::fromStdString(each.file.string());
    }
    beginning.folder = QString::fromStdString(dataset.root.string());
    std::vector<engine::FeatureSet> sets;
    for (const engine::DatasetList::Sequence& sequence : dataset.sequences) {
        if (const auto set = engine::featureSetCalled(sequence.name))
            sets.push_back(*set);
    }
    if (!sets.empty())
        beginning.sets = std::move(sets);
    beginning.edited = editedTranscripts(m_document);
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
        m_dialog = new ExtractDialog(m_tasks, m_programs, beginning, m_window);
        connect(m_dialog, &ExtractDialog::datasetGrown, this,
                [this](const QString& list, std::filesystem::file_time_type since) {
                    const std::filesystem::path folder
                        = std::filesystem::path(list.toStdString()).parent_path();
                    if (folder == m_document.dataset().root) // another may be open by now
                        emit datasetGrown(sequencesIn(folder), since);
                });
        connect(m_dialog, &ExtractDialog::datasetWished, this, &ExtractionActions::open);
        connect(m_dialog, &ExtractDialog::datasetReady, this, [this](const QString& list) {
            if (m_dialog->isVisible() || !m_document.hasVideo()) // else a person went on to something else
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

}
