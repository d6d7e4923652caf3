#include "engine/training/suspects/learning_order.h"

#include "engine/core/error.h"
#include "engine/core/seeded_shuffle.h"
#include "engine/models/threads.h"
#include "engine/training/suspects/labels_of.h"
#include "engine/training/suspects/segment_asking.h"
#include "engine/training/suspects/segment_summary.h"
#include "engine/training/suspects/video_folds.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>
#include <random>

namespace engine {

namespace {

constexpr int kChanceOrders = 5;

using Places = SegmentPlaces;

class Learner {
public:
    Learner(const FoldData& segments, const LearningSettings& settings, const std::string& where)
        : m_settings(settings)
        , m_labels(torch::tensor(labelsOf(segments, settings.column, where), torch::kFloat64))
        , m_folds(videoFolds(segments.ids, settings.folds, settings.seed, where))
        , m_rows(segmentComponents(segments))
    {
        const auto count = static_cast<std::size_t>(m_rows.size(0));
        const std::size_t twentieth = std::max<std::size_t>(1, count / 20);
        if (m_settings.start == 0)
            m_settings.start = std::max<std::size_t>(10, twentieth);
        if (m_settings.step == 0)
            m_settings.step = twentieth;
        m_settings.start = std::min(m_settings.start, count);
    }

    std::vector<std::size_t> stops() const
    {
        const auto count = static_cast<std::size_t>(m_rows.size(0));
        std::vector<std::size_t> stops;
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
            askForLabels(m_rows, m_labels, asked, all[k]);
            run.tick(k + 1, all.size());
        }
        return asked;
    }

    /// Of what is learnt from the first so many, out of fold.
    double correlationOf(const Places& order, std::size_t labels) const
    {
        torch::Tensor said = torch::zeros_like(m_labels);
        for (std::size_t fold = 0; fold < m_settings.folds; ++fold) {
            Places learnt, told;
            for (std::size_t i = 0; i < labels; ++i) {
                if (m_folds[static_cast<std::size_t>(order[i])] != fold)
                    learnt.push_back(order[i]);
            }
            std::ranges::sort(learnt); // sums are in the same order, however it was asked
            for (std::size_t i = 0; i < m_folds.size(); ++i) {
                if (m_folds[i] == fold)
                    told.push_back(static_cast<std::int64_t>(i));
            }
            const torch::Tensor asked = torch::tensor(told, torch::kInt64);
            const torch::Tensor known = torch::tensor(learnt, torch::kInt64);
            if (learnt.size() < 3)
                continue;
            const torch::Tensor answers
                = ridgeFit(m_rows.index_select(0, known), m_labels.index_select(0, known).unsqueeze(1))
                      .of(m_rows.index_select(0, asked))
                      .squeeze(1);
            said.index_copy_(0, asked, answers);
        }
        return engine::correlationOf(said, m_labels);
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
    const std::vector<std::size_t> m_folds;
    const torch::Tensor m_rows; ///< N × D, of mean size 1
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

std::string toLine(const LearningOrder& order)
{
    nlohmann::json curve = nlohmann::json::array();
    for (const LearningOrder::Point& point : order.curve)
        curve.push_back({{"labels", point.labels}, {"r", point.correlation}, {"random", point.atRandom}});
    return nlohmann::json{{"order", order.ids}, {"curve", curve}, {"enough", order.enough()}}.dump();
}

LearningOrder learningOrderFrom(const std::string& line, const std::string& source)
{
    try {
        const nlohmann::json said = nlohmann::json::parse(line);
        LearningOrder order{said.at("order").get<std::vector<std::string>>(), {}};
        for (const nlohmann::json& point : said.at("curve"))
            order.curve.push_back({point.at("labels").get<std::size_t>(), point.at("r").get<double>(),
                                   point.at("random").get<double>()});
        return order;
    } catch (const nlohmann::json::exception&) {
        throw FormatError("bad_message", source, "holds no order of labels");
    }
}

LearningOrder learningOrder(const FoldData& segments, const LearningSettings& settings,
                            const std::string& where, const RunContext& run)
{
    setTorchThreads(1); // sums are in the same order on all machines
    const torch::NoGradGuard noGradient;
    const Learner learner(segments, settings, where);
    RunContext asking = run;
    if (run.progress)
        asking.progress = [&](double done) { run.progress(0.5 * done); };
    const Places order = learner.order(asking);
    std::vector<Places> byChance;
    for (int number = 0; number < kChanceOrders; ++number)
        byChance.push_back(learner.randomOrder(number));
    LearningOrder result;
    for (const std::int64_t place : order)
        result.ids.push_back(segments.ids[static_cast<std::size_t>(place)]);
    const std::vector<std::size_t> stops = learner.stops();
    for (const std::size_t labels : stops) {
        LearningOrder::Point point{labels, learner.correlationOf(order, labels), 0.0};
        for (const Places& random : byChance)
            point.atRandom += learner.correlationOf(random, labels) / kChanceOrders;
        result.curve.push_back(point);
        run.tick(stops.size() + result.curve.size(), 2 * stops.size());
    }
    return result;
}

}
