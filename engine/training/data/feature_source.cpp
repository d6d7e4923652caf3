#include "engine/training/data/feature_source.h"

#include "engine/core/error.h"
#include "engine/training/data/feature_files.h"
#include "engine/training/data/feature_shaping.h"
#include "engine/training/data/folds.h"
#include "engine/training/media/media_store.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace engine {

namespace {

void checkAgainstFirst(const LabelledSegment& segment, const LabelledSegment& first)
{
    const auto refuse = [&](const char* code, const std::string& what) {
        throw ShapeError(code, segment.id + ": " + what);
    };
    if (segment.input.text.rows == 0)
        refuse("no_words", "The segment has no words; at least one is expected.");
    for (const Modality modality : allModalities) {
        const FeatureMatrix& features = segment.input.of(modality);
        const std::size_t width = first.input.of(modality).columns;
        if (features.rows != segment.input.text.rows)
            refuse("row_mismatch",
                   fmt::format("The {} features have {} rows, expected one for each of the {} words.",
                               name(modality), features.rows, segment.input.text.rows));
        if (features.columns != width)
            refuse("wrong_width",
                   fmt::format("The {} features have {} dimensions, {} has {}.", name(modality),
                               features.columns, first.id, width));
    }
    if (segment.labels.size() != first.labels.size())
        refuse("wrong_labels",
               fmt::format("There are {} labels, {} has {}.", segment.labels.size(), first.id,
                           first.labels.size()));
}

/// @param media  receives what is seen and heard
FeatureData fromDataset(const FeatureSource& source, const DataOptions& options, const RunContext& run,
                        std::shared_ptr<const MediaStore>& media)
{
    const DatasetList list = readDatasetList(source.dataset);
    std::vector<LabelledSegment> segments = labelledSegments(list, source.recipe, run);
    media = mediaFor(segments, list, options, run);
    const bool isSplitAnew = !options.split.is_null();
    if (isSplitAnew) {
        for (LabelledSegment& segment : segments)
            segment.fold = "train";
    }
    const Folds folds = splitByFold(std::move(segments));
    FeatureData data;
    data.source = source.dataset.string();
    data.sequences = {source.recipe.text, source.recipe.acoustic, source.recipe.visual};
    data.folds
        = {foldOf("train", folds.training), foldOf("valid", folds.validation), foldOf("test", folds.test)};
    return data;
}

}

std::shared_ptr<const MediaStore> mediaFor(std::span<const LabelledSegment> segments, const DatasetList& list,
                                           const DataOptions& options, const RunContext& run)
{
    if (options.media.is_null())
        return nullptr;
    std::vector<MediaSpan> spans;
    for (const LabelledSegment& segment : segments) {
        const DatasetList::Media* const media = list.mediaOf(videoOf(segment.id));
        if (!media)
            throw FormatError("no_media", list.name,
                              "lists no recording of " + videoOf(segment.id)
                                  + ", which the model is to see and hear");
        spans.push_back({segment.id, media->file, segment.interval});
    }
    return std::make_shared<MediaStore>(mediaOptionsFromJson(options.media), std::move(spans), run);
}

void requireAlike(std::span<const LabelledSegment> segments)
{
    for (const LabelledSegment& segment : segments)
        checkAgainstFirst(segment, segments.front());
}

FoldData foldOf(const std::string& name, std::span<const LabelledSegment> segments)
{
    requireAlike(segments);
    FoldData fold;
    fold.name = name;
    std::size_t steps = 0;
    const bool haveTexts = std::ranges::any_of(
        segments, [](const LabelledSegment& segment) { return !segment.transcript.empty(); });
    for (const LabelledSegment& segment : segments) {
        fold.ids.push_back(segment.id);
        if (haveTexts)
            fold.transcripts.push_back(segment.transcript);
        fold.lengths.push_back(static_cast<std::int64_t>(segment.input.text.rows));
        steps = std::max(steps, segment.input.text.rows);
    }
    fold.labels = FeatureMatrix(segments.size(), segments.empty() ? 0 : segments.front().labels.size());
    for (const Modality modality : allModalities) {
        FeatureBlock& block = fold.of(modality);
        block = {steps, segments.empty() ? 0 : segments.front().input.of(modality).columns, {}};
        block.values.resize(segments.size() * block.segmentLength());
        for (std::size_t i = 0; i < segments.size(); ++i)
            std::ranges::copy(segments[i].input.of(modality).values, block.segment(i).begin());
        fold.presenceOf(modality).assign(segments.size(), block.width > 0);
    }
    for (std::size_t i = 0; i < segments.size(); ++i)
        std::ranges::copy(segments[i].labels, fold.labels.row(i).begin());
    return fold;
}

FeatureData readFeatures(const FeatureSource& source, const DataOptions& options, const RunContext& run)
{
    std::shared_ptr<const MediaStore> media;
    FeatureData data
        = source.data.empty() ? fromDataset(source, options, run, media) : readFeatureFile(source.data);
    if (source.dataset.empty() && !options.media.is_null())
        throw FormatError("bad_config", "media",
                          "is of recordings, which a file of features does not have; name a dataset");
    if (!options.split.is_null())
        data = resplit(data, options.split);
    for (FoldData& fold : data.folds)
        fold.media = media;
    if (media && media->shareWithFace() < 1.0)
        data.notes.push_back(
            fmt::format("a face was found on {:.0f} % of the frames; of the others the square "
                        "in the middle is seen",
                        100.0 * media->shareWithFace()));
    settleBrokenNumbers(data, options.nanIsZero);
    return data;
}

nlohmann::json videosOf(const FeatureData& data)
{
    nlohmann::json ids = nlohmann::json::object();
    for (const FoldData& fold : data.folds) {
        std::set<std::string> videos;
        for (const std::string& id : fold.ids)
            videos.insert(videoOf(id));
        ids[fold.name] = videos;
    }
    return ids;
}

}
