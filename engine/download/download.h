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

/// Fetching files over HTTP, so that what has the final name is complete and is what was asked for.
///
/// A file grows as `NAME.part`, with `NAME.part.note` beside it saying of which version it is; a later call
/// goes on where an earlier one ended, killed or not. Only after every check it takes its name.
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
        Resumed, ///< begun earlier, or cut on the way, and joined
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
    bool again = false; ///< fetch what is there anew, unless its SHA-256 is known and agrees
};

/// What is told on the way: from several threads, one call at a time. Any may be empty.
struct DownloadEvents {
    /// Bytes of file `index` so far; the total when it is known.
    std::function<void(std::size_t index, std::uintmax_t done, std::optional<std::uintmax_t> total)> progress;
    /// What a person may want to know of file `index` while it goes on: cut, waiting, started anew.
    std::function<void(std::size_t index, const std::string& notice)> notice;
};

/// Fetches all files, several at a time; one that fails does not keep the others from coming.
///
/// A target that is there and agrees with size and SHA-256 is kept (when neither is known: a csd that is
/// whole HDF5, any other file). One that disagrees fails, unless `again`. A `.csd` must be HDF5.
/// Two processes may fetch into one folder: the second waits for the first.
/// @return one result per download, in their order. @throws Cancelled; what came so far is resumed next time.
std::vector<DownloadResult> downloadAll(std::span<const Download> downloads,
                                        const DownloadOptions& options = {},
                                        const DownloadEvents& events = {}, std::stop_token stop = {});

}
