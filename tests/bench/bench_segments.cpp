// Agreement on segments: raters who cut made talks, from a few units to the most that a user may have. With
// `--cases FOLDER` the talks of the first rows are written there as recorded cases, for the reference
// program.
#include "engine/numbers/draws.h"
#include "engine/segment_agreement/boundary_similarity.h"
#include "engine/segment_agreement/gamma.h"
#include "engine/segment_agreement/segment_sweep.h"
#include "engine/segment_agreement/unitizing.h"

#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <string_view>

#include "tests/bench/bench_row.h"
#include "tests/engine/segment_agreement/made_talks.h"

namespace {

using namespace engine;
using Videos = std::vector<MarkedVideo>;

double secondsOf(const std::function<void()>& work)
{
    const bench::Stopwatch watch;
    work();
    return watch.milliseconds() / 1000.0;
}

void requireValue(const Statistic& statistic)
{
    if (!statistic.value)
        std::exit(1);
}

GammaOptions samples(std::size_t count)
{
    GammaOptions options;
    options.samples = count;
    return options;
}

void writeCase(const std::filesystem::path& file, const char* statistic, const Videos& videos,
               nlohmann::json options)
{
    nlohmann::json recorded{{"statistic", statistic}, {"options", std::move(options)}};
    for (const MarkedVideo& video : videos) {
        nlohmann::json raters;
        for (const auto& [rater, segments] : video.raters) {
            for (const NamedSegment& segment : segments)
                raters[rater].push_back({segment.interval.start, segment.interval.end, segment.name});
        }
        recorded["videos"].push_back(
            {{"video", video.video}, {"from", video.span.start}, {"to", video.span.end}, {"raters", raters}});
    }
    std::ofstream(file) << recorded.dump();
}

void writeCases(const std::filesystem::path& folder, const std::string& name, const Videos& videos,
                std::size_t gammaSamples)
{
    for (const char* statistic : {"unitizing", "boundary_similarity", "sweep"})
        writeCase(folder / (std::string(statistic) + name + ".json"), statistic, videos,
                  nlohmann::json::object());
    writeCase(folder / ("gamma" + name + ".json"), "gamma", videos, {{"samples", gammaSamples}});
}

/// Each statistic once. @param reference  seconds of the reference program on these talks; 0: not measured
void measureAll(const std::string& name, const Videos& videos, const std::array<double, 4>& budgets,
                const std::array<double, 4>& reference, std::size_t gammaSamples)
{
    bench::printRow("unitizing " + name, secondsOf([&] { requireValue(unitizingAlpha(videos).all); }), "s",
                    budgets[0], reference[0]);
    bench::printRow("boundary similarity " + name,
                    secondsOf([&] { requireValue(boundarySimilarity(videos).similarity); }), "s", budgets[1],
                    reference[1]);
    bench::printRow("sweep " + name, secondsOf([&] {
                        if (segmentSweeps(videos).empty())
                            std::exit(1);
                    }),
                    "s", budgets[2], reference[2]);
    bench::printRow("gamma " + name + ", " + std::to_string(gammaSamples) + " samples",
                    secondsOf([&] { requireValue(gammaAgreement(videos, samples(gammaSamples)).statistic); }),
                    "s", budgets[3], reference[3]);
}

/// What raters who have nothing to do with each other get; the row is ok when their mean is near 0.
void measureUnrelated(const char* name, std::size_t raters,
                      const std::function<double(const Videos&)>& figure, double most)
{
    constexpr std::size_t seeds = 20;
    double sum = 0.0;
    for (std::uint32_t seed = 1; seed <= seeds; ++seed)
        sum += figure(test::madeTalks({.seed = seed, .raters = raters, .areRelated = false}));
    bench::printRow(std::string(name) + " of " + std::to_string(raters) + " unrelated",
                    std::abs(sum / static_cast<double>(seeds)), "-", most, 0);
}

double alphaOf(const Videos& videos)
{
    return *unitizingAlpha(videos, {.draws = 0}).all.value;
}
double gammaOf(const Videos& videos)
{
    return *gammaAgreement(videos, samples(30)).statistic.value;
}
double beyondOf(const Videos& videos)
{
    return *segmentSweeps(videos).front().edge[3].beyond.value;
}
double piOf(const Videos& videos)
{
    return *boundarySimilarity(videos).corrected.value;
}

}

int main(int argc, char** argv)
{
    const Videos three = test::madeTalks({.raters = 3, .videos = 1, .segments = 100});
    const Videos five = test::madeTalks({.raters = 5, .videos = 1, .segments = 20});
    if (argc == 3 && std::string_view(argv[1]) == "--cases") {
        writeCases(argv[2], "_3x100", three, 30);
        writeCases(argv[2], "_5x20", five, 2);
        return 0;
    }
    const bool isWhole = argc < 2 || std::string_view(argv[1]) != "--small";
    measureAll("3 x 100", three, {0.1, 0.1, 0.3, 1.0}, {0.0054, 0.0008, 0.19, 3.7}, 30);
    measureAll("5 x 20", five, {0.1, 0.1, 0.3, 1.0}, {0.0055, 0.0003, 0.11, 124.0}, 2);
    measureUnrelated("u_alpha", 2, alphaOf, 0.04);
    measureUnrelated("u_alpha", 4, alphaOf, 0.04);
    measureUnrelated("gamma", 2, gammaOf, 0.06);
    measureUnrelated("gamma", 4, gammaOf, 0.09);
    measureUnrelated("F 0.25 s beyond chance", 2, beyondOf, 0.04);
    measureUnrelated("pi", 2, piOf, 0.06);
    if (isWhole)
        measureAll("5 x 100 videos x 200", test::madeTalks({.raters = 5, .videos = 100, .segments = 200}),
                   {5.0, 5.0, 10.0, 300.0}, {0, 0, 0, 0}, 4);
    return 0;
}
