#include "engine/training/data/packed_dataset.h"

#include "engine/conversations/conversation_folds.h"
#include "engine/conversations/listed_conversations.h"
#include "engine/core/error.h"
#include "engine/core/segment_id.h"
#include "engine/media/media_info.h"
#include "engine/packed/packed_videos.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/metadata.h"
#include "engine/sequences/timed_features.h"
#include "engine/training/data/feature_files.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <map>
#include <optional>

namespace engine {

namespace {

constexpr float kNoLabel = std::numeric_limits<float>::quiet_NaN();

/// A segment as the dataset has it.
struct PackedSegment {
    std::string id;
    Interval span;
    bool isThere = true; ///< people did not remove it
    bool isOfLabels = true;
    std::optional<std::vector<float>> labels = {}; ///< absent: those of the file
};

/// The labels of a list that take the place of the file's.
class ListedLabels {
public:
    explicit ListedLabels(const DatasetList::Sequence& listed) : m_file(listed.file)
    {
        for (const std::string& id : m_file.ids()) {
            const EntryShape shape = m_file.shape(id);
            m_width = shape.features.size() > 1 ? shape.features[1] : 1;
            break;
        }
        m_names = dimensionNames(m_file.metadata(), m_width);
    }

    /// Which columns are taken: those that the file's reader learns, else all.
    void chooseFor(FeatureData& data)
    {
        std::vector<std::size_t> columns;
        for (const std::string& name : data.labelColumns) {
            const auto found = std::ranges::find(m_names, name);
            if (found != m_names.end())
                columns.push_back(static_cast<std::size_t>(found - m_names.begin()));
        }
        if (!columns.empty() && columns.size() == data.labelColumns.size()) {
            m_columns = std::move(columns);
            return;
        }
        m_columns.clear();
        for (std::size_t column = 0; column < m_width; ++column)
            m_columns.push_back(column);
        data.labelNames = data.labelColumns = m_names;
    }

    std::size_t columns() const { return m_columns.size(); }
    TimedFeatures rowsOf(const std::string& video) const { return readFeatures(m_file, video); }
    std::vector<float> chosen(std::span<const float> row) const
    {
        std::vector<float> values;
        for (const std::size_t column : m_columns)
            values.push_back(row[column]);
        return values;
    }

private:
    CsdFile m_file;
    std::size_t m_width = 1;
    std::vector<std::string> m_names;
    std::vector<std::size_t> m_columns;
};

/// Gives the segments of a video the labels of the same place. A clip is a segment by itself, whatever the
/// clock says.
void label(std::vector<PackedSegment*> segments, const std::string& video, const ListedLabels& labels)
{
    const TimedFeatures rows = labels.rowsOf(video);
    const std::vector<float> none(labels.columns(), kNoLabel);
    for (PackedSegment* segment : segments) {
        segment->labels = none;
        segment->isOfLabels = false;
        segment->isThere = rows.intervals.empty();
    }
    for (std::size_t k = 0; k < rows.intervals.size(); ++k) {
        const Interval& row = rows.intervals[k];
        const auto isOf = [&](const PackedSegment* segment) {
            return !segment->isOfLabels && (segments.size() == 1 || areSame(row, segment->span));
        };
        const auto found = std::ranges::find_if(segments, isOf);
        if (found == segments.end())
            continue;
        PackedSegment& segment = **found;
        segment.id = fmt::format("{}[{}]", video, k);
        segment.span = row;
        segment.isThere = segment.isOfLabels = true;
        segment.labels = labels.chosen(rows.features.row(k));
    }
}

/// All segments of the file as the dataset has them, by their places in it.
std::vector<PackedSegment> segmentsOf(const PackedVideos& videos, const ListedLabels* labels,
                                      const RunContext& run)
{
    std::vector<PackedSegment> segments(videos.file()->ids().size());
    for (std::size_t done = 0; const std::string& video : videos.ids()) {
        run.tick(done++, videos.ids().size());
        const std::span<const std::size_t> places = videos.segments(video);
        const std::vector<Interval> spans = videos.spans(video);
        std::vector<PackedSegment*> own;
        for (std::size_t i = 0; i < places.size(); ++i) {
            PackedSegment& segment = segments[places[i]];
            segment.id = videos.segmentId(places[i]);
            segment.span = spans[i];
            own.push_back(&segment);
        }
        if (labels)
            label(own, video, *labels);
    }
    return segments;
}

/// The fold that a list gives to a segment, by its own id, by that of the file, or by its video.
class ListedFolds {
public:
    explicit ListedFolds(const DatasetList& list)
    {
        for (const auto& [fold, ids] : withEntries(list.folds, listedConversations(list))) {
            for (const std::string& id : ids)
                m_folds.emplace(id, fold);
        }
    }
    bool isEmpty() const { return m_folds.empty(); }
    std::string of(const std::array<std::string, 3>& names) const
    {
        for (const std::string& name : names) {
            if (const auto found = m_folds.find(name); found != m_folds.end())
                return found->second;
        }
        return {};
    }

private:
    std::map<std::string, std::string> m_folds;
};

bool isUnlabelled(std::span<const float> labels)
{
    return !labels.empty() && std::ranges::all_of(labels, [](float value) { return std::isnan(value); });
}

}

std::filesystem::path packedFileOf(const DatasetList& list, const SegmentRecipe& recipe)
{
    const std::array features{recipe.text, recipe.acoustic, recipe.visual};
    const DatasetList::Sequence* const packed = packedSequenceOf(list, features);
    return packed ? packed->file : std::filesystem::path();
}

PackedDataset readPackedDataset(const DatasetList& list, const SegmentRecipe& recipe,
                                const std::filesystem::path& file, const RunContext& run)
{
    PackedDataset dataset;
    dataset.data = readFeatureFile(file);
    const auto packed = std::make_shared<PackedFile>(file, run);
    DatasetList named = list;
    nameClips(named, packed->ids());
    packed->setClips(clipSeconds(named, [](const std::filesystem::path& clip) { return durationOf(clip); }));
    const PackedVideos videos(packed, layoutOf(named, *packed));

    std::optional<ListedLabels> labels;
    const DatasetList::Sequence* const listed = list.sequence(recipe.labels);
    if (listed && !isPackedFile(listed->file)) {
        labels.emplace(*listed);
        labels->chooseFor(dataset.data);
    }
    const std::vector<PackedSegment> segments = segmentsOf(videos, labels ? &*labels : nullptr, run);
    std::map<std::pair<std::string, std::size_t>, std::size_t> places; // by fold and row
    for (std::size_t place = 0; place < segments.size(); ++place)
        places[{packed->foldOf(place), packed->segment(place).row}] = place;

    const ListedFolds folds(list);
    std::vector<bool> isThere;
    for (FoldData& fold : dataset.data.folds) {
        if (labels)
            fold.labels = FeatureMatrix(fold.size(), labels->columns());
        for (std::size_t i = 0; i < fold.size(); ++i) {
            const std::size_t place = places.at({fold.name, i});
            const PackedSegment& segment = segments[place];
            fold.ids[i] = segment.id;
            fold.spans.push_back(segment.span);
            isThere.push_back(segment.isThere);
            dataset.isOfLabels.push_back(segment.isOfLabels);
            dataset.folds.push_back(folds.isEmpty() ? fold.name
                                                    : folds.of({videos.segmentId(place), packed->ids()[place],
                                                                videos.videoOf(place)}));
            if (segment.labels)
                std::ranges::copy(*segment.labels, fold.labels.row(i).begin());
        }
    }
    return std::ranges::find(isThere, false) == isThere.end() ? std::move(dataset) : kept(dataset, isThere);
}

PackedDataset kept(const PackedDataset& dataset, const std::vector<bool>& isKept)
{
    PackedDataset result;
    result.data = dataset.data;
    std::size_t place = 0;
    for (FoldData& fold : result.data.folds) {
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < fold.size(); ++i, ++place) {
            if (!isKept[place])
                continue;
            places.push_back(i);
            result.folds.push_back(dataset.folds[place]);
            result.isOfLabels.push_back(dataset.isOfLabels[place]);
        }
        if (places.size() < fold.size())
            fold = selected(fold, places);
    }
    return result;
}

std::vector<bool> labelled(const FeatureData& data)
{
    std::vector<bool> are;
    for (const FoldData& fold : data.folds) {
        for (std::size_t i = 0; i < fold.size(); ++i)
            are.push_back(!isUnlabelled(fold.labels.row(i)));
    }
    return are;
}

FeatureData inFoldsOfList(PackedDataset dataset)
{
    std::vector<bool> isUsed = labelled(dataset.data);
    bool isAsInFile = true;
    std::size_t place = 0;
    for (const FoldData& fold : dataset.data.folds) {
        for (std::size_t i = 0; i < fold.size(); ++i, ++place) {
            const bool isInFold = std::ranges::find(foldNames, dataset.folds[place]) != foldNames.end();
            isUsed[place] = isUsed[place] && isInFold;
            isAsInFile = isAsInFile && (!isUsed[place] || dataset.folds[place] == fold.name);
        }
    }
    if (std::ranges::find(isUsed, false) != isUsed.end())
        dataset = kept(dataset, isUsed);
    if (isAsInFile)
        return std::move(dataset.data);
    const FoldData pool = pooled(dataset.data);
    for (std::size_t number = 0; number < foldNames.size(); ++number) {
        std::vector<std::size_t> segments;
        for (std::size_t i = 0; i < pool.size(); ++i) {
            if (dataset.folds[i] == foldNames[number])
                segments.push_back(i);
        }
        dataset.data.folds[number] = selected(pool, segments);
        dataset.data.folds[number].name = foldNames[number];
    }
    return std::move(dataset.data);
}

}
