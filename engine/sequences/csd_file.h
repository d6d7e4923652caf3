#pragma once

#include "engine/core/feature_array.h"
#include "engine/sequences/hdf5/h5_file.h"
#include "engine/sequences/metadata.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
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

EntryShape shapeOf(const hdf5::Dataset& intervals, const hdf5::Dataset& features);

/// @throws FormatError (`data_invalid`) naming the file, the place in it and what was expected.
IntervalArray readIntervals(const hdf5::Dataset& stored);

/// In files with more ids than this, ordinary entries are read without the HDF5 library
/// (hdf5/plain_objects.h).
inline constexpr std::size_t kManyIds = 5000;

/// A dataset of an entry. @throws FormatError (`data_invalid`) when it is missing. The message differs when
/// the entry holds groups instead: then the id had a slash, of which HDF5 makes nested groups.
hdf5::Dataset entryPart(const hdf5::Group& entry, const std::string& name, const std::filesystem::path& path);

/// A computational sequence file (`.csd`, HDF5) opened for reading: ids at once, intervals and features on
/// demand.
///
/// Layout: `/<root>/data/<id>/{features, intervals}` and `/<root>/metadata/<field>`; the first root group in
/// name order counts. The file is never written to. A file that has not been checked yet goes through `probe`
/// first (engine/worker/probe.h).
class CsdFile {
public:
    /// @throws IoError (`file_not_found`, `not_hdf5`), FormatError (`data_invalid`) naming what is missing.
    explicit CsdFile(const std::filesystem::path& path);
    CsdFile(CsdFile&&) noexcept;
    ~CsdFile();

    const std::filesystem::path& path() const { return m_path; }
    /// The name in the metadata's `root name`; the root group's name when that is absent.
    const std::string& rootName() const { return m_rootName; }
    /// The name of the root group.
    const std::string& groupName() const { return m_groupName; }
    const Metadata& metadata() const { return m_metadata; }
    /// Video or segment ids, in byte order.
    const std::vector<std::string>& ids() const { return m_ids; }
    bool contains(const std::string& id) const;

    /// @throws FormatError (`data_invalid`) when the entry lacks one of its datasets.
    EntryShape shape(const std::string& id) const;
    /// @throws FormatError (`data_invalid`) naming file, id and what was expected.
    IntervalArray intervals(const std::string& id) const;
    FeatureArray features(const std::string& id) const;
    /// The features' dataset, open, so that its rows can be read in pieces. @throws as shape().
    hdf5::Dataset openFeatures(const std::string& id) const;
    /// Intervals and features. @throws FormatError (`data_invalid`) also when they differ in rows.
    Entry entry(const std::string& id) const;

private:
    class PlainReader;

    std::uint64_t address(const std::string& id) const;
    hdf5::Group group(const std::string& id) const;
    FeatureArray features(const std::string& id, const hdf5::Group& entry) const;
    std::string place(const std::string& id) const;

    std::filesystem::path m_path;
    hdf5::File m_file;
    std::optional<hdf5::Group> m_data;
    std::string m_groupName;
    std::string m_rootName;
    Metadata m_metadata;
    std::vector<std::string> m_ids;
    std::vector<std::uint64_t> m_addresses; ///< of the groups of the ids, as in hdf5::Group::Link
    std::unique_ptr<PlainReader> m_plain; ///< only of files with many ids
};

}
