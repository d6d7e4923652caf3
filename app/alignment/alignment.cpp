#include "app/alignment/alignment.h"

#include "app/alignment/align_items.h"
#include "app/export/recipe_export.h"
#include "engine/annotation/edits.h"
#include "engine/core/error.h"
#include "engine/core/text_file.h"
#include "engine/media/frame_times.h"
#include "engine/recipes/recipe_loads.h"
#include "engine/recipes/recipe_reader.h"
#include "engine/recipes/resumable_run.h"
#include "engine/snapshot/tier_sequences.h"

#include <utility>

namespace app {

namespace {

constexpr std::size_t kVideosPerPiece = 50; ///< what is lost at most when the work is stopped

}

Alignment::Alignment(Document& document, Editor& editor, Tasks& tasks, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_editor(editor)
    , m_tasks(tasks)
    , m_aligning(tasks)
    , m_writing(tasks)
    , m_reading(tasks)
{
    connect(&m_preview, &AlignmentPreview::changed, this, &Alignment::previewChanged);
    connect(&m_preview, &AlignmentPreview::changed, this, &Alignment::applyWhenTried);
    connect(&m_appliedPreview, &AlignmentPreview::changed, this, &Alignment::appliedChanged);
    connect(&document, &Document::itemsChanged, this, [this](const QString& kind) {
        if (kind == QLatin1String(kRecipeItems))
            readRecipe();
        else if (kind == QLatin1String(kAlignedItems))
            readApplied();
    });
    connect(&document, &Document::datasetChanged, this, [this] { setDataset(nullptr); });
    connect(&document, &Document::tiersStored, this, [this] {
        if (m_dataset && !alignRecipe(m_document.annotation(), root()) && m_recipe != usual())
            readRecipe(); // words or labels came
    });
    connect(&document, &Document::videoChanged, this, &Alignment::readApplied);
    const auto follow = [this](const QString& video) {
        if (m_document.hasVideo() && m_document.video().id == video)
            ask();
    };
    connect(&document, &Document::wordsChanged, this, follow);
    connect(&document, &Document::labelsChanged, this, follow);
    connect(&document, &Document::tierChanged, this,
            [this, follow](const QString& video, const QString& tier) {
                if (namedTiers(m_recipe).contains(tier.toStdString())
                    || (m_applied && namedTiers(*m_applied).contains(tier.toStdString())))
                    follow(video);
            });
}

std::filesystem::path Alignment::root() const
{
    return m_document.dataset().root;
}

void Alignment::setDataset(std::shared_ptr<const OpenDataset> dataset)
{
    m_dataset = std::move(dataset);
    readRecipe();
    readApplied();
}

engine::Recipe Alignment::usual() const
{
    return m_dataset ? usualRecipe(*m_dataset,
                                   {.words = !m_document.videosWithOwnWords().empty(),
                                    .labels = !m_document.videosWithOwnLabels().empty()})
                     : engine::Recipe();
}

void Alignment::readRecipe()
{
    m_recipe = m_dataset ? alignRecipe(m_document.annotation(), root()).value_or(usual()) : engine::Recipe();
    emit recipeChanged();
    ask();
}

void Alignment::readApplied()
{
    const bool was = m_applied.has_value();
    m_applied = m_dataset && m_document.hasVideo()
        ? appliedRecipe(m_document.annotation(), m_document.video().id.toStdString(), root())
        : std::nullopt;
    std::array<engine::WordRule, 3> rules;
    if (const OpenDataset::Sequence* words = m_applied ? m_dataset->withRole(Role::Words) : nullptr) {
        constexpr std::array roles{Role::Text, Role::Acoustic, Role::Visual};
        for (std::size_t i = 0; i < roles.size(); ++i) {
            if (const OpenDataset::Sequence* sequence = m_dataset->withRole(roles[i]))
                rules[i] = wordRuleOf(*m_applied, words->key, sequence->key);
        }
    }
    m_document.setWordRules(rules);
    ask();
    if (was || m_applied)
        emit appliedChanged();
}

std::optional<AlignmentPreview::Wish> Alignment::wish(const engine::Recipe& recipe) const
{
    if (!m_dataset || !m_document.hasVideo() || m_dataset->sequences.empty())
        return std::nullopt;
    AlignmentPreview::Wish wish{
        m_dataset,
        m_document.video().id,
        recipe,
        {},
        {},
        {},
        sequenceOffsets(m_document.annotation(), m_document.video().id.toStdString()),
        faceCorrections(m_document.annotation(), m_document.video().id.toStdString())};
    const std::string video = wish.video.toStdString();
    if (m_document.hasOwnWords(video))
        wish.words = m_document.ownWords(video);
    if (engine::LabelRows labels = m_document.ownLabelRows(video); !labels.names.empty())
        wish.labels = std::move(labels);
    for (const TierName& tier : namedTiers(recipe))
        wish.tiers.emplace(tier, engine::tierSequence(m_document.annotation(), tier, video));
    return wish;
}

void Alignment::ask()
{
    if (m_isPanelShown || !m_videoToAlign.isEmpty()) // else what it shows stays until it is in sight again
        m_preview.want(wish(m_recipe));
    m_appliedPreview.want(m_applied ? wish(*m_applied) : std::nullopt);
}

void Alignment::setRecipe(const engine::Recipe& recipe, const QString& what)
{
    m_editor.edit(what, [&](const engine::Annotation& annotation) {
        return engine::putItem(annotation, alignRecipeItem(recipe, root()));
    });
}

void Alignment::setPanelShown(bool shown)
{
    if (std::exchange(m_isPanelShown, shown) != shown && shown)
        ask();
}

/// Once it is known what the recipe makes of the video: a broken one is not applied.
void Alignment::apply()
{
    m_videoToAlign = m_document.video().id;
    if (!m_isPanelShown || !m_preview.result()) // else it is that of this recipe, or on its way
        m_preview.want(wish(m_recipe));
    applyWhenTried();
}

void Alignment::applyWhenTried()
{
    if (m_videoToAlign.isEmpty() || !m_preview.isCurrent())
        return;
    const QString video = std::exchange(m_videoToAlign, QString());
    const AlignmentPreview::Result* result = m_preview.result();
    if (!m_document.isInSight(video) || (result && result->video != video))
        return;
    if (!result || !result->error.isEmpty()) {
        m_document.notices().say(
            tr("The recipe cannot be applied to %1: %2")
                .arg(video, result ? result->error : tr("This dataset has no sequences to align.")));
        return;
    }
    const bool isApplied
        = m_editor.edit(tr("align %1").arg(video), [&](const engine::Annotation& annotation) {
              return engine::putItem(annotation, appliedItem(video.toStdString(), m_recipe, root()));
          });
    if (isApplied)
        emit rowsAligned();
}

namespace {

struct Ran {
    QStringList warnings; ///< what a person should know
    int videos = 0; ///< that the result holds
};

/// Writes a recipe into the folder, with the edited tiers beside it, and runs it there.
Ran runInFolder(const engine::Recipe& recipe, const OpenDataset& dataset, const RecipeEdits& edits,
                const std::filesystem::path& folder, const engine::RunContext& run)
{
    engine::makeFolder(folder);
    if (holdsOtherFiles(folder))
        throw engine::IoError("not_empty", folder.string(),
                              "holds other files; an empty or a new folder is expected");
    const engine::Recipe written = exportRecipe(recipe, dataset, edits, folder / kRecipeFile);
    engine::RunSettings settings;
    settings.videos.frameTimes = [zero = dataset.zero](const engine::VideoFrames& frames) {
        return engine::frameTimes(engine::MediaFile(frames.file, zero));
    };
    const std::size_t pieces = (dataset.entries.size() + kVideosPerPiece - 1) / kVideosPerPiece;
    const engine::RunSummary summary = engine::runResumably(written, folder, pieces, settings, run);
    Ran ran{{}, static_cast<int>(summary.videos)};
    for (const std::string& warning : summary.warnings)
        ran.warnings << QString::fromStdString(warning);
    return ran;
}

/// The recipe with arrays as its output; the SDK makes them of ids that all sequences have.
engine::Recipe withTensors(engine::Recipe recipe, const OpenDataset& dataset, engine::TensorSettings settings,
                           bool byFold)
{
    recipe.output = engine::RecipeOutput::Tensors;
    recipe.outputFiles.clear();
    if (recipe.steps.empty() || !std::holds_alternative<engine::HardUnifyStep>(recipe.steps.back()))
        recipe.steps.emplace_back(engine::HardUnifyStep{});
    if (byFold) {
        settings.folds.emplace();
        for (const char* fold : {"train", "valid", "test"}) {
            const auto videos = dataset.list.folds.find(fold);
            settings.folds->push_back(videos == dataset.list.folds.end() ? std::vector<std::string>()
                                                                         : videos->second);
        }
    }
    if (const OpenDataset::Sequence* labels = dataset.withRole(Role::Labels)) {
        engine::forEachLoad(recipe, [&](const engine::Load& load) {
            for (const engine::Load::Item& item : load.items) {
                if (item.file == labels->file->path())
                    settings.unpadded.push_back(item.name);
            }
        });
    }
    recipe.tensors = std::move(settings);
    return recipe;
}

}

void Alignment::applyToAll(const std::filesystem::path& folder)
{
    if (!m_dataset)
        return;
    m_aligning.start(
        tr("Aligning the dataset"),
        [recipe = m_recipe, dataset = m_dataset, edits = recipeEdits(m_document, m_recipe),
         folder](const engine::RunContext& run) { return runInFolder(recipe, *dataset, edits, folder, run); },
        [this, recipe = m_recipe, dataset = m_dataset, folder](const Ran& ran) {
            for (const QString& warning : ran.warnings)
                m_document.notices().say(warning);
            // Where another dataset was opened meanwhile, there is nothing to apply it to.
            const bool isApplied = dataset == m_dataset
                && m_editor.edit(tr("align all videos"), [&](const engine::Annotation& annotation) {
                       return app::applyToAll(annotation, recipe, root());
                   });
            if (isApplied)
                emit rowsAligned();
            const QString where = QString::fromStdString(folder.string());
            const auto all = static_cast<int>(dataset->entries.size());
            const QString told = ran.videos < all
                ? tr("%1 of %n video(s) aligned; the sequences are in %2.", nullptr, all).arg(ran.videos)
                : tr("%n video(s) aligned; the sequences are in %1.", nullptr, all);
            m_document.notices().say({told.arg(where), where, isApplied});
        });
}

void Alignment::writeTensors(const std::filesystem::path& folder, engine::TensorSettings settings,
                             bool byFold)
{
    if (!m_dataset)
        return;
    const engine::Recipe recipe = withTensors(m_recipe, *m_dataset, std::move(settings), byFold);
    m_writing.start(
        tr("Writing tensors"),
        [recipe, dataset = m_dataset, edits = recipeEdits(m_document, recipe),
         folder](const engine::RunContext& run) { return runInFolder(recipe, *dataset, edits, folder, run); },
        [this, folder](const Ran& ran) {
            for (const QString& warning : ran.warnings)
                m_document.notices().say(warning);
            const QString where = QString::fromStdString(folder.string());
            m_document.notices().say({tr("The tensors are in %1.").arg(where), where, false});
        });
}

void Alignment::open(const std::filesystem::path& path)
{
    struct Read {
        engine::Recipe recipe;
        std::vector<std::string> warnings;
    };
    m_reading.start(
        tr("Reading the recipe"),
        [path](const engine::RunContext&) {
            Read read;
            read.recipe = engine::readRecipe(path, read.warnings);
            read.recipe.hash.clear();
            return read;
        },
        [this, path](const Read& read) {
            setRecipe(read.recipe,
                      tr("open the recipe %1").arg(QString::fromStdString(path.filename().string())));
            for (const std::string& warning : read.warnings)
                m_document.notices().say(QString::fromStdString(warning));
        });
}

void Alignment::save(const std::filesystem::path& path, std::function<void()> done)
{
    if (!m_dataset)
        return;
    m_tasks.start(
        tr("Writing the recipe"), this,
        [recipe = m_recipe, dataset = m_dataset, edits = recipeEdits(m_document, m_recipe),
         path](const engine::RunContext&) { return exportRecipe(recipe, *dataset, edits, path); },
        [done = std::move(done)](const engine::Recipe&) { done(); });
}

engine::Recipe Alignment::recipeInProject() const
{
    return m_dataset ? asInProject(m_recipe, *m_dataset, recipeEdits(m_document, m_recipe)) : m_recipe;
}

void Alignment::revert()
{
    const QString video = m_document.video().id;
    m_editor.edit(tr("revert %1 to its source").arg(video), [&](const engine::Annotation& annotation) {
        return engine::putItem(annotation, appliedItem(video.toStdString(), std::nullopt, root()));
    });
}

}
