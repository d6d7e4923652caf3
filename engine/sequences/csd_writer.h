#pragma once

#include "engine/core/run_context.h"
#include "engine/sequences/computational_sequence.h"
#include "engine/sequences/hdf5/h5_file.h"
#include "engine/sequences/sequence_hash.h"

#include <filesystem>
#include <memory>
#include <string>

namespace engine {

/// How entries get into the file; the metadata is always written with the HDF5 library.
enum class CsdBackend {
    Automatic, ///< Direct where it can
    Library, ///< hdf5::Writer
    Direct ///< hdf5::DirectWriter: many times faster, never compressed
};

/// Writes a new `.csd` entry by entry, in constant memory; the SDK reads it.
///
/// It writes straight to `path`. To keep half a file from ever having its final name, give it the temporary()
/// path of a PendingFile.
class CsdWriter {
public:
    /// @throws IoError (`io`) when the file cannot be made, FormatError (`data_invalid`) when the root name
    /// is one that HDF5 cannot have: empty, `.`, or with a slash.
    CsdWriter(const std::filesystem::path& path, std::string rootName, hdf5::Compression compression = {},
              CsdBackend backend = CsdBackend::Automatic);
    CsdWriter(CsdWriter&&) noexcept;
    CsdWriter& operator=(CsdWriter&&) noexcept;
    ~CsdWriter();

    /// Ids may come in any order, each once.
    /// @param digest  digestOf(rows); the caller makes it, on a thread of its own if it likes.
    /// @throws IoError (`io`), FormatError (`data_invalid`) for an id that HDF5 cannot have, or that came
    /// before.
    void add(const std::string& id, const EntryRows& rows, const Digest& digest);

    /// Writes the metadata with `sha256`, `uuid` and `md5` as withHash() makes them; closes the file.
    /// @throws IoError (`io`), FormatError (`data_invalid`) for a field name that HDF5 cannot have.
    void finish(Metadata metadata);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Writes a sequence as a `.csd`. The file is written under a temporary name and renamed when it is whole.
/// @throws IoError, FormatError as CsdWriter; FormatError (`data_invalid`) when the sequence cannot be read;
/// Cancelled.
void writeCsd(const ComputationalSequence& sequence, const std::filesystem::path& path,
              hdf5::Compression compression = {}, const RunContext& run = {});

}
