#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <future>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace engine {

/// Lets a child process walk an unknown `.csd` (or read other HDF5) before this process opens it, and
/// remembers the verdict. The child keeps the index of an undamaged file (engine/sequences/csd_index.h) in
/// the cache.
///
/// The child is `polylogue-cli probe FILE` with limits on time and memory that grow with the file; when it
/// crashes on the file, that is the verdict. A verdict is valid as long as the file keeps its size and
/// modification time. When the limits did not suffice, that says nothing about the file and is not
/// remembered. A Prober may be used from several threads.
class Prober {
public:
    enum class Limits { BySize, None };

    /// @param program      `polylogue-cli`
    /// @param cacheFolder  where verdicts and indexes are kept between runs; empty: verdicts only in memory
    explicit Prober(std::filesystem::path program, std::filesystem::path cacheFolder = {});

    /// Where children leave indexes.
    std::filesystem::path indexFolder() const { return m_cacheFolder / "indexes"; }

    /// With None, for trusted files, the child may take any amount of time and memory.
    void setLimits(Limits limits) { m_limits = limits; }

    /// Sets how many seconds of wall-clock time a child may take for each second of processor time, so that a
    /// disk or network folder that does not answer holds nobody up for longer. It has no effect without
    /// limits.
    void setPatience(std::chrono::seconds patience) { m_patience = patience; }

    /// Returns when the file may be opened here.
    /// @throws IoError (`file_not_found`, `not_hdf5`), FormatError (`data_invalid`) with the child's message;
    /// FormatError (`took_too_long`, `needs_memory`) when the limits did not suffice.
    /// @param format  the annotation format as which it will be read (`mmsa`); empty: a csd
    void check(const std::filesystem::path& file, const std::string& format = {});

    /// Begins to examine a file whose verdict is not known, in a thread of its own, one such file after the
    /// other. check() waits for its end, and says what went wrong.
    void begin(const std::filesystem::path& file);

    /// Forgets the verdict on the file, so that it is examined again. @param format  as for check()
    void forget(const std::filesystem::path& file, const std::string& format = {});

private:
    struct Verdict {
        std::uintmax_t size = 0;
        long long modified = 0;
        std::string code; ///< empty: the file may be opened
        std::string message;

        /// Whether the verdict says something about the file.
        bool isLasting() const
        {
            return code != "took_too_long" && code != "needs_memory" && code != "not_examined";
        }
        /// Whether the file is what it was.
        bool isOf(const std::filesystem::path& file) const;
    };

    Verdict examine(const std::filesystem::path& file, const std::string& format) const;
    /// One that is kept, or is on its way since begin(), and holds for what the file is now.
    std::optional<Verdict> known(const std::filesystem::path& file, const std::string& key);
    Verdict examineAndKeep(const std::filesystem::path& file, const std::string& format);
    void load();
    void save() const;
    /// Version 1 remembered insufficient limits as damage, version 2 a child that was ended from outside; to
    /// version 3, parameters of filters that write over memory were sound.
    std::filesystem::path verdictFile() const { return m_cacheFolder / "probed-4.json"; }

    std::filesystem::path m_program;
    std::filesystem::path m_cacheFolder;
    std::atomic<Limits> m_limits = Limits::BySize;
    std::atomic<std::chrono::seconds> m_patience = std::chrono::seconds(20);
    std::mutex m_mutex;
    std::map<std::string, Verdict> m_verdicts;
    std::map<std::string, std::shared_future<Verdict>> m_begun; ///< what begin() does, until check() took it
    std::shared_future<Verdict> m_lastBegun; ///< last: its thread uses all others
};

}
