#include "engine/segment_agreement/boundary_similarity.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <set>

namespace engine {

namespace {

/// Boundary edits between two raters: what is alike, of all.
struct EditSums {
    double alike = 0.0;
    double all = 0.0;

    EditSums& operator+=(const EditSums& other)
    {
        alike += other.alike;
        all += other.all;
        return *this;
    }
};

using Places = std::set<long long>;

Places placesOf(const std::vector<NamedSegment>& segments, Interval span, double atom, double most)
{
    Places places;
    for (const double boundary : boundariesWithin(segments, span)) {
        const double place = std::floor((boundary - span.start) / atom + 0.5);
        if (place >= 1.0 && place <= most)
            places.insert(static_cast<long long>(place));
    }
    return places;
}

EditSums editsBetween(const Places& first, const Places& second, std::size_t near)
{
    Places onlyFirst;
    Places onlySecond;
    std::ranges::set_difference(first, second, std::inserter(onlyFirst, onlyFirst.end()));
    std::ranges::set_difference(second, first, std::inserter(onlySecond, onlySecond.end()));
    const std::size_t matches = first.size() - onlyFirst.size();
    std::size_t moved = 0;
    double moves = 0.0; // places
    for (std::size_t width = 1; width < near && !onlyFirst.empty() && !onlySecond.empty(); ++width) {
        Places apart = onlyFirst;
        apart.insert(onlySecond.begin(), onlySecond.end());
        for (const long long place : apart) {
            const long long other = place + static_cast<long long>(width);
            const bool isForward = onlyFirst.contains(place) && onlySecond.contains(other);
            const bool isBackward = onlySecond.contains(place) && onlyFirst.contains(other);
            if (!isForward && !isBackward)
                continue;
            for (Places* only : {&onlyFirst, &onlySecond}) {
                only->erase(place);
                only->erase(other);
            }
            ++moved;
            moves += static_cast<double>(width);
        }
    }
    const auto missed = static_cast<double>(onlyFirst.size() + onlySecond.size());
    const double all = static_cast<double>(matches + moved) + missed;
    return {all - missed - moves / static_cast<double>(near), all};
}

Statistic namedSimilarity(const char* key, const char* name, const BoundarySimilarityOptions& options)
{
    Statistic statistic;
    statistic.key = key;
    statistic.name = name;
    statistic.rule = fmt::format("places of {}, near misses below {} places", options.atom, options.near);
    return statistic;
}

}

BoundarySimilarity boundarySimilarity(const std::vector<MarkedVideo>& videos,
                                      const BoundarySimilarityOptions& options, const RunContext& run)
{
    BoundarySimilarity result;
    result.similarity = namedSimilarity("boundary_b", "Boundary similarity", options);
    result.corrected = namedSimilarity("boundary_pi", "Boundary similarity, pi", options);
    EditSums sums;
    std::map<std::pair<std::string, std::string>, EditSums> ofPairs;
    std::vector<double> densities;
    std::size_t boundaries = 0;
    std::size_t tooShort = 0;
    for (std::size_t i = 0; i < videos.size(); ++i) {
        run.tick(i, videos.size());
        const MarkedVideo& video = videos[i];
        const double most = std::floor(video.span.length() / options.atom + 0.5) - 1.0;
        if (most < 1.0) {
            ++tooShort;
            continue;
        }
        std::vector<std::pair<std::string, Places>> cuts;
        for (const auto& [rater, segments] : video.raters) {
            cuts.emplace_back(rater, placesOf(segments, video.span, options.atom, most));
            densities.push_back(static_cast<double>(cuts.back().second.size()) / most);
            boundaries += cuts.back().second.size();
        }
        for (std::size_t a = 0; a < cuts.size(); ++a) {
            for (std::size_t b = a + 1; b < cuts.size(); ++b) {
                const EditSums edits = editsBetween(cuts[a].second, cuts[b].second, options.near);
                sums += edits;
                ofPairs[{cuts[a].first, cuts[b].first}] += edits;
            }
        }
    }
    const std::size_t raters = markedRaters(videos).size();
    double density = 0.0;
    for (const double cut : densities)
        density += cut;
    density /= std::max<double>(1.0, static_cast<double>(densities.size()));
    result.expected = density * density;
    for (Statistic* figure : {&result.similarity, &result.corrected}) {
        figure->units = boundaries;
        figure->raters = raters;
        figure->drop("videos no longer than one place", tooShort);
        if (densities.empty())
            figure->refuse({"No video is longer than one place."});
        else if (sums.all <= 0.0)
            figure->refuse({raters < 2 ? "Fewer than two raters." : "Nobody set a boundary."});
        else
            figure->give(sums.alike / sums.all);
    }
    if (!result.similarity.value)
        return result;
    if (result.expected >= 1.0)
        result.corrected.refuse({"A boundary at every place."});
    else
        result.corrected.give((*result.similarity.value - result.expected) / (1.0 - result.expected));
    result.corrected.terms = {{"expected", result.expected}};
    for (const auto& [between, edits] : ofPairs) {
        if (edits.all <= 0.0)
            continue;
        Statistic pair = namedSimilarity("boundary_b", "Boundary similarity", options);
        pair.between = {between.first, between.second};
        pair.raters = 2;
        pair.units = static_cast<std::size_t>(edits.all);
        pair.give(edits.alike / edits.all);
        result.pairs.push_back(std::move(pair));
    }
    return result;
}

}
