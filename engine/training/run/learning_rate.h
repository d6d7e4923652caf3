#pragma once

#include "engine/core/json_fields.h"

#include <cstdint>
#include <string>
#include <vector>

namespace engine {

/// How the learning rate changes from epoch to epoch; in brackets the names in JSON, `schedule` in all.
struct RateSchedule {
    std::string kind = "none"; ///< (kind) `none`, `plateau`, `cosine`, `step`
    double factor = 0.1; ///< (factor) of `plateau` and `step`: the factor on the rate
    /// (patience) of `plateau`: epochs without a better figure before it multiplies.
    std::int64_t patience = 10;
    std::int64_t every = 10; ///< (every) of `step`: epochs from one multiplication to the next
    double least = 0.0; ///< (least) the rate never falls below this share of the first
    /// (warm_up) of `cosine`: the share of all batches in which the rate rises from 0; then it falls to
    /// `least` from batch to batch, not from epoch to epoch. 0: by epochs.
    double warmUp = 0.0;

    friend bool operator==(const RateSchedule&, const RateSchedule&) = default;
};

/// The factor on the first learning rate in an epoch.
///
/// @param history  the figure of each epoch before it, the lower the better
/// @param epochs   greatest number of epochs
/// @param minDelta an improvement of less than this does not count
double rateFactor(const RateSchedule& schedule, const std::vector<double>& history, std::int64_t epochs,
                  double minDelta);

/// The same for one batch of a schedule with `warm_up`. @param progress  share of the batches before it
double batchRateFactor(const RateSchedule& schedule, double progress);

nlohmann::json toJson(const RateSchedule& schedule);

/// Reads an object, or only the kind as a text. @throws FormatError naming the field.
RateSchedule rateScheduleFrom(const JsonValue& value);

}
