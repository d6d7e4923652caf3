#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace engine::test {

/// A disk that does not answer, such as a network folder whose server is gone: it stands between this program
/// and the C library for one folder while it lives (one at a time).
///
/// While it hangs, every thread waits that asks for something in the folder, but for the thread that made the
/// disk: what that one asks is noted, since it would wait.
class HangingDisk {
public:
    explicit HangingDisk(const std::filesystem::path& folder);
    HangingDisk(const HangingDisk&) = delete;
    HangingDisk& operator=(const HangingDisk&) = delete;
    ~HangingDisk(); ///< it answers again

    void setHanging(bool hangs);
    /// How many threads wait for it now.
    std::size_t waiting() const;
    /// What the thread that made the disk asked of it, hanging or not: `open /folder/file`, in the order of
    /// the calls, each only once. @param POLYLOGUE_TRACE  in the environment: from where, on stderr
    std::vector<std::string> askedHere() const;
};

}
