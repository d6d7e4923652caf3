#include "app/alignment/align_tab.h"

#include "app/actions/actions.h"
#include "app/alignment/alignment.h"
#include "app/alignment/apply_all_dialog.h"
#include "app/alignment/outcomes.h"
#include "app/alignment/output_folder.h"
#include "app/alignment/tensors_dialog.h"
#include "app/document/document.h"
#include "app/faces/faces.h"
#include "app/files/file_questions.h"
#include "app/playback/player.h"
#include "app/project/project.h"
#include "app/video/video_opener.h"
#include "engine/core/error.h"
#include "engine/recipes/recipe_reader.h"
#include "engine/recipes/recipe_text.h"
#include "engine/snapshot/tier_sequences.h"
#include "widgets/base/guide_page.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

namespace {

/// The videos' files with `{id}` for their ids; empty when they do not all lie in one folder with one
/// extension.
std::string framesPattern(const engine::DatasetList& list)
{
    std::optional<std::filesystem::path> pattern;
    for (const engine::DatasetList::Media& media : list.media) {
        if (media.file.path().stem().string() != media.id)
            return {};
        const std::filesystem::path here
            = media.file.path().parent_path() / ("{id}" + media.file.path().extension().string());
        if (pattern && *pattern != here)
            return {};
        pattern = here;
    }
    return pattern ? pattern->string() : std::string();
}

/// Beside the project, under its name.
std::filesystem::path besideProject(const Project& project, const std::string& ending)
{
    const std::filesystem::path& path = project.path();
    return path.parent_path() / (path.stem().string() + ending);
}

/// The tiers that a recipe can take: people's own, and words and labels where no file has them.
std::vector<TierName> alignedTiers(const Document& document, const OpenDataset& dataset)
{
    std::vector<TierName> tiers;
    if (!dataset.withRole(Role::Words) && !document.videosWithOwnWords().empty())
        tiers.push_back(kWordsTier);
    if (!dataset.withRole(Role::Labels) && !document.videosWithOwnLabels().empty())
        tiers.push_back(kLabelsTier);
    for (const TierName& tier : engine::sequenceTiers(document.annotation()))
        tiers.push_back(tier);
    return tiers;
}

}

AlignTab::AlignTab(Document& document, Player& player, VideoOpener& videos, Faces& faces, Project& project,
                   Alignment& alignment, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_player(player)
    , m_videos(videos)
    , m_faces(faces)
    , m_project(project)
    , m_alignment(alignment)
    , m_auditor(document)
{
    widgets::setGuidePage(*this, "aligning");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    connect(&alignment, &Alignment::recipeChanged, this, [this] {
        showDataset();
        showRecipe();
        showApplied();
    });
    connect(&alignment, &Alignment::previewChanged, this, &AlignTab::showPreview);
    connect(&alignment, &Alignment::appliedChanged, this, &AlignTab::showApplied);
    connect(&document, &Document::projectChanged, this, &AlignTab::showDataset);
    connect(&document, &Document::tierChanged, this, &AlignTab::showDataset);
    connect(&document, &Document::videoChanged, this, [this] {
        showApplied();
        showReceived();
    });
    connect(&document, &Document::wordsChanged, this, [this](const QString& video) {
        if (m_document.isInSight(video))
            showReceived();
    });
    connect(&player, &Player::positionChanged, this, [this] {
        if (isVisible())
            showReceived();
    });
    const auto showMedia
        = [this] { m_auditor.setMedia(m_player.info() ? m_player.duration() : 0.0, m_peaks); };
    connect(&videos, &VideoOpener::peaksChanged, this, [this, showMedia](const auto& peaks) {
        m_peaks = peaks;
        showMedia();
    });
    connect(&player, &Player::durationChanged, this, showMedia);
    connect(&faces, &Faces::changed, this, [this] { m_auditor.setFaces(m_faces.tracks()); });
    connect(&m_auditor, &Auditor::changed, this, [this] {
        if (m_panel)
            m_panel->setFindings(m_auditor.findings());
    });
}

/// Only when it is first looked at: it is no part of a quick start.
void AlignTab::makePanel()
{
    m_panel = new widgets::AlignPanel(this);
    layout()->addWidget(m_panel);
    if (m_rowsSwitch)
        m_panel->setRowsSwitch(m_rowsSwitch);
    connect(m_panel, &widgets::AlignPanel::stepChosen, this, [this](std::size_t step) {
        m_chosen = step;
        showRecipe();
        showReceived();
    });
    connect(m_panel, &widgets::AlignPanel::recipeEdited, &m_alignment, &Alignment::setRecipe);
    connect(&m_panel->received(), &widgets::ReceivedSection::choiceChanged, this, &AlignTab::showReceived);
    connect(m_panel, &widgets::AlignPanel::placeChosen, this,
            [this](const engine::Interval& where) { m_player.seek(std::max(0.0, where.start)); });
    connect(m_panel, &widgets::AlignPanel::applyRequested, &m_alignment, &Alignment::apply);
    connect(m_panel, &widgets::AlignPanel::revertRequested, &m_alignment, &Alignment::revert);
    connect(m_panel, &widgets::AlignPanel::applyToAllRequested, this, &AlignTab::applyToAll);
    connect(m_panel, &widgets::AlignPanel::copyCommandRequested, this, &AlignTab::copyCommand);
    connect(m_panel, &widgets::AlignPanel::copyPythonRequested, this, &AlignTab::copyPython);
    connect(m_panel, &widgets::AlignPanel::saveRequested, this, &AlignTab::saveRecipe);
    connect(m_panel, &widgets::AlignPanel::openRequested, this, &AlignTab::openRecipe);
    connect(m_panel, &widgets::AlignPanel::usualRequested, this,
            [this] { m_alignment.setRecipe(m_alignment.usual(), tr("the usual recipe")); });
}

void AlignTab::connectActions(const Actions& actions)
{
    const auto on
        = [&](const char* name, auto work) { connect(actions.at(name), &QAction::triggered, this, work); };
    m_rowsSwitch = actions.at("show-aligned");
    connect(&m_alignment, &Alignment::rowsAligned, m_rowsSwitch, [this] { m_rowsSwitch->setChecked(true); });
    if (m_panel)
        m_panel->setRowsSwitch(m_rowsSwitch);
    QAction* revert = actions.at("align-revert");
    const auto enableRevert = [this, revert] { revert->setEnabled(m_alignment.applied().has_value()); };
    connect(&m_alignment, &Alignment::appliedChanged, revert, enableRevert);
    connect(&m_document, &Document::videoChanged, revert, enableRevert);
    enableRevert();
    on("align-video", [this] {
        if (m_document.hasVideo())
            m_alignment.apply();
    });
    on("align-revert", [this] {
        if (m_alignment.applied())
            m_alignment.revert();
    });
    on("align-all", [this] { applyToAll(); });
    on("write-tensors", [this] { writeTensors(); });
    on("copy-command", [this] { copyCommand(); });
    on("copy-python", [this] { copyPython(); });
    on("save-recipe", [this] { saveRecipe(); });
    on("open-recipe", [this] { openRecipe(); });
}

/// Says why nothing can be written beside the project; empty: it can.
QString AlignTab::whyNothingIsWritten() const
{
    if (!m_document.whyReadOnly().isEmpty())
        return m_document.whyReadOnly();
    if (!m_document.sight().now().dataset)
        return tr("A blind review goes on: files with labels are written when it is left.");
    if (m_project.path().empty())
        return tr("There is no project to write beside.");
    if (m_alignment.recipe().steps.empty())
        return tr("The recipe has no steps.");
    return {};
}

void AlignTab::applyToAll()
{
    if (const QString why = whyNothingIsWritten(); !why.isEmpty()) {
        m_document.notices().say(why);
        return;
    }
    const auto dataset = m_videos.dataset();
    ApplyAllDialog dialog(proposedFolder(m_project, m_document, "-aligned"),
                          dataset ? static_cast<int>(dataset->entries.size()) : 0, window());
    if (dialog.exec() == QDialog::Accepted)
        m_alignment.applyToAll(dialog.folder());
}

void AlignTab::writeTensors()
{
    const auto dataset = m_videos.dataset();
    if (const QString why = whyNothingIsWritten(); !why.isEmpty() || !dataset) {
        m_document.notices().say(why.isEmpty() ? tr("No dataset is open.") : why);
        return;
    }
    TensorsDialog dialog(proposedFolder(m_project, m_document, "-tensors"),
                         static_cast<int>(dataset->entries.size()), !dataset->list.folds.empty(), window());
    if (dialog.exec() == QDialog::Accepted)
        m_alignment.writeTensors(dialog.folder(), dialog.settings(), dialog.wantsFolds());
}

void AlignTab::copyPython()
{
    QGuiApplication::clipboard()->setText(
        QString::fromStdString(engine::asPython(m_alignment.recipeInProject())));
    m_document.notices().say(
        tr("The recipe is in the clipboard, as Python with the SDK's calls. To have edited words "
           "and labels in it, save the recipe and load the files beside it."));
}

void AlignTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_panel) {
        makePanel();
        showDataset();
        showRecipe();
        showApplied();
    }
    m_alignment.setPanelShown(true);
    m_faces.want(this, true);
    m_auditor.setFaces(m_faces.tracks());
    m_auditor.setActive(true);
    showReceived();
}

void AlignTab::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_alignment.setPanelShown(false);
    m_auditor.setActive(false);
    m_faces.want(this, false);
}

void AlignTab::showDataset()
{
    if (!m_panel)
        return;
    widgets::AlignPanel::Dataset shown;
    if (const auto dataset = m_videos.dataset()) {
        for (const OpenDataset::Sequence& sequence : dataset->sequences)
            shown.sequences.push_back({sequence.key, sequence.file->path()});
        for (const TierName& tier : alignedTiers(m_document, *dataset))
            shown.sequences.push_back({tier, engine::tierPath(tier)});
        shown.frames = framesPattern(dataset->list);
        shown.videos = static_cast<int>(dataset->entries.size());
    }
    shown.isEditable = m_document.whyReadOnly().isEmpty();
    m_panel->setDataset(shown);
}

void AlignTab::showRecipe()
{
    if (!m_panel)
        return;
    const std::size_t steps = m_alignment.recipe().steps.size();
    m_chosen = steps == 0 ? 0 : std::min(m_chosen, steps - 1);
    m_panel->setRecipe(m_alignment.recipe(), m_chosen);
    showPreview();
}

void AlignTab::showPreview()
{
    if (!m_panel)
        return;
    const AlignmentPreview::Result* result = m_alignment.preview().result();
    const auto dataset = m_videos.dataset();
    if (!result || !dataset) {
        m_panel->setOutcomes({});
        m_panel->setProblem({});
        m_panel->received().setDropped(dataset && dataset->sequences.empty()
                                           ? tr("This dataset has no sequences to align.")
                                           : QString());
        return;
    }
    m_panel->setOutcomes(outcomesOf(*result, m_alignment.recipe(), *dataset));
    m_panel->setProblem(result->error);
    const bool isFailed = !result->error.isEmpty() && m_chosen >= result->reports.size();
    m_panel->received().setDropped(isFailed ? QString() : droppedRows(*result, m_chosen + 1));
}

void AlignTab::showReceived()
{
    if (!m_panel)
        return;
    if (!isVisible() || !m_document.hasVideo() || m_document.video().features.empty()) {
        m_panel->received().setRows({}, std::nullopt);
        return;
    }
    const std::vector<FeatureSeries>& all = m_document.video().features;
    QStringList sequences;
    for (const FeatureSeries& series : all)
        sequences << series.key;
    const QString chosen = m_panel->received().sequence();
    auto series = std::ranges::find(all, chosen, &FeatureSeries::key);
    if (series == all.end()) { // at first that of the sound, which has many rows per word
        series = std::ranges::find(all, engine::Modality::Acoustic, &FeatureSeries::modality);
        series = series == all.end() ? all.begin() : series;
        sequences.move(series - all.begin(), 0);
    }
    m_panel->received().setChoices(sequences, series->names);
    const double position = m_player.position();
    const auto word
        = m_document.wordAt(position) ? m_document.wordAt(position) : m_document.lastWordBefore(position);
    const int dimension = m_panel->received().dimension();
    if (!word || dimension < 0 || series->features->intervals().empty()) {
        m_panel->received().setRows(tr("No word here"), std::nullopt);
        return;
    }
    const auto picture = receivedRows(
        *series->features, m_document.words().intervals[*word], static_cast<std::size_t>(dimension),
        series->modality, functionsAt(m_alignment.recipe(), m_chosen + 1, series->key.toStdString()));
    const auto count = std::ranges::count_if(picture.rows, &widgets::ReceivedRows::Row::received);
    m_panel->received().setRows(tr("“%1” receives %n row(s) of", nullptr, static_cast<int>(count))
                                    .arg(QString::fromStdString(m_document.words().texts[*word])),
                                picture);
}

void AlignTab::showApplied()
{
    if (!m_panel)
        return;
    const bool hasVideo = m_document.hasVideo();
    m_panel->setApplied(hasVideo ? m_document.video().id : QString(), m_alignment.applied().has_value(),
                        m_alignment.applied() == m_alignment.recipe());
}

FileQuestion AlignTab::recipeQuestion(const QString& title) const
{
    return {"recipe", title, tr("Recipes (*.json)"),
            QString::fromStdString(besideProject(m_project, {}).parent_path().string())};
}

void AlignTab::openRecipe()
{
    const QString path = askForFile(this, recipeQuestion(tr("Open recipe")));
    if (!path.isEmpty())
        m_alignment.open(path.toStdString());
}

void AlignTab::saveRecipe()
{
    const std::filesystem::path proposal = besideProject(m_project, ".recipe.json");
    const QString path
        = askForNewFile(this, recipeQuestion(tr("Save recipe")),
                        QString::fromStdString(proposal.filename().string()), QStringLiteral("json"));
    if (path.isEmpty())
        return;
    m_alignment.save(path.toStdString(), [this, path] {
        m_document.notices().say(
            {tr("The recipe was written to %1, with the edited words and labels beside it.").arg(path),
             path});
    });
}

void AlignTab::copyCommand()
{
    if (const QString why = whyNothingIsWritten(); !why.isEmpty()) {
        m_document.notices().say(why);
        return;
    }
    const std::filesystem::path path = besideProject(m_project, ".command.json");
    const std::filesystem::path out = besideProject(m_project, "-aligned");
    m_alignment.save(path, [this, path, out] {
        QGuiApplication::clipboard()->setText(QString::fromStdString(engine::asCommand(path, out)));
        m_document.notices().say(
            tr("The command is in the clipboard. It runs the recipe that was written to %1.")
                .arg(QString::fromStdString(path.string())));
    });
}

}
