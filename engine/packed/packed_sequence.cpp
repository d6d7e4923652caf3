#include "engine/packed/packed_sequence.h"

#include "engine/core/error.h"
#include "engine/packed/packed_words.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <type_traits>
#include <utility>
#include <variant>

namespace engine {

namespace {

/// Adds `rows` intervals of equal length that fill the span.
void addEvenly(IntervalArray& intervals, std::size_t rows, Interval span)
{
    const double extent = span.length();
    for (std::size_t row = 0; row < rows; ++row)
        intervals.values.push_back(
            {span.start + extent * static_cast<double>(row) / static_cast<double>(rows),
             span.start + extent * static_cast<double>(row + 1) / static_cast<double>(rows)});
}

/// A sequence whose entries are the videos of a packed file that have rows: those of their segments, one
/// behind the other.
class PackedSequence : public SequenceFile {
public:
    PackedSequence(std::shared_ptr<const PackedVideos> videos, const std::string& name, Metadata metadata)
        : SequenceFile(videos->file()->path() / name)
        , m_videos(std::move(videos))
    {
        m_groupName = m_rootName = name;
        m_metadata = std::move(metadata);
        m_metadata["root name"] = name;
    }

    IntervalArray intervals(const std::string& id) const override
    {
        const std::vector<Interval> spans = m_videos->spans(id);
        const std::span<const std::size_t> places = m_videos->segments(id);
        IntervalArray intervals;
        for (std::size_t i = 0; i < places.size(); ++i)
            addEvenly(intervals, rows(places[i]), spans[i]);
        return intervals;
    }
    EntryShape shape(const std::string& id) const override
    {
        std::size_t count = 0;
        for (const std::size_t place : placesOf(id))
            count += rows(place);
        return {{count, 2}, {count, width()}, ElementType::Float64, type()};
    }
    FeatureArray features(const std::string& id) const override
    {
        const std::span<const std::size_t> places = placesOf(id);
        FeatureArray all = segment(places.front());
        for (const std::size_t place : places.subspan(1))
            append(all, segment(place));
        return all;
    }
    Entry entry(const std::string& id) const override { return {intervals(id), features(id)}; }
    RowReader openRows(const std::string& id) const override
    {
        const auto all = std::make_shared<const FeatureArray>(features(id));
        return [all](std::size_t first, std::size_t count) { return all->slice(first, count).values; };
    }

protected:
    virtual std::size_t rows(std::size_t place) const = 0;
    virtual FeatureArray segment(std::size_t place) const = 0; ///< its rows
    virtual std::size_t width() const { return 1; }
    virtual ElementType type() const { return ElementType::Float32; }

    const PackedFile& file() const { return *m_videos->file(); }
    /// The videos of which a segment has rows are entries.
    template <typename Has>
    void listVideos(Has has)
    {
        for (const std::string& video : m_videos->ids()) {
            if (std::ranges::any_of(m_videos->segments(video), has))
                m_ids.push_back(video);
        }
    }

private:
    std::span<const std::size_t> placesOf(const std::string& id) const
    {
        const std::span<const std::size_t> places = m_videos->segments(id);
        if (places.empty())
            throw FormatError("data_invalid", path().string(), id + " is missing (no such video)");
        return places;
    }
    static void append(FeatureArray& all, FeatureArray more)
    {
        all.shape.front() += more.shape.front();
        std::visit(
            [&more](auto& values) {
                auto& others = std::get<std::decay_t<decltype(values)>>(more.values);
                values.insert(values.end(), std::make_move_iterator(others.begin()),
                              std::make_move_iterator(others.end()));
            },
            all.values);
    }

    std::shared_ptr<const PackedVideos> m_videos;
};

class PackedWords final : public PackedSequence {
public:
    explicit PackedWords(const std::shared_ptr<const PackedVideos>& videos)
        : PackedSequence(videos, "words",
                         {{"computational sequence description",
                           "words of packed texts; their times are not in the file: they lie evenly"}})
    {
        listVideos([this](std::size_t place) { return rows(place) > 0; });
    }

protected:
    std::size_t rows(std::size_t place) const override
    {
        return wordsOfText(file().segment(place).text).size();
    }
    FeatureArray segment(std::size_t place) const override
    {
        std::vector<std::string> words = wordsOfText(file().segment(place).text);
        const std::size_t count = words.size();
        return {ElementType::Text, {count, 1}, std::move(words)};
    }
    ElementType type() const override { return ElementType::Text; }
};

class PackedFeatures final : public PackedSequence {
public:
    PackedFeatures(const std::shared_ptr<const PackedVideos>& videos, std::size_t feature)
        : PackedSequence(videos, videos->file()->features()[feature].name, {})
        , m_feature(feature)
    {
        listVideos([this](std::size_t place) { return file().has(m_feature, place); });
    }

protected:
    std::size_t rows(std::size_t place) const override { return file().steps(m_feature, place).count(); }
    FeatureArray segment(std::size_t place) const override
    {
        FeatureMatrix matrix = file().read(m_feature, place);
        return {ElementType::Float32, {matrix.rows, matrix.columns}, std::move(matrix.values)};
    }
    std::size_t width() const override { return file().features()[m_feature].width; }

private:
    std::size_t m_feature;
};

class PackedLabelRows final : public PackedSequence {
public:
    explicit PackedLabelRows(const std::shared_ptr<const PackedVideos>& videos)
        : PackedSequence(videos, "labels", {{"dimension names", videos->file()->labelNames()}})
    {
        listVideos([](std::size_t) { return true; });
    }

protected:
    std::size_t rows(std::size_t) const override { return 1; }
    FeatureArray segment(std::size_t place) const override
    {
        return {ElementType::Float32, {1, width()}, file().labels(place)};
    }
    std::size_t width() const override { return file().labelNames().size(); }
};

}

PackedSequences sequencesOf(const std::shared_ptr<const PackedVideos>& videos)
{
    const PackedFile& file = *videos->file();
    PackedSequences sequences;
    if (file.hasTexts())
        sequences.words = std::make_shared<const PackedWords>(videos);
    for (std::size_t feature = 0; feature < file.features().size(); ++feature)
        sequences.features.emplace_back(
            file.features()[feature].name == "words" ? "word_vectors" : file.features()[feature].name,
            std::make_shared<const PackedFeatures>(videos, feature));
    if (!file.labelNames().empty())
        sequences.labels = std::make_shared<const PackedLabelRows>(videos);
    return sequences;
}

PackedSequences sequencesOf(const std::shared_ptr<const PackedFile>& file)
{
    return sequencesOf(std::make_shared<const PackedVideos>(file, PackedLayout::Apart));
}

}
