#include "engine/models/explain/faithfulness_meter.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace engine {

namespace {

constexpr double kTied = 0.02; ///< of |f − f(∅)|: what orders may differ by and still do as well

/// An order of the places 0…S-1.
using Order = std::vector<std::size_t>;

/// |f − f(∅)| after 0, 1, …, S steps of an order are absent, or present again.
struct Curves {
    std::vector<double> deletion, insertion;

    double gap() const { return areaUnder(insertion) - areaUnder(deletion); }
};

/// The steps that pull the prediction away from that of nothing come first.
Order orderOf(const std::vector<StepSpan>& steps, const Attribution& attribution, std::size_t output,
              double total)
{
    const double sign = total < 0.0 ? -1.0 : 1.0;
    std::vector<double> worth;
    for (const StepSpan& step : steps)
        worth.push_back(sign
                        * attribution.values[static_cast<std::size_t>(step.modality)].at(step.first, output));
    Order order(steps.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater(), [&](std::size_t place) { return worth[place]; });
    return order;
}

/// What is absent after 1, …, S − 1 steps of an order, from the front and from the back.
void addSets(std::vector<AbsentSpans>& sets, const std::vector<StepSpan>& steps, const Order& order)
{
    for (std::size_t count = 1; count < order.size(); ++count) {
        AbsentSpans gone;
        for (std::size_t i = 0; i < count; ++i)
            gone.push_back(steps[order[i]]);
        sets.push_back(std::move(gone));
    }
    for (std::size_t count = 1; count < order.size(); ++count) {
        AbsentSpans gone;
        for (std::size_t i = count; i < order.size(); ++i)
            gone.push_back(steps[order[i]]);
        sets.push_back(std::move(gone));
    }
}

std::vector<double> meanOf(const std::vector<Curves>& curves, std::vector<double> Curves::*part)
{
    std::vector<double> mean((curves.front().*part).size());
    for (const Curves& each : curves) {
        for (std::size_t i = 0; i < mean.size(); ++i)
            mean[i] += (each.*part)[i] / static_cast<double>(curves.size());
    }
    return mean;
}

}

Faithfulness faithfulnessOf(const TrainedModel& trained, const ModalityBatch& segment,
                            const Baselines& baselines, const Attribution& attribution, std::size_t output,
                            std::uint64_t seed)
{
    const std::vector<StepSpan> steps = stepsOf(trained, segment);
    const torch::Tensor ends = scoresWithout(trained, segment, baselines, {{}, steps})
                                   .select(1, static_cast<std::int64_t>(output));
    const double whole = ends[0].item<double>(), nothing = ends[1].item<double>();

    std::vector<Order> orders{orderOf(steps, attribution, output, whole - nothing)};
    std::mt19937_64 random(seed);
    while (orders.size() <= kRandomOrders) {
        Order order = orders.back();
        for (std::size_t i = order.size(); i > 1; --i) // the same on every standard library
            std::swap(order[i - 1], order[random() % i]);
        orders.push_back(std::move(order));
    }
    std::vector<AbsentSpans> sets;
    for (const Order& order : orders)
        addSets(sets, steps, order);
    const torch::Tensor scores = sets.empty() ? torch::empty({0, 1}, torch::kFloat64)
                                              : scoresWithout(trained, segment, baselines, sets)
                                                    .select(1, static_cast<std::int64_t>(output))
                                                    .contiguous();

    const double* next = scores.data_ptr<double>();
    std::vector<Curves> curves;
    for (std::size_t i = 0; i < orders.size(); ++i) {
        Curves each;
        for (std::vector<double>* const curve : {&each.deletion, &each.insertion}) {
            const bool deletes = curve == &each.deletion;
            curve->push_back(deletes ? std::abs(whole - nothing) : 0.0);
            for (std::size_t count = 1; count < steps.size(); ++count)
                curve->push_back(std::abs(*next++ - nothing));
            curve->push_back(deletes ? 0.0 : std::abs(whole - nothing));
        }
        curves.push_back(std::move(each));
    }

    Faithfulness result;
    result.deletion = curves.front().deletion;
    result.insertion = curves.front().insertion;
    const double own = curves.front().gap();
    curves.erase(curves.begin());
    result.randomDeletion = meanOf(curves, &Curves::deletion);
    result.randomInsertion = meanOf(curves, &Curves::insertion);
    double sum = 0.0, squares = 0.0;
    for (const Curves& each : curves) {
        sum += each.gap();
        squares += each.gap() * each.gap();
        if (each.gap() > own + kTied * std::abs(whole - nothing))
            ++result.betterOrders;
    }
    const auto count = static_cast<double>(curves.size());
    const double mean = sum / count;
    result.advantage = own - mean;
    result.deviation = std::sqrt(std::max(0.0, (squares - count * mean * mean) / (count - 1.0)));
    return result;
}

}
