#include "engine/packed/packed_sequence.h"

#include "engine/core/error.h"
#include "engine/packed/packed_words.h"

#include <utility>

namespace engine {

namespace {

/// `rows` intervals of equal length from 0 on.
IntervalArray evenly(std::size_t rows, double extent)
{
    IntervalArray intervals;
    for (std::size_t row = 0; row < rows; ++row)
        intervals.values.push_back({extent * static_cast<double>(row) / static_cast<double>(rows),
                                    extent * static_cast<double>(row + 1) / static_cast<double>(rows)});
    return intervals;
}

/// A sequence whose entries are the segments of a packed file that have rows.
class PackedSequence : public SequenceFile {
public:
    PackedSequence(std::shared_ptr<const PackedFile> file, const std::string& name, Metadata metadata)
        : SequenceFile(file->path() / name)
        , m_file(std::move(file))
    {
        m_groupName = m_rootName = name;
        m_metadata = std::move(metadata);
        m_metadata["root name"] = name;
    }

    IntervalArray intervals(const std::string& id) const override
    {
        const std::size_t place = m_file->placeOf(id);
        return evenly(rows(place), m_file->extent(place));
    }
    EntryShape shape(const std::string& id) const override
    {
        const std::size_t count = rows(m_file->placeOf(id));
        return {{count, 2}, {count, width()}, ElementType::Float64, type()};
    }
    Entry entry(const std::string& id) const override
    {
        Entry entry{{}, features(id)};
        entry.intervals = evenly(entry.features.rows(), m_file->extent(m_file->placeOf(id)));
        return entry;
    }
    RowReader openRows(const std::string& id) const override
    {
        const auto all = std::make_shared<const FeatureArray>(features(id));
        return [all](std::size_t first, std::size_t count) { return all->slice(first, count).values; };
    }

protected:
    virtual std::size_t rows(std::size_t place) const = 0;
    virtual std::size_t width() const { return 1; }
    virtual ElementType type() const { return ElementType::Float32; }

    const PackedFile& file() const { return *m_file; }

private:
    std::shared_ptr<const PackedFile> m_file;
};

class PackedWords final : public PackedSequence {
public:
    explicit PackedWords(const std::shared_ptr<const PackedFile>& file)
        : PackedSequence(file, "words",
                         {{"computational sequence description",
                           "words of packed texts; their times are not in the file: they lie evenly"}})
    {
        for (std::size_t place = 0; place < file->ids().size(); ++place) {
            if (!wordsOfText(file->segment(place).text).empty())
                m_ids.push_back(file->ids()[place]);
        }
    }
    FeatureArray features(const std::string& id) const override
    {
        std::vector<std::string> words = wordsOfText(file().segment(file().placeOf(id)).text);
        const std::size_t count = words.size();
        return {ElementType::Text, {count, 1}, std::move(words)};
    }

protected:
    std::size_t rows(std::size_t place) const override
    {
        return wordsOfText(file().segment(place).text).size();
    }
    ElementType type() const override { return ElementType::Text; }
};

class PackedFeatures final : public PackedSequence {
public:
    PackedFeatures(const std::shared_ptr<const PackedFile>& file, std::size_t feature)
        : PackedSequence(file, file->features()[feature].name, {})
        , m_feature(feature)
    {
        for (std::size_t place = 0; place < file->ids().size(); ++place) {
            if (file->has(feature, place))
                m_ids.push_back(file->ids()[place]);
        }
    }
    FeatureArray features(const std::string& id) const override
    {
        FeatureMatrix matrix = file().read(m_feature, file().placeOf(id));
        return {ElementType::Float32, {matrix.rows, matrix.columns}, std::move(matrix.values)};
    }

protected:
    std::size_t rows(std::size_t place) const override { return file().steps(m_feature, place).count(); }
    std::size_t width() const override { return file().features()[m_feature].width; }

private:
    std::size_t m_feature;
};

class PackedLabelRows final : public PackedSequence {
public:
    explicit PackedLabelRows(const std::shared_ptr<const PackedFile>& file)
        : PackedSequence(file, "labels", {{"dimension names", file->labelNames()}})
    {
        m_ids = file->ids();
    }
    FeatureArray features(const std::string& id) const override
    {
        return {ElementType::Float32, {1, width()}, file().labels(file().placeOf(id))};
    }

protected:
    std::size_t rows(std::size_t) const override { return 1; }
    std::size_t width() const override { return file().labelNames().size(); }
};

}

PackedSequences sequencesOf(const std::shared_ptr<const PackedFile>& file)
{
    PackedSequences sequences;
    if (file->hasTexts())
        sequences.words = std::make_shared<const PackedWords>(file);
    for (std::size_t feature = 0; feature < file->features().size(); ++feature)
        sequences.features.emplace_back(
            file->features()[feature].name == "words" ? "word_vectors" : file->features()[feature].name,
            std::make_shared<const PackedFeatures>(file, feature));
    if (!file->labelNames().empty())
        sequences.labels = std::make_shared<const PackedLabelRows>(file);
    return sequences;
}

}
