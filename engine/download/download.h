#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

/// A file to fetch over HTTP. Under its final name it is always complete, and the one that was asked for.
///
/// A file grows as `NAME.part`, with `NAME.part.note` beside it, which says to which version of the file it
/// belongs; a later call goes on where an earlier call ended or was killed. It gets its final name only after
/// every check.
namespace engine {

struct Download {
    std::string url; ///< http or https
    std::filesystem::path target;
    std::optional<std::uintmax_t> size = {}; ///< bytes, when known
    std::optional<std::string> sha256 = {}; ///< lower-case hexadecimal digits, when known
    friend bool operator==(const Download&, const Download&) = default;
};

struct DownloadResult {
    enum class Status {
        AlreadyThere, ///< the target was complete, nothing was fetched
        Downloaded,
        Resumed, ///< continued after an earlier call, or after the connection was cut
        Failed
    };
    Status status = Status::Failed;
    std::string message; ///< when it failed: a sentence with address, reason and next step
    std::uintmax_t bytes = 0; ///< of the target
    std::string sha256; ///< of the target
};

struct DownloadOptions {
    unsigned parallel = 4; ///< files at a time
    std::chrono::milliseconds connectTimeout{30'000};
    std::chrono::milliseconds stallTimeout{
        20'000}; ///< without a byte for so long, the connection counts as cut
    unsigned retries = 4; ///< in a row, without a further byte
    std::chrono::milliseconds firstWait{1'000}; ///< before the first retry; then twice as long, up to 30 s
    bool again = false; ///< fetch existing files again, unless their SHA-256 is known and agrees
};

/// Called while files are fetched: from several threads, one call at a time. Each may be empty.
struct DownloadEvents {
    /// Bytes of file `index` so far; the total when it is known.
    std::function<void(std::size_t index, std::uintmax_t done, std::optional<std::uintmax_t> total)> progress;
    /// News about file `index` for a person: its connection was cut, it waits, it was started again.
    std::function<void(std::size_t index, const std::string& notice)> notice;
};

/// Fetches all files, several at a time; when one fails, the others are still fetched.
///
/// A target that exists and agrees with size and SHA-256 is kept. (When neither is known, a csd is kept when
/// it is whole HDF5, and any other file always.) A target that disagrees fails, unless `again` is set. A
/// `.csd` must be HDF5.
/// Two processes may fetch into one folder: the second waits for the first.
/// @return one result per download, in their order. @throws Cancelled; the next call goes on with the bytes
/// that have come so far.
std::vector<DownloadResult> downloadAll(std::span<const Download> downloads,
                                        const DownloadOptions& options = {},
                                        const DownloadEvents& events = {}, std::stop_token stop = {});

}
