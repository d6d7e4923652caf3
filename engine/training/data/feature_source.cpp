#include "engine/training/data/feature_source.h"

#include "engine/alignment/recipe_sequences.h"
#include "engine/core/error.h"
#include "engine/core/segment_id.h"
#include "engine/sequences/metadata.h"
#include "engine/training/data/feature_files.h"
#include "engine/training/data/feature_shaping.h"
#include "engine/training/data/folds.h"
#include "engine/training/data/listed_listeners.h"
#include "engine/training/data/listed_turns.h"
#include "engine/training/data/packed_dataset.h"
#include "engine/training/data/part_segments.h"
#include "engine/training/media/media_store.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace engine {

namespace {

/// Of aligned segments: the rows of each modality.
std::size_t rowsOf(const LabelledSegment& segment)
{
    std::size_t rows = 0;
    for (const Modality modality : allModalities)
        rows = std::max(rows, segment.input.of(modality).rows);
    return rows;
}

void checkAgainstFirst(const LabelledSegment& segment, const LabelledSegment& first, bool areAligned)
{
    const auto refuse = [&](const char* code, const std::string& what) {
        throw ShapeError(code, segment.id + ": " + what);
    };
    if (areAligned ? segment.input.text.rows == 0 : rowsOf(segment) == 0)
        refuse("no_words",
               areAligned ? "The segment has no words; at least one is expected."
                          : "The segment has no row in any modality; at least one is expected.");
    for (const Modality modality : allModalities) {
        const FeatureMatrix& features = segment.input.of(modality);
        const std::size_t width = first.input.of(modality).columns;
        if (areAligned && features.rows != segment.input.text.rows)
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

/// What the list says of those from whom is learnt; of several kinds nothing.
FeatureData withWho(FeatureData data, const DatasetList& list)
{
    std::map<std::string, Who> others;
    for (const DatasetList::Media& media : list.media) {
        if (media.who)
            others.emplace(media.id, *media.who);
    }
    std::set<std::optional<Who>> kinds;
    for (const std::string& id : data.training().ids) {
        const auto other = others.find(videoOfSegment(id));
        kinds.insert(other == others.end() ? list.who : other->second);
    }
    data.who = kinds.size() == 1 ? *kinds.begin() : std::nullopt;
    data.languages = list.languages;
    return data;
}

/// A split of the options is applied to the folds of the file.
FeatureData fromPackedDataset(const DatasetList& list, const SegmentRecipe& recipe,
                              const std::filesystem::path& packed, const DataOptions& options,
                              const RunContext& run)
{
    if (options.media)
        throw FormatError("bad_config", "media",
                          "is of recordings that are seen and heard; the dataset has packed features");
    PackedDataset dataset = readPackedDataset(list, recipe, packed, run);
    if (!options.split)
        return inFoldsOfList(std::move(dataset));
    return kept(dataset, labelled(dataset.data)).data;
}

/// @param media  receives what is seen and heard
FeatureData fromDataset(const FeatureSource& source, const DataOptions& options, const RunContext& run,
                        std::shared_ptr<const MediaStore>& media)
{
    DatasetList list = readDatasetList(source.dataset);
    if (const std::filesystem::path packed = packedFileOf(list, source.recipe); !packed.empty())
        return withWho(fromPackedDataset(list, source.recipe, packed, options, run), list);
    if (source.recipe.windows && options.split)
        list.folds = *options.split; // which decide whether windows overlap
    const bool areParts = options.media && options.media->areParts; // asked wherever there is a recording
    std::vector<LabelledSegment> segments
        = areParts ? partSegments(list, source.recipe, run) : labelledSegments(list, source.recipe, run);
    media = mediaFor(segments, list, options, run);
    if (options.split) {
        for (LabelledSegment& segment : segments)
            segment.fold = "train";
    }
    const bool areAligned = !source.recipe.hasOwnRows;
    const Folds folds = splitByFold(std::move(segments),
                                    /*needsLabels=*/!source.recipe.windows && !source.keepsUnlabelled);
    FeatureData data;
    data.source = source.dataset.string();
    data.sequences = {source.recipe.text, source.recipe.acoustic, source.recipe.visual};
    data.folds = {foldOf("train", folds.training, areAligned), foldOf("valid", folds.validation, areAligned),
                  foldOf("test", folds.test, areAligned)};
    for (FoldData& fold : data.folds) {
        for (const Modality modality : allModalities) {
            if (areParts)
                fold.presenceOf(modality).assign(fold.ids.size(), true);
        }
    }
    if (const std::size_t columns = data.training().labels.columns; columns > 0)
        data.labelNames = labelNamesIn(list, source.recipe, columns);
    noteUnaligned(data);
    const ListedTurns turns(list, source.recipe);
    for (FoldData& fold : data.folds)
        turns.tell(fold);
    if (source.keepsUnlabelled) { // models of conversations
        const ListedListeners listeners(list, source.recipe, source.seesListeners);
        for (FoldData& fold : data.folds)
            listeners.tell(fold);
    }
    std::ranges::move(turns.doubtsOf(options.split ? *options.split : list.folds),
                      std::back_inserter(data.notes));
    return withWho(std::move(data), list);
}

}

std::shared_ptr<const MediaStore> mediaFor(std::span<const LabelledSegment> segments, const DatasetList& list,
                                           const DataOptions& options, const RunContext& run)
{
    if (!options.media)
        return nullptr;
    std::vector<MediaSpan> spans;
    for (const LabelledSegment& segment : segments) {
        const DatasetList::Media* const media = list.mediaOf(videoOfSegment(segment.id));
        if (!media)
            throw FormatError("no_media", list.name,
                              "lists no recording of " + videoOfSegment(segment.id)
                                  + ", which the model is to see and hear");
        spans.push_back({segment.id, media->file, segment.interval});
    }
    return std::make_shared<MediaStore>(*options.media, std::move(spans), run);
}

void requireAlike(std::span<const LabelledSegment> segments, bool areAligned)
{
    for (const LabelledSegment& segment : segments)
        checkAgainstFirst(segment, segments.front(), areAligned);
}

namespace {

/// Steps and presence of one modality; its own lengths when `hasOwnLengths`.
void layRows(FoldData& fold, Modality modality, std::span<const LabelledSegment> segments, std::size_t steps,
             bool hasOwnLengths)
{
    FeatureBlock& block = fold.of(modality);
    block = {steps, segments.empty() ? 0 : segments.front().input.of(modality).columns, {}};
    block.values.resize(segments.size() * block.segmentLength());
    std::vector<bool>& presence = fold.presenceOf(modality);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const FeatureMatrix& features = segments[i].input.of(modality);
        std::ranges::copy(features.values, block.segment(i).begin());
        presence.push_back(block.width > 0 && features.rows > 0);
        if (hasOwnLengths)
            block.lengths.push_back(static_cast<std::int64_t>(std::max<std::size_t>(1, features.rows)));
    }
}

std::size_t longestOf(std::span<const LabelledSegment> segments, Modality modality)
{
    std::size_t longest = 1;
    for (const LabelledSegment& segment : segments)
        longest = std::max(longest, segment.input.of(modality).rows);
    return longest;
}

}

FoldData foldOf(const std::string& name, std::span<const LabelledSegment> segments, bool areAligned)
{
    requireAlike(segments, areAligned);
    FoldData fold;
    fold.name = name;
    const bool haveTexts = std::ranges::any_of(
        segments, [](const LabelledSegment& segment) { return !segment.transcript.empty(); });
    for (const LabelledSegment& segment : segments) {
        fold.ids.push_back(segment.id);
        fold.spans.push_back(segment.interval);
        if (haveTexts)
            fold.transcripts.push_back(segment.transcript);
        fold.lengths.push_back(static_cast<std::int64_t>(std::max<std::size_t>(1, segment.input.text.rows)));
    }
    fold.labels = FeatureMatrix(segments.size(), segments.empty() ? 0 : segments.front().labels.size());
    for (const Modality modality : allModalities) {
        const std::size_t steps
            = segments.empty() ? 0 : longestOf(segments, areAligned ? Modality::Text : modality);
        layRows(fold, modality, segments, steps, !areAligned && modality != Modality::Text);
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
    if (source.dataset.empty() && options.media)
        throw FormatError("bad_config", "media",
                          "is of recordings, which a file of features does not have; name a dataset");
    if (options.split)
        data = resplit(data, *options.split);
    for (FoldData& fold : data.folds)
        fold.media = media;
    if (media && media->shareWithFace() < 1.0)
        data.notes.push_back(
            fmt::format("a face was found on {:.0f} % of the frames; of the others the square "
                        "in the middle is seen",
                        100.0 * media->shareWithFace()));
    settleBrokenNumbers(data, options.nanIsZero);
    for (FoldData& fold : data.folds) {
        if (!source.keepsUnlabelled && !fold.turns.empty()) // of a file: a dataset's are left out before
            fold = labelledOnly(fold);
    }
    return data;
}

std::vector<std::string> labelNamesIn(const DatasetList& list, const SegmentRecipe& recipe,
                                      std::size_t columns)
{
    const Metadata metadata = openSequence(list, recipe.labels).metadata();
    const auto given = metadata.find("dimension names");
    if (given == metadata.end() || !given->second.is_array() || given->second.size() != columns)
        return {};
    std::vector<std::string> names = dimensionNames(metadata, columns);
    const std::set<std::string> different(names.begin(), names.end());
    return different.size() == columns && !different.contains("") ? names : std::vector<std::string>();
}

FoldLists videosOf(const FeatureData& data)
{
    FoldLists ids;
    for (const FoldData& fold : data.folds) {
        std::set<std::string> videos;
        for (const std::string& id : fold.ids)
            videos.insert(videoOfSegment(id));
        ids[fold.name].assign(videos.begin(), videos.end());
    }
    return ids;
}

}
