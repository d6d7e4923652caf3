#include "engine/training/suspects/learning_order.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/seeded_shuffle.h"
#include "engine/models/threads.h"
#include "engine/training/suspects/curved_rows.h"
#include "engine/training/suspects/labels_of.h"
#include "engine/training/suspects/segment_asking.h"
#include "engine/training/suspects/segment_summary.h"
#include "engine/training/suspects/video_folds.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>
#include <random>
#include <tuple>
#include <utility>

namespace engine {

namespace {

constexpr std::size_t kDivisions = 5; ///< ways to divide the videos into folds
constexpr std::size_t kChanceOrders = 2; ///< of each

using Places = SegmentPlaces;

/// The 95 % interval of the mean of kDivisions values, by Student's t.
std::pair<double, double> intervalOf(const std::vector<double>& values)
{
    constexpr double quantile = 2.776;
    static_assert(kDivisions == 5);
    const auto count = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    double squares = 0.0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    const double half = quantile * std::sqrt(squares / (count - 1.0) / count);
    return {mean - half, mean + half};
}

class Learner {
public:
    Learner(const FoldData& segments, const LearningSettings& settings, const std::string& where)
        : m_settings(settings)
        , m_labels(torch::tensor(labelsOf(segments, settings.column, where), torch::kFloat64))
        , m_rows(segmentComponents(segments))
        , m_curved(curvedRows(m_rows, settings.seed))
    {
        for (std::size_t division = 0; division < kDivisions; ++division)
            m_folds.push_back(
                videoFolds(segments.ids, settings.folds, settings.seed + 7919 * division, where));
        const auto count = static_cast<std::size_t>(m_rows.size(0));
        const std::size_t twentieth = std::max<std::size_t>(1, count / 20);
        if (m_settings.start == 0) {
            for (const std::size_t percent : {1, 2, 3}) // where an order helps most
                m_first.push_back(std::max<std::size_t>(5 + percent, count * percent / 100));
            m_settings.start = typicalCount(count);
        }
        if (m_settings.step == 0)
            m_settings.step = twentieth;
        m_settings.start = std::min(m_settings.start, count);
    }

    std::vector<std::size_t> stops() const
    {
        const auto count = static_cast<std::size_t>(m_rows.size(0));
        std::vector<std::size_t> stops;
        for (const std::size_t at : m_first) {
            if (at < m_settings.start && (stops.empty() || at > stops.back()))
                stops.push_back(at);
        }
        for (std::size_t at = m_settings.start; at < count; at += m_settings.step)
            stops.push_back(at);
        stops.push_back(count);
        return stops;
    }

    /// @param tell  called after each step with how many are asked
    Places order(const RunContext& run) const
    {
        Places asked;
        const std::vector<std::size_t> all = stops();
        for (std::size_t k = 0; k < all.size(); ++k) {
            if (all[k] <= m_settings.start)
                askForTypical(m_rows, asked, all[k]);
            else
                askForLabels(m_rows, m_labels, asked, all[k]);
            run.tick(k + 1, all.size());
        }
        return asked;
    }

    /// Of what is learnt from the first so many, out of fold.
    double correlationOf(const Places& order, std::size_t labels, std::size_t division) const
    {
        const std::vector<std::size_t>& folds = m_folds[division];
        double sum = 0.0;
        for (std::size_t fold = 0; fold < m_settings.folds; ++fold) {
            Places learnt, told;
            for (std::size_t i = 0; i < labels; ++i) {
                if (folds[static_cast<std::size_t>(order[i])] != fold)
                    learnt.push_back(order[i]);
            }
            std::ranges::sort(learnt); // sums are in the same order, however it was asked
            for (std::size_t i = 0; i < folds.size(); ++i) {
                if (folds[i] == fold)
                    told.push_back(static_cast<std::int64_t>(i));
            }
            constexpr std::size_t fewest = 3;
            if (learnt.size() < fewest)
                continue;
            const torch::Tensor asked = torch::tensor(told, torch::kInt64);
            const torch::Tensor known = torch::tensor(learnt, torch::kInt64);
            const torch::Tensor answers
                = ridgeFit(m_curved.index_select(0, known), m_labels.index_select(0, known).unsqueeze(1))
                      .of(m_curved.index_select(0, asked))
                      .squeeze(1);
            // fold by fold: what few labels say of the level of all differs between folds
            sum += engine::correlationOf(answers, m_labels.index_select(0, asked));
        }
        return sum / static_cast<double>(m_settings.folds);
    }

    Places randomOrder(int number) const
    {
        std::mt19937_64 random(m_settings.seed * 1009 + static_cast<std::uint64_t>(number));
        Places order(static_cast<std::size_t>(m_rows.size(0)));
        std::iota(order.begin(), order.end(), 0);
        shuffleSeeded(order, random);
        return order;
    }

private:
    LearningSettings m_settings;
    const torch::Tensor m_labels; ///< N
    const torch::Tensor m_rows; ///< N × D, of mean size 1: by which is asked
    const torch::Tensor m_curved; ///< N × D': by which is judged
    std::vector<std::vector<std::size_t>> m_folds; ///< of each division, N
    std::vector<std::size_t> m_first; ///< labels of the first points of the curve
};

}

std::size_t LearningOrder::enough() const
{
    constexpr double nearly = 0.99;
    for (const Point& point : curve) {
        if (point.correlation >= nearly * curve.back().correlation)
            return point.labels;
    }
    return ids.size();
}

std::size_t LearningOrder::helpsUntil() const
{
    std::size_t labels = 0;
    for (const Point& point : curve) {
        if (!point.helps())
            break;
        labels = point.labels;
    }
    return labels;
}

std::string toLine(const LearningOrder& order)
{
    nlohmann::json curve = nlohmann::json::array();
    for (const LearningOrder::Point& point : order.curve)
        curve.push_back({{"labels", point.labels},
                         {"r", point.correlation},
                         {"random", point.atRandom},
                         {"gain_low", point.low},
                         {"gain_high", point.high}});
    return jsonText(nlohmann::json{{"order", order.ids},
                                   {"curve", curve},
                                   {"enough", order.enough()},
                                   {"helps_until", order.helpsUntil()}});
}

LearningOrder learningOrderFrom(const std::string& line, const std::string& source)
{
    try {
        const nlohmann::json said = nlohmann::json::parse(line);
        LearningOrder order{said.at("order").get<std::vector<std::string>>(), {}};
        for (const nlohmann::json& point : said.at("curve"))
            order.curve.push_back({point.at("labels").get<std::size_t>(), point.at("r").get<double>(),
                                   point.at("random").get<double>(), point.value("gain_low", 0.0),
                                   point.value("gain_high", 0.0)});
        return order;
    } catch (const nlohmann::json::exception&) {
        throw FormatError("bad_message", source, "holds no order of labels");
    }
}

LearningOrder learningOrder(const FoldData& segments, const LearningSettings& settings,
                            const std::string& where, const RunContext& run)
{
    const TorchThreads torchThreads(1); // sums are in the same order on all machines
    const torch::NoGradGuard noGradient;
    const Learner learner(segments, settings, where);
    RunContext asking = run;
    if (run.progress)
        asking.progress = [&](double done) { run.progress(0.5 * done); };
    const Places order = learner.order(asking);
    std::vector<Places> byChance;
    for (std::size_t number = 0; number < kDivisions * kChanceOrders; ++number)
        byChance.push_back(learner.randomOrder(static_cast<int>(number)));
    LearningOrder result;
    for (const std::int64_t place : order)
        result.ids.push_back(segments.ids[static_cast<std::size_t>(place)]);
    const std::vector<std::size_t> stops = learner.stops();
    for (const std::size_t labels : stops) {
        LearningOrder::Point point{labels};
        std::vector<double> gains;
        for (std::size_t division = 0; division < kDivisions; ++division) {
            const double asked = learner.correlationOf(order, labels, division);
            double random = 0.0;
            for (std::size_t k = 0; k < kChanceOrders; ++k)
                random += learner.correlationOf(byChance[division * kChanceOrders + k], labels, division)
                    / kChanceOrders;
            point.correlation += asked / kDivisions;
            point.atRandom += random / kDivisions;
            gains.push_back(asked - random);
        }
        std::tie(point.low, point.high) = intervalOf(gains);
        result.curve.push_back(point);
        run.tick(stops.size() + result.curve.size(), 2 * stops.size());
    }
    return result;
}

}
