#include "engine/recipes/video_shares.h"

#include "engine/core/error.h"

namespace engine {

namespace {

/// How many numbers the video's entries have: times and features.
double valuesOf(const SequenceSource& source, const std::string& video)
{
    const auto places = source.entriesOf.find(video);
    if (places == source.entriesOf.end())
        return 0.0;
    double values = 0.0;
    for (const std::size_t place : places->second) {
        try {
            const EntryShape shape = source.sequence.shape(source.sequence.ids()[place]);
            double count = 1.0;
            for (const std::size_t axis : shape.features)
                count *= static_cast<double>(axis);
            values += count + (shape.intervals.empty() ? 0.0 : 2.0 * static_cast<double>(shape.intervals[0]));
        } catch (const Error&) { // NOLINT(bugprone-empty-catch): said when it is read
        }
    }
    return values;
}

}

std::vector<std::size_t> cutsByValues(const RecipePlan& plan, std::size_t parts)
{
    std::vector<double> middles; // of each video, on the line of all values
    middles.reserve(plan.videos.size());
    double all = 0.0;
    for (const std::string& video : plan.videos) {
        double values = 1.0; // a video of nothing is looked at all the same
        for (const auto& source : plan.sources)
            values += valuesOf(*source, video);
        middles.push_back(all + values / 2);
        all += values;
    }
    std::vector<std::size_t> cuts{0};
    for (std::size_t part = 1; part < parts; ++part) {
        const double end = all * static_cast<double>(part) / static_cast<double>(parts);
        std::size_t cut = cuts.back();
        while (cut < middles.size() && middles[cut] < end)
            ++cut;
        cuts.push_back(cut);
    }
    cuts.push_back(plan.videos.size());
    return cuts;
}

}
