#include "engine/training/suspects/video_folds.h"

#include "engine/core/error.h"
#include "engine/core/seeded_shuffle.h"
#include "engine/core/segment_id.h"
#include "engine/training/data/feature_data.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <random>
#include <set>

namespace engine {

std::size_t usualVideoFolds(const std::vector<std::string>& ids)
{
    constexpr std::size_t usual = 5;
    std::set<std::string> videos;
    for (const std::string& id : ids)
        videos.insert(videoOfSegment(id));
    return std::clamp<std::size_t>(videos.size(), 2, usual);
}

std::vector<std::size_t> videoFolds(const std::vector<std::string>& ids, std::size_t folds,
                                    std::uint64_t seed, const std::string& where)
{
    std::map<std::string, std::size_t> sizes;
    for (const std::string& id : ids)
        ++sizes[videoOfSegment(id)];
    if (folds < 2 || sizes.size() < folds)
        throw FormatError("too_few_videos", where,
                          fmt::format("has {} video{}, as the ids of its segments say (video[k]); {} folds "
                                      "need at least {}",
                                      sizes.size(), sizes.size() == 1 ? "" : "s", folds,
                                      std::max<std::size_t>(folds, 2)));
    std::vector<std::pair<std::string, std::size_t>> videos(sizes.begin(), sizes.end());
    std::mt19937_64 random(seed);
    shuffleSeeded(videos, random);
    std::ranges::stable_sort(videos, std::greater<>(), &std::pair<std::string, std::size_t>::second);
    std::vector<std::size_t> filled(folds, 0);
    std::map<std::string, std::size_t> foldOf;
    for (const auto& [video, segments] : videos) {
        const auto least = static_cast<std::size_t>(std::ranges::min_element(filled) - filled.begin());
        foldOf[video] = least;
        filled[least] += segments;
    }
    std::vector<std::size_t> result;
    for (const std::string& id : ids)
        result.push_back(foldOf.at(videoOfSegment(id)));
    return result;
}

}
