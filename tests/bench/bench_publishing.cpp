// A published folder of as many answers as a large study has: 23 500 segments of 3 200 videos (CMU-MOSEI's
// shape), three of twelve raters each; writing and verifying.
#include "engine/publishing/publication.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <random>

#include "tests/bench/bench_row.h"

namespace {

using namespace engine;
namespace fs = std::filesystem;

PublishedStudy largeStudy()
{
    std::mt19937 random(1);
    std::normal_distribution<double> opinion(0.0, 1.5), slip(0.0, 0.8);
    PublishedStudy study;
    study.tier = "labels";
    study.labels = {{"sentiment", NumberScale{-3, 3, 1}}};
    study.codebook = {{0, study.labels}};
    for (int rater = 0; rater < 12; ++rater)
        study.raters.push_back(fmt::format("person {}", rater));
    for (int video = 0; video < 3200; ++video) {
        const std::string name = fmt::format("video_{:04}", video);
        study.seconds[name] = 73.0;
        study.speakers[name] = fmt::format("speaker {}", video % 1000);
        for (int place = 0; place < 7 + (video % 3 == 0 ? 1 : 0); ++place) {
            const std::size_t unit = study.units.size();
            const double truth = opinion(random);
            study.units.push_back({fmt::format("{}[{}]", name, place),
                                   name,
                                   {10.0 * place, 10.0 * place + 9.0},
                                   {},
                                   0,
                                   {},
                                   false});
            for (std::size_t k = 0; k < 3; ++k)
                study.votes.push_back({unit,
                                       "sentiment",
                                       std::clamp(std::round(truth + slip(random)), -3.0, 3.0),
                                       (unit + 4 * k) % 12,
                                       1,
                                       unit,
                                       1'700'000'000'000,
                                       12.5,
                                       {},
                                       "words+sound+picture",
                                       "none",
                                       "judging",
                                       {}});
        }
    }
    return study;
}

}

int main()
{
    const PublishedStudy study = largeStudy();
    PublicationWish wish;
    wish.card.title = "bench";
    wish.card.licence = "CC0-1.0";
    wish.card.authors = {{"Nobody", "", "", ""}};
    wish.out = fs::temp_directory_path() / fmt::format("bench-publishing-{}", std::random_device{}());
    const bench::Stopwatch writing;
    if (publish(study, wish, {}).files.size() != 17)
        std::exit(1);
    bench::printRow(fmt::format("publish {} segments, {} answers", study.units.size(), study.votes.size()),
                    writing.milliseconds() / 1000.0, "s", 60.0, 1);
    const bench::Stopwatch verifying;
    if (!verifyPublication(wish.out, {}).findings.empty())
        std::exit(1);
    bench::printRow("verify the folder", verifying.milliseconds() / 1000.0, "s", 5.0, 1);
    fs::remove_all(wish.out);
    return 0;
}
