#include "app/alignment/alignment_preview.h"

#include "engine/core/error.h"
#include "engine/dataset_opening/face_sequences.h"
#include "engine/media/frame_times.h"
#include "engine/recipes/recipe_loads.h"
#include "engine/sequences/feature_pyramid.h"
#include "engine/sequences/stored_features.h"
#include "engine/snapshot/edited_words.h"
#include "engine/snapshot/tier_sequences.h"

#include <QCoreApplication>

#include <set>

namespace app {

namespace {

using Files = AlignmentPreview::Files;

/// Of one video's features as float32: they and what the steps make of them have to fit into memory.
constexpr std::size_t kMostBytes = std::size_t{512} << 20;

/// The video's entries alone, in memory.
engine::ComputationalSequence onlyOf(const engine::ComputationalSequence& sequence, const std::string& video)
{
    engine::ComputationalSequence part;
    part.setMetadata(sequence.metadata());
    for (const std::string& id : sequence.ids()) {
        if (engine::strippedId(id) == video)
            part.put(id, sequence.entry(id));
    }
    return part;
}

const OpenDataset::Sequence* sequenceOf(const OpenDataset& dataset, const std::filesystem::path& file)
{
    for (const OpenDataset::Sequence& sequence : dataset.sequences) {
        if (std::filesystem::path(sequence.file->path()) == file)
            return &sequence;
    }
    return nullptr;
}

std::set<std::filesystem::path> filesOf(const engine::Recipe& recipe)
{
    std::set<std::filesystem::path> files;
    engine::forEachLoad(recipe, [&](const engine::Load& load) {
        for (const engine::Load::Item& item : load.items)
            files.insert(item.file);
    });
    return files;
}

/// What the recipe loads. @param known  what was read of this video before; may be null
std::shared_ptr<const Files> readFiles(const AlignmentPreview::Wish& wish,
                                       const std::shared_ptr<const Files>& known,
                                       const engine::RunContext& run)
{
    auto files = known ? std::make_shared<Files>(*known) : std::make_shared<Files>();
    const std::set<std::filesystem::path> wanted = filesOf(wish.recipe);
    for (const OpenDataset::Sequence& sequence : wish.dataset->sequences) {
        run.tick(0, 1);
        if (!wanted.contains(sequence.file->path()) || files->contains(sequence.file->path()))
            continue;
        if (!sequence.isText && engine::bytesInMemory(*sequence.file, wish.video.toStdString()) > kMostBytes)
            throw engine::ShapeError(
                "too_large",
                QCoreApplication::translate("app::AlignmentPreview",
                                            "%1 is too large to be aligned while it is looked at.")
                    .arg(QString::fromStdString(sequence.key))
                    .toStdString());
        files->emplace(sequence.file->path(),
                       onlyOf(engine::ComputationalSequence(sequence.file), wish.video.toStdString()));
    }
    return files;
}

/// Names of what so many collapse functions made of dimensions: `f0_hz mean`, `f0_hz std`.
QStringList namesOf(const OpenDataset::Sequence* sequence, std::size_t columns,
                    const std::vector<engine::CollapseFunction>& functions)
{
    const std::size_t count = std::max<std::size_t>(1, functions.size());
    QStringList names;
    if (!sequence || columns % count != 0)
        return names;
    QStringList own;
    for (const std::string& name : engine::dimensionNames(sequence->file->metadata(), columns / count))
        own << QString::fromStdString(name);
    if (functions.size() < 2)
        return own;
    for (const engine::CollapseFunction& function : functions) {
        for (const QString& name : own)
            names << QStringLiteral("%1 %2").arg(name, QString::fromStdString(function.toString()));
    }
    return names;
}

/// The functions of the first align step that collapses the sequence's rows: those behind it get one row
/// each.
std::vector<engine::CollapseFunction> functionsOf(const engine::Recipe& recipe, const std::string& key)
{
    for (const engine::RecipeStep& step : recipe.steps) {
        const auto* align = std::get_if<engine::AlignStep>(&step);
        if (align && !align->functionsFor(key).empty())
            return align->functionsFor(key);
    }
    return {};
}

const OpenDataset::Sequence* sequenceCalled(const AlignmentPreview::Wish& wish, const std::string& key)
{
    const auto in = [&](const engine::Load& load) -> const OpenDataset::Sequence* {
        for (const engine::Load::Item& item : load.items) {
            if (item.name == key)
                return sequenceOf(*wish.dataset, item.file);
        }
        return nullptr;
    };
    if (const auto* found = in(wish.recipe.load))
        return found;
    for (const engine::RecipeStep& step : wish.recipe.steps) {
        const auto* add = std::get_if<engine::AddStep>(&step);
        if (const auto* found = add ? in(add->load) : nullptr)
            return found;
    }
    return nullptr;
}

/// What the files of the recipe hold of the video, with the project's words and labels.
engine::LoadSequence loaderOf(const AlignmentPreview::Wish& wish, const Files& files)
{
    return [&wish, &files, video = wish.video.toStdString()](const std::filesystem::path& file) {
        if (const auto tier = engine::tierNamed(file)) {
            const auto found = wish.tiers.find(*tier);
            return found == wish.tiers.end() ? engine::ComputationalSequence() : found->second;
        }
        const OpenDataset::Sequence* sequence = sequenceOf(*wish.dataset, file);
        if (!sequence)
            throw engine::IoError("file_not_found", file.string(), "is no sequence of the open dataset");
        if (sequence->role == Role::Words && wish.words)
            return onlyOf(engine::withWords(sequence->file, {{video, *wish.words}}), video);
        if (sequence->role == Role::Labels && wish.labels)
            return onlyOf(engine::withLabels(sequence->file, {{video, *wish.labels}}), video);
        const engine::ComputationalSequence rows = holdsFaceMeasures(*sequence) && wish.faces.changeTracks()
            ? onlyOf(withFaces(*wish.dataset, *sequence, {{video, wish.faces}}, {{video, wish.offsets}}),
                     video)
            : files.at(file);
        const auto offset = wish.offsets.find(sequence->key);
        return offset == wish.offsets.end() ? rows : engine::shifted(rows, {{video, offset->second}});
    };
}

/// As many steps as can be done; `error` says why the next one cannot.
engine::RecipePreview previewAsFarAsPossible(const AlignmentPreview::Wish& wish,
                                             const engine::LoadSequence& load, QString& error)
{
    for (std::size_t steps = wish.recipe.steps.size();; --steps) {
        try {
            return engine::previewRecipe(
                wish.recipe, steps, wish.video.toStdString(), load, [&](const engine::VideoFrames& frames) {
                    return engine::frameTimes(engine::MediaFile(frames.file, wish.dataset->zero));
                });
        } catch (const engine::Cancelled&) {
            throw;
        } catch (const std::exception& failure) {
            error = QString::fromUtf8(failure.what());
            if (steps == 0)
                return {};
        }
    }
}

std::shared_ptr<AlignmentPreview::Result> work(const AlignmentPreview::Wish& wish,
                                               const std::shared_ptr<const Files>& files,
                                               const engine::RunContext& run)
{
    auto result = std::make_shared<AlignmentPreview::Result>();
    result->video = wish.video;
    try {
        result->files = readFiles(wish, files, run);
    } catch (const engine::Cancelled&) {
        throw;
    } catch (const std::exception& error) { // a damaged entry, or no memory
        result->error = QString::fromUtf8(error.what());
        return result;
    }
    engine::RecipePreview preview
        = previewAsFarAsPossible(wish, loaderOf(wish, *result->files), result->error);
    result->reports = std::move(preview.reports);
    for (engine::PreviewedSequence& rows : preview.sequences) {
        const OpenDataset::Sequence* source = sequenceCalled(wish, rows.key);
        AlignmentPreview::Sequence shown;
        shown.modality = source ? modalityOf(*source) : engine::Modality::Acoustic;
        shown.names = namesOf(source, rows.rows.features.columns, functionsOf(wish.recipe, rows.key));
        if (!rows.isText && !rows.rows.intervals.empty())
            shown.features = engine::FeaturePyramid::build(
                std::make_shared<const engine::TimedFeatures>(rows.rows), run);
        shown.rows = std::move(rows);
        result->sequences.push_back(std::move(shown));
    }
    return result;
}

}

const AlignmentPreview::Sequence* AlignmentPreview::Result::find(const QString& key) const
{
    for (const Sequence& sequence : sequences) {
        if (sequence.rows.key == key.toStdString())
            return &sequence;
    }
    return nullptr;
}

AlignmentPreview::AlignmentPreview(QObject* parent) : QObject(parent) { }

void AlignmentPreview::want(std::optional<Wish> wish)
{
    m_wish = std::move(wish);
    m_waiting = m_wish.has_value();
    if (!m_wish && m_result) {
        m_result.reset();
        emit changed();
    }
    start();
}

void AlignmentPreview::start()
{
    if (!m_waiting || m_work.isRunning())
        return;
    m_waiting = false;
    const bool isSameVideo = m_result && m_result->files && m_result->video == m_wish->video;
    m_work.start(
        QString(),
        [wish = *m_wish, dataset = m_dataset.lock(), files = isSameVideo ? m_result->files : nullptr](
            const TaskRun& run) { return work(wish, dataset == wish.dataset ? files : nullptr, run); },
        [this](const Outcome<std::shared_ptr<Result>>& end) { take(end); });
    m_dataset = m_wish->dataset;
}

void AlignmentPreview::take(const Outcome<std::shared_ptr<Result>>& end)
{
    if (const auto* result = std::get_if<std::shared_ptr<Result>>(&end); result && m_wish) {
        m_result = *result;
        if (m_result->video == m_wish->video) // else another video is in sight by now
            emit changed();
    }
    start();
}

}
