#pragma once

#include <atomic>
#include <chrono>
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
/// The child is `polylogue-cli probe FILE` with limits on time and memory that grow with the file; when it
/// dies of the file, that is the verdict. A verdict holds as long as the file's size and modification time
/// do. That the limits did not suffice says nothing of the file, and is not remembered. May be asked from
/// several threads.
class Prober {
public:
    enum class Limits { BySize, None };

    /// @param program      `polylogue-cli`
    /// @param cacheFolder  where verdicts and indexes are kept between runs; empty: verdicts only in memory
    explicit Prober(std::filesystem::path program, std::filesystem::path cacheFolder = {});

    /// Where children leave indexes.
    std::filesystem::path indexFolder() const { return m_cacheFolder / "indexes"; }

    /// With None, for files that one trusts, the child may take what it takes.
    void setLimits(Limits limits) { m_limits = limits; }

    /// The seconds by the clock that a child may take for each second of processor time: a disk or network
    /// folder that does not answer holds nobody up for longer. Not when there are no limits.
    void setPatience(std::chrono::seconds patience) { m_patience = patience; }

    /// Returns when the file may be opened here.
    /// @throws IoError (`file_not_found`, `not_hdf5`), FormatError (`data_invalid`) with the child's message;
    /// FormatError (`took_too_long`, `needs_memory`) when the limits did not suffice.
    /// @param format  of annotation that it will be read as: `mmsa`; empty: a csd
    void check(const std::filesystem::path& file, const std::string& format = {});

    /// What is remembered of the file is forgotten: it is examined anew. @param format  as check()'s
    void forget(const std::filesystem::path& file, const std::string& format = {});

private:
    struct Verdict {
        std::uintmax_t size = 0;
        long long modified = 0;
        std::string code; ///< empty: may be opened
        std::string message;

        /// Whether it says something of the file.
        bool isLasting() const { return code != "took_too_long" && code != "needs_memory"; }
    };

    Verdict examine(const std::filesystem::path& file, const std::string& format) const;
    void load();
    void save() const;
    /// Of version 2: in the first, limits that did not suffice were remembered as damage.
    std::filesystem::path verdictFile() const { return m_cacheFolder / "probed-2.json"; }

    std::filesystem::path m_program;
    std::filesystem::path m_cacheFolder;
    std::atomic<Limits> m_limits = Limits::BySize;
    std::atomic<std::chrono::seconds> m_patience = std::chrono::seconds(20);
    std::mutex m_mutex;
    std::map<std::string, Verdict> m_verdicts;
};

}
