#include "engine/training/run/learning_rate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numbers>

namespace engine {

namespace {

using nlohmann::json;

/// How often a plateau was met in these epochs.
std::int64_t plateaus(const RateSchedule& schedule, const std::vector<double>& history, double minDelta)
{
    std::int64_t count = 0, waited = 0;
    double best = 0.0;
    for (std::size_t epoch = 0; epoch < history.size(); ++epoch) {
        if (epoch == 0 || history[epoch] < best - minDelta) {
            best = history[epoch];
            waited = 0;
        } else if (++waited > schedule.patience) {
            ++count;
            waited = 0;
        }
    }
    return count;
}

double rawFactor(const RateSchedule& schedule, const std::vector<double>& history, std::int64_t epochs,
                 double minDelta)
{
    const auto epoch = static_cast<std::int64_t>(history.size());
    if (schedule.kind == "plateau")
        return std::pow(schedule.factor, plateaus(schedule, history, minDelta));
    if (schedule.kind == "step")
        return std::pow(schedule.factor, epoch / schedule.every);
    if (schedule.kind == "cosine")
        return (1.0 + std::cos(std::numbers::pi * static_cast<double>(epoch) / static_cast<double>(epochs)))
            / 2.0;
    return 1.0;
}

}

double rateFactor(const RateSchedule& schedule, const std::vector<double>& history, std::int64_t epochs,
                  double minDelta)
{
    return std::max(rawFactor(schedule, history, epochs, minDelta), schedule.least);
}

double batchRateFactor(const RateSchedule& schedule, double progress)
{
    if (progress < schedule.warmUp)
        return progress / schedule.warmUp;
    const double fallen = (progress - schedule.warmUp) / (1.0 - schedule.warmUp);
    return schedule.least + (1.0 - schedule.least) * (1.0 + std::cos(std::numbers::pi * fallen)) / 2.0;
}

json toJson(const RateSchedule& schedule)
{
    json object{{"kind", schedule.kind}};
    if (schedule.kind == "plateau")
        object["patience"] = schedule.patience;
    if (schedule.kind == "step")
        object["every"] = schedule.every;
    if (schedule.kind == "plateau" || schedule.kind == "step")
        object["factor"] = schedule.factor;
    if (schedule.least > 0.0)
        object["least"] = schedule.least;
    if (schedule.warmUp > 0.0)
        object["warm_up"] = schedule.warmUp;
    return object;
}

RateSchedule rateScheduleFrom(const JsonValue& value)
{
    const std::vector<std::string> kinds{"none", "plateau", "cosine", "step"};
    RateSchedule schedule;
    if (value.json().is_string()) {
        schedule.kind = value.choice(kinds);
        return schedule;
    }
    JsonFields fields = value.fields("none, plateau, cosine, step, or an object with that kind");
    schedule.kind = fields.choice("kind", kinds);
    schedule.patience = fields.whole("patience", schedule.patience, 1);
    schedule.every = fields.whole("every", schedule.every, 1);
    schedule.factor = fields.number("factor", schedule.factor, 0.0, 1.0);
    schedule.least = fields.number("least", schedule.least, 0.0, 1.0);
    if (const auto warmUp = fields.find("warm_up")) {
        schedule.warmUp = warmUp->shareBelow1();
        if (schedule.warmUp > 0.0 && schedule.kind != "cosine")
            warmUp->refuse("none but of a cosine");
    }
    fields.close();
    return schedule;
}

}
