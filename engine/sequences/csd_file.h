#pragma once

#include "engine/sequences/hdf5/h5_file.h"
#include "engine/sequences/sequence_file.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace engine {

EntryShape shapeOf(const hdf5::Dataset& intervals, const hdf5::Dataset& features);

/// @throws FormatError (`data_invalid`) naming the file, the place in it and what was expected.
IntervalArray readIntervals(const hdf5::Dataset& stored);

/// In files with more ids than this, ordinary entries are examined without the HDF5 library, as they are read
/// in every file (hdf5/plain_objects.h).
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
class CsdFile final : public SequenceFile {
public:
    /// @throws IoError (`file_not_found`, `not_hdf5`), FormatError (`data_invalid`) naming what is missing.
    explicit CsdFile(const std::filesystem::path& path);
    CsdFile(CsdFile&&) noexcept;
    ~CsdFile() override;

    EntryShape shape(const std::string& id) const override;
    IntervalArray intervals(const std::string& id) const override;
    FeatureArray features(const std::string& id) const override;
    Entry entry(const std::string& id) const override;
    RowReader openRows(const std::string& id) const override;

private:
    class PlainReader;

    std::uint64_t address(const std::string& id) const;
    hdf5::Group group(const std::string& id) const;
    FeatureArray features(const std::string& id, const hdf5::Group& entry) const;
    std::string place(const std::string& id) const;

    hdf5::File m_file;
    std::optional<hdf5::Group> m_data;
    std::vector<std::uint64_t> m_addresses; ///< of the groups of the ids, as in hdf5::Group::Link
    std::unique_ptr<PlainReader> m_plain; ///< null when the file is no ordinary one
};

}
