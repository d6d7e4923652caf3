#pragma once

#include "engine/core/feature_array.h"
#include "engine/sequences/metadata.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace engine {

/// Shapes of one entry, without its numbers.
struct EntryShape {
    std::vector<std::size_t> intervals;
    std::vector<std::size_t> features;
    ElementType intervalType = ElementType::Float64;
    ElementType featureType = ElementType::Float32;

    friend auto operator<=>(const EntryShape&, const EntryShape&) = default;
};

/// The entries of a computational sequence in a file: ids at once, intervals and features on demand. It never
/// changes what it reads from, and may be used from any thread.
///
/// A `.csd` file holds one (CsdFile); a file of tensors holds several (engine/packed/packed_sequence.h).
class SequenceFile {
public:
    /// `count` rows of an entry from `first` on. @throws IoError (`data_invalid`) when they cannot be read.
    using RowReader = std::function<FeatureArray::Values(std::size_t first, std::size_t count)>;

    virtual ~SequenceFile() = default;

    /// What messages call the file, and what tells it from all others. Of a sequence among several in one
    /// file: the file's path with the sequence's name behind it.
    const std::filesystem::path& path() const { return m_path; }
    /// The name in the metadata's `root name`; the root group's name when that is absent.
    const std::string& rootName() const { return m_rootName; }
    /// The name of the root group.
    const std::string& groupName() const { return m_groupName; }
    const Metadata& metadata() const { return m_metadata; }
    /// Video or segment ids, in byte order.
    const std::vector<std::string>& ids() const { return m_ids; }
    bool contains(const std::string& id) const { return std::binary_search(m_ids.begin(), m_ids.end(), id); }

    /// @throws FormatError (`data_invalid`) when the entry lacks one of its datasets.
    virtual EntryShape shape(const std::string& id) const = 0;
    /// @throws FormatError (`data_invalid`) naming file, id and what was expected.
    virtual IntervalArray intervals(const std::string& id) const = 0;
    virtual FeatureArray features(const std::string& id) const = 0;
    /// Intervals and features. @throws FormatError (`data_invalid`) also when they differ in rows.
    virtual Entry entry(const std::string& id) const = 0;
    /// The features of an entry, to be read in pieces. @throws as shape().
    virtual RowReader openRows(const std::string& id) const = 0;

protected:
    explicit SequenceFile(std::filesystem::path path) : m_path(std::move(path)) { }
    SequenceFile(SequenceFile&&) noexcept = default;

    std::filesystem::path m_path;
    std::string m_groupName;
    std::string m_rootName;
    Metadata m_metadata;
    std::vector<std::string> m_ids;
};

}
