#include "engine/extraction/recording_lengths.h"

#include "engine/core/error.h"
#include "engine/core/stored_bytes.h"
#include "engine/core/utf8.h"
#include "engine/media/media_info.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace engine {

namespace {

constexpr std::size_t kOpened = 4096;
constexpr std::size_t kSample = 64; ///< of each kind of file

double openedLength(const Recording& recording)
{
    try {
        return std::max(1.0, probeMedia(recording.media.path()).duration);
    } catch (const Error&) {
        return 1.0;
    }
}

std::string kindOf(const Recording& recording)
{
    const std::string& file = recording.media.string();
    const std::size_t dot = file.rfind('.');
    const bool hasEnding = dot != std::string::npos && file.find('/', dot) == std::string::npos;
    return hasEnding ? inLowerCase(file.substr(dot)) : std::string();
}

}

std::vector<double> lengthsOf(const std::vector<Recording>& recordings, const RunContext& run)
{
    std::vector<double> lengths(recordings.size(), 1.0);
    if (recordings.size() <= kOpened) {
        for (std::size_t i = 0; i < recordings.size(); ++i) {
            run.tick(i, recordings.size());
            lengths[i] = openedLength(recordings[i]);
        }
        return lengths;
    }
    std::vector<std::size_t> order(recordings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(
        order, {}, // an archive is listed once for all its members
        [&](std::size_t i) -> const std::string& { return recordings[i].media.string(); });
    std::map<std::string, std::vector<std::size_t>> kinds;
    std::vector<double> bytes(recordings.size());
    std::size_t done = 0;
    for (const std::size_t i : order) {
        run.tick(done++, recordings.size());
        const auto stored = storedBytesIfAny(recordings[i].media.path());
        bytes[i] = stored ? static_cast<double>(stored->size) : 0.0;
        kinds[kindOf(recordings[i])].push_back(i);
    }
    for (const auto& [kind, members] : kinds) {
        double sampledBytes = 0.0;
        double sampledSeconds = 0.0;
        const std::size_t count = std::min(kSample, members.size());
        for (std::size_t k = 0; k < count; ++k) {
            run.tick(recordings.size(), recordings.size());
            const std::size_t i = members[k * members.size() / count];
            sampledBytes += bytes[i];
            sampledSeconds += openedLength(recordings[i]);
        }
        for (const std::size_t i : members)
            lengths[i] = sampledBytes > 0.0 ? std::max(1.0, bytes[i] * sampledSeconds / sampledBytes) : 1.0;
    }
    return lengths;
}

}
