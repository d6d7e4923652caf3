#include "engine/agreement/concordance.h"

#include "engine/core/error.h"
#include "engine/numbers/moments.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace engine {

namespace {

struct RatedFrames {
    std::vector<double> first;
    std::vector<double> second;
    std::size_t dropped = 0;

    void add(const TracePair& pair)
    {
        if (pair.first.size() != pair.second.size())
            throw ShapeError("row_mismatch",
                             fmt::format("The traces of {} have {} and {} frames: bring them to one clock.",
                                         pair.video, pair.first.size(), pair.second.size()));
        for (std::size_t frame = 0; frame < pair.first.size(); ++frame) {
            if (!pair.first[frame] || !pair.second[frame]) {
                ++dropped;
                continue;
            }
            first.push_back(*pair.first[frame]);
            second.push_back(*pair.second[frame]);
        }
    }
};

Statistic named(const char* key, std::string rule, std::optional<double> rate)
{
    Statistic statistic;
    statistic.key = key;
    statistic.name = "CCC";
    statistic.rule = std::move(rule) + (rate ? fmt::format(", {} frames per second", *rate) : std::string());
    statistic.raters = 2;
    return statistic;
}

void fill(Statistic& statistic, const RatedFrames& frames)
{
    statistic.units = frames.first.size();
    statistic.drop("frames not rated by both", frames.dropped);
    if (frames.first.empty())
        statistic.refuse({"No frame was rated by both."});
    else if (const auto ccc = linsConcordance(frames.first, frames.second))
        statistic.give(*ccc);
    else
        statistic.refuse({"Both are constant."});
}

}

Concordance concordance(std::span<const TracePair> videos, std::optional<double> rate)
{
    Concordance result;
    result.concatenated = named("ccc", "all frames as one trace", rate);
    result.meanOfVideos = named("ccc_mean", "mean of the videos' own", rate);
    RatedFrames all;
    double sum = 0.0;
    std::size_t defined = 0;
    for (const TracePair& pair : videos) {
        RatedFrames frames;
        frames.add(pair);
        all.add(pair);
        Statistic statistic = named("ccc_video", pair.video, rate);
        fill(statistic, frames);
        if (statistic.value) {
            sum += *statistic.value;
            ++defined;
            result.meanOfVideos.units += statistic.units;
        }
        result.videos.push_back(std::move(statistic));
    }
    fill(result.concatenated, all);
    result.meanOfVideos.drop("frames not rated by both", all.dropped);
    result.meanOfVideos.drop("videos without a value", videos.size() - defined);
    if (defined > 0)
        result.meanOfVideos.give(sum / static_cast<double>(defined));
    else
        result.meanOfVideos.refuse({"No video has a value."});
    return result;
}

Concordance concordance(const RatingTable& table, std::size_t first, std::size_t second)
{
    std::vector<TracePair> videos;
    std::map<std::string, std::size_t> places;
    for (std::size_t unit = 0; unit < table.units().size(); ++unit) {
        const std::string video = table.videos().empty() ? std::string("all") : table.videos()[unit];
        const auto [place, isNew] = places.try_emplace(video, videos.size());
        if (isNew)
            videos.push_back({video, {}, {}});
        videos[place->second].first.push_back(table.value(unit, first));
        videos[place->second].second.push_back(table.value(unit, second));
    }
    Concordance result = concordance(videos);
    const auto finish = [&](Statistic& statistic) {
        statistic.between = {table.raters()[first], table.raters()[second]};
        if (table.isNominal())
            statistic.refuse({"The ratings are names of categories, which have no variance."});
    };
    finish(result.concatenated);
    finish(result.meanOfVideos);
    std::ranges::for_each(result.videos, finish);
    return result;
}

}
