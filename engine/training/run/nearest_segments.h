#pragma once

#include "engine/training/data/feature_data.h"

#include <vector>

namespace engine {

struct TrainedModel;

/// What a VAT finds nearest to one segment among all of a dataset.
struct NearestSegments {
    struct Found {
        std::size_t fold = 0; ///< in the order of `foldNames`
        std::size_t segment = 0; ///< of the fold
        double score = 0.0; ///< cosine of the two vectors, −1…1
    };
    std::vector<Found> sounds; ///< that belong to the segment's picture, the nearest first; without its own
    std::vector<Found> pictures; ///< that belong to its sound; without its own
    Found own; ///< the segment, with the score of its own pair
    std::size_t segments = 0; ///< that were compared
};

/// @param video, seconds  the segment that holds this moment
/// @param most            of each list
/// @throws FormatError (`bad_model`) where the model compares nothing, (`no_such_segment`) where no segment
/// holds the moment, and as prepareFor() does.
NearestSegments nearestSegments(TrainedModel& trained, const FeatureData& data, const std::string& video,
                                double seconds, std::size_t most);

}
