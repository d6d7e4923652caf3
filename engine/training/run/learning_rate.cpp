#include "engine/training/run/learning_rate.h"

#include "engine/core/error.h"

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

[[noreturn]] void refuseRate(const std::string& name, const json& value, const std::string& expected)
{
    throw FormatError("bad_config", "training.schedule" + name,
                      "is " + value.dump() + ", expected " + expected);
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

RateSchedule rateScheduleFromJson(const json& value)
{
    constexpr std::array kinds{"none", "plateau", "cosine", "step"};
    const json object = value.is_string() ? json{{"kind", value}} : value;
    if (!object.is_object())
        refuseRate("", value, "none, plateau, cosine, step, or an object with that kind");
    RateSchedule schedule;
    for (const auto& [name, field] : object.items()) {
        const bool isCount = field.is_number_integer() && field.get<std::int64_t>() >= 1;
        const bool isShare = field.is_number() && field.get<double>() >= 0.0 && field.get<double>() <= 1.0;
        if (name == "kind" && std::ranges::find(kinds, field) != kinds.end())
            field.get_to(schedule.kind);
        else if (name == "kind")
            refuseRate(".kind", field, "none, plateau, cosine or step");
        else if ((name == "patience" || name == "every") && isCount)
            field.get_to(name == "every" ? schedule.every : schedule.patience);
        else if (name == "patience" || name == "every")
            refuseRate("." + name, field, "a whole number from 1");
        else if ((name == "factor" || name == "least") && isShare)
            field.get_to(name == "least" ? schedule.least : schedule.factor);
        else if (name == "warm_up" && isShare && field.get<double>() < 1.0)
            field.get_to(schedule.warmUp);
        else if (name == "warm_up")
            refuseRate("." + name, field, "a number from 0 to below 1");
        else if (name == "factor" || name == "least")
            refuseRate("." + name, field, "a number from 0 to 1");
        else
            throw FormatError("bad_config", "training.schedule." + name, "is no setting of a schedule");
    }
    if (schedule.warmUp > 0.0 && schedule.kind != "cosine")
        refuseRate(".warm_up", schedule.warmUp, "none but of a cosine");
    return schedule;
}

}
