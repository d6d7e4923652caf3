#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>

namespace engine {

/// Lets a child process walk an unknown `.csd` (or read other HDF5) before this process opens it, and
/// remembers the verdict. The child leaves the index of a sound file (engine/sequences/csd_index.h) for those
/// who ask for it.
///
/// The child is `polylogue-cli probe FILE` with limits on time and memory; when it dies, that is the verdict.
/// A verdict holds as long as the file's size and modification time do. May be asked from several threads.
class Prober {
public:
    /// @param program      `polylogue-cli`
    /// @param cacheFolder  where verdicts and indexes are kept between runs; empty: verdicts only in memory
    explicit Prober(std::filesystem::path program, std::filesystem::path cacheFolder = {});

    /// Where children leave indexes.
    std::filesystem::path indexFolder() const { return m_cacheFolder / "indexes"; }

    /// Returns when the file may be opened here.
    /// @throws IoError (`file_not_found`, `not_hdf5`), FormatError (`data_invalid`) with the child's message.
    /// @param format  of annotation that it will be read as: `mmsa`; empty: a csd
    void check(const std::filesystem::path& file, const std::string& format = {});

private:
    struct Verdict {
        std::uintmax_t size = 0;
        long long modified = 0;
        std::string code; ///< empty: may be opened
        std::string message;
    };

    Verdict examine(const std::filesystem::path& file, const std::string& format) const;
    void load();
    void save() const;
    std::filesystem::path verdictFile() const { return m_cacheFolder / "probed.json"; }

    std::filesystem::path m_program;
    std::filesystem::path m_cacheFolder;
    std::mutex m_mutex;
    std::map<std::string, Verdict> m_verdicts;
};

}
