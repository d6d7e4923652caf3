#include "engine/splits/group_splits.h"

#include "engine/core/error.h"
#include "engine/core/seeded_shuffle.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>
#include <random>
#include <set>

namespace engine {

namespace {

constexpr double kTooLarge = 1.5; // times a split's part
constexpr double kSecondsRounding = 1e-9;

struct VideoGroup {
    std::vector<std::string> ids; ///< sorted
    double seconds = 0.0;
};

void check(const std::vector<SplitVideo>& videos, const std::vector<SplitShare>& wished)
{
    double sum = 0.0;
    std::set<std::string> names;
    for (const SplitShare& share : wished) {
        if (!(share.part > 0.0) || !std::isfinite(share.part))
            throw ShapeError("bad_shares", fmt::format("The part of split {} is not above 0.", share.name));
        if (!names.insert(share.name).second)
            throw ShapeError("bad_shares", fmt::format("There are two splits {}.", share.name));
        sum += share.part;
    }
    if (std::abs(sum - 1.0) > 1e-6)
        throw ShapeError("bad_shares", fmt::format("The parts of the splits add up to {}, not to 1.", sum));
    std::set<std::string> ids;
    for (const SplitVideo& video : videos) {
        if (video.id.empty() || !ids.insert(video.id).second)
            throw ShapeError("bad_video",
                             video.id.empty() ? "A video has no id."
                                              : fmt::format("There are two videos {}.", video.id));
        if (!(video.seconds >= 0.0) || !std::isfinite(video.seconds))
            throw ShapeError("bad_video",
                             fmt::format("The length of video {} is no number of seconds.", video.id));
    }
}

/// The connected parts of videos and what they share.
class VideoGroups {
public:
    explicit VideoGroups(const std::vector<SplitVideo>& videos) : m_root(videos.size())
    {
        std::iota(m_root.begin(), m_root.end(), 0);
        std::map<std::pair<char, std::string>, std::size_t> first; // who has what, by kind and name
        for (std::size_t i = 0; i < videos.size(); ++i) {
            const auto share = [&](char kind, const std::string& name) {
                if (!name.empty())
                    m_root[rootOf(i)] = rootOf(first.try_emplace({kind, name}, i).first->second);
            };
            for (const std::string& speaker : videos[i].speakers)
                share('p', speaker);
            share('c', videos[i].conversation);
            share('s', videos[i].source);
        }
        std::map<std::size_t, VideoGroup> groups;
        for (std::size_t i = 0; i < videos.size(); ++i) {
            VideoGroup& group = groups[rootOf(i)];
            group.ids.push_back(videos[i].id);
            group.seconds += videos[i].seconds;
        }
        for (auto& [root, group] : groups) {
            std::ranges::sort(group.ids);
            m_groups.push_back(std::move(group));
        }
        std::ranges::sort(m_groups, {},
                          [](const VideoGroup& group) -> const std::string& { return group.ids.front(); });
    }

    const std::vector<VideoGroup>& groups() const { return m_groups; }

private:
    std::size_t rootOf(std::size_t video)
    {
        while (m_root[video] != video)
            video = m_root[video] = m_root[m_root[video]];
        return video;
    }

    std::vector<std::size_t> m_root; ///< union-find
    std::vector<VideoGroup> m_groups; ///< by least id
};

}

GroupSplits groupSplits(const std::vector<SplitVideo>& videos, const std::vector<SplitShare>& wished,
                        std::optional<std::uint64_t> seed)
{
    check(videos, wished);
    const VideoGroups parts(videos);
    const std::vector<VideoGroup>& groups = parts.groups();
    double total = 0.0;
    for (const VideoGroup& group : groups)
        total += group.seconds;
    std::vector<std::size_t> order(groups.size());
    std::iota(order.begin(), order.end(), 0);
    if (seed) {
        std::mt19937_64 random(*seed);
        shuffleSeeded(order, random);
    } else {
        std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return groups[i].seconds; });
    }

    GroupSplits result;
    result.splits = wished;
    for (SplitShare& split : result.splits)
        split.seconds = 0.0;
    const auto lacking = [&](const SplitShare& split) { return split.part * total - split.seconds; };
    for (const std::size_t number : order) {
        const VideoGroup& group = groups[number];
        SplitShare& split = *std::ranges::max_element(result.splits, {}, lacking);
        if (group.seconds > split.part * total * kTooLarge + kSecondsRounding)
            result.tooLarge.push_back(group.ids.front());
        split.seconds += group.seconds;
        for (const std::string& id : group.ids)
            result.videos[id] = {split.name, number};
    }
    for (const SplitVideo& video : videos) {
        if (video.speakers.empty())
            result.unknownSpeakers.push_back(video.id);
    }
    for (const SplitShare& split : result.splits) {
        if (total > 0.0)
            result.largestDeviation
                = std::max(result.largestDeviation, std::abs(split.seconds / total - split.part));
    }
    return result;
}

}
