#include "engine/completion/trace_completion.h"

#include "engine/completion/calibration.h"
#include "engine/numbers/weighted_regression.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace engine {

namespace {

constexpr std::size_t kTraceDirections = 40;
constexpr std::array kTraceWindows{Interval{-0.5, 0.0}, Interval{-1.5, -0.5}, Interval{-3.0, -1.5},
                                   Interval{-6.0, -3.0}};
constexpr double kTraceMargin = 6.0; // seconds around what is checked that is not learnt from
constexpr std::size_t kTraceBlocks = 5;
constexpr std::size_t kThinning = 3; // neighbouring rows say the same
constexpr std::array kTracePenalties{0.001, 0.01, 0.1, 1.0};

struct Moment {
    std::size_t recording = 0;
    std::size_t row = 0;
};

struct TraceModel {
    std::vector<double> coefficients;

    double operator()(std::span<const float> row) const
    {
        double sum = coefficients.back();
        for (std::size_t d = 0; d < row.size(); ++d)
            sum += coefficients[d] * row[d];
        return sum;
    }
};

class TraceLearner {
public:
    explicit TraceLearner(const TraceTask& task)
        : m_task(task)
        , m_frames(withSurroundings(reducedFrames(task.recordings, kTraceDirections), kTraceWindows))
    {
        for (std::size_t r = 0; r < task.recordings.size(); ++r) {
            for (std::size_t t = 0; t < std::min(task.given[r].size(), m_frames[r].rows.rows); ++t) {
                if (task.given[r][t])
                    m_given.push_back({r, t});
            }
        }
    }

    const std::vector<Moment>& given() const { return m_given; }
    std::span<const float> row(Moment moment) const
    {
        return m_frames[moment.recording].rows.row(moment.row);
    }
    std::size_t columns() const { return m_frames.empty() ? 0 : m_frames.front().rows.columns; }
    std::size_t rows(std::size_t recording) const { return m_frames[recording].rows.rows; }
    double truth(Moment moment) const { return *m_task.given[moment.recording][moment.row]; }

    /// The moments of [first, last) of given(), and those that are far enough from them.
    std::vector<Moment> apartFrom(const std::vector<Moment>& all, std::size_t first, std::size_t last) const
    {
        const auto margin = static_cast<std::size_t>(kTraceMargin * m_frames.front().rate);
        std::vector<Moment> apart;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto isNear = [&](const Moment& edge) {
                return edge.recording == all[i].recording
                    && std::max(edge.row, all[i].row) - std::min(edge.row, all[i].row) < margin;
            };
            if ((i < first || i >= last) && !isNear(all[first]) && !isNear(all[last - 1]))
                apart.push_back(all[i]);
        }
        return apart;
    }

    TraceModel fit(const std::vector<Moment>& moments, double penalty) const
    {
        Columns columns(this->columns());
        std::vector<double> targets;
        for (std::size_t i = 0; i < moments.size(); i += kThinning) {
            const std::span<const float> values = row(moments[i]);
            for (std::size_t d = 0; d < columns.size(); ++d)
                columns[d].push_back(values[d]);
            targets.push_back(truth(moments[i]));
        }
        const std::vector<double> weights(targets.size(), 1.0);
        return {weightedRegression(
            columns, targets, weights,
            std::vector<double>(columns.size(), penalty * static_cast<double>(targets.size())))};
    }

    /// With the penalty that does best on blocks of the moments.
    TraceModel learn(const std::vector<Moment>& moments) const
    {
        double best = kTracePenalties.back(), least = std::numeric_limits<double>::infinity();
        for (const double penalty : kTracePenalties) {
            double squares = 0.0;
            for (std::size_t part = 0; part < 3; ++part) {
                const std::size_t first = moments.size() * part / 3, last = moments.size() * (part + 1) / 3;
                const TraceModel model = fit(apartFrom(moments, first, last), penalty);
                for (std::size_t i = first; i < last; i += kThinning) {
                    const double error = model(row(moments[i])) - truth(moments[i]);
                    squares += error * error;
                }
            }
            if (squares < least) {
                least = squares;
                best = penalty;
            }
        }
        return fit(moments, best);
    }

    /// Smoothed values of the rows [first, last) of a recording.
    std::vector<double> values(const TraceModel& model, std::size_t recording, std::size_t first,
                               std::size_t last) const
    {
        std::vector<double> raw, smooth;
        for (std::size_t t = first; t < last; ++t)
            raw.push_back(std::clamp(model(row({recording, t})), m_task.least, m_task.greatest));
        const auto half = static_cast<std::size_t>(0.5 * m_frames.front().rate);
        for (std::size_t i = 0; i < raw.size(); ++i) {
            const std::size_t from = i > half ? i - half : 0, to = std::min(i + half + 1, raw.size());
            double sum = 0.0;
            for (std::size_t k = from; k < to; ++k)
                sum += raw[k];
            smooth.push_back(sum / static_cast<double>(to - from));
        }
        return smooth;
    }

    /// How usual the rows [first, last) are: the more, the greater.
    double usual(std::size_t recording, std::size_t first, std::size_t last) const
    {
        double squares = 0.0;
        for (std::size_t t = first; t < last; ++t) {
            for (const float value : row({recording, t}))
                squares += static_cast<double>(value) * value;
        }
        return -std::log(1e-6 + squares / static_cast<double>((last - first) * columns()));
    }

    /// The runs of moments that follow each other, in pieces of about `kTraceStretch`.
    std::vector<std::pair<Moment, std::size_t>> stretches(const std::vector<Moment>& moments) const
    {
        const auto longest = static_cast<std::size_t>(kTraceStretch * m_frames.front().rate);
        std::vector<std::pair<Moment, std::size_t>> pieces;
        for (std::size_t i = 0; i < moments.size(); ++i) {
            const bool goesOn = !pieces.empty() && pieces.back().second < longest
                && pieces.back().first.recording == moments[i].recording
                && pieces.back().first.row + pieces.back().second == moments[i].row;
            if (goesOn)
                ++pieces.back().second;
            else
                pieces.emplace_back(moments[i], 1);
        }
        return pieces;
    }

private:
    const TraceTask& m_task;
    std::vector<FrameFeatures> m_frames;
    std::vector<Moment> m_given;
};

}

Completion completeTrace(const TraceTask& task, const RunContext& run)
{
    Completion completion;
    if (task.recordings.empty() || task.recordings.front().rows.columns == 0) {
        completion.lack = CompletionLack::Features;
        return completion;
    }
    const TraceLearner learner(task);
    const double rate = task.recordings.front().rate;
    const std::vector<Moment>& given = learner.given();
    std::vector<Moment> open;
    for (std::size_t t = 0; t < learner.rows(task.wished); ++t) {
        if (t >= task.given[task.wished].size() || !task.given[task.wished][t])
            open.push_back({task.wished, t});
    }
    completion.lack = learner.columns() == 0                        ? CompletionLack::Features
        : open.empty()                                              ? CompletionLack::Open
        : static_cast<double>(given.size()) < kFewestSeconds * rate ? CompletionLack::Seconds
                                                                    : CompletionLack::Nothing;
    if (completion.lack != CompletionLack::Nothing)
        return completion;
    std::vector<double> scores;
    std::vector<bool> right;
    const double tolerance = kTraceTolerance * (task.greatest - task.least);
    for (std::size_t block = 0; block < kTraceBlocks; ++block) {
        run.tick(block, kTraceBlocks + 1);
        const std::size_t first = given.size() * block / kTraceBlocks,
                          last = given.size() * (block + 1) / kTraceBlocks;
        const std::vector<Moment> apart = learner.apartFrom(given, first, last);
        if (apart.size() < static_cast<std::size_t>(rate))
            continue;
        const TraceModel model = learner.learn(apart);
        const std::vector<Moment> held(given.begin() + static_cast<std::ptrdiff_t>(first),
                                       given.begin() + static_cast<std::ptrdiff_t>(last));
        for (const auto& [start, count] : learner.stretches(held)) {
            if (static_cast<double>(count) < rate)
                continue;
            const auto values = learner.values(model, start.recording, start.row, start.row + count);
            double error = 0.0;
            for (std::size_t i = 0; i < count; ++i)
                error += std::abs(values[i] - learner.truth({start.recording, start.row + i}));
            right.push_back(error / static_cast<double>(count) <= tolerance);
            scores.push_back(learner.usual(start.recording, start.row, start.row + count));
        }
    }
    const Calibration calibration = calibrationOf(scores, right);
    for (std::size_t i = 0; i < scores.size(); ++i)
        completion.checks.push_back({calibration(scores[i]), right[i]});
    const TraceModel model = learner.learn(given);
    for (const auto& [start, count] : learner.stretches(open)) {
        const auto values = learner.values(model, start.recording, start.row, start.row + count);
        Suggestion suggestion;
        suggestion.span
            = {static_cast<double>(start.row) / rate, static_cast<double>(start.row + count) / rate};
        for (const double value : values) {
            suggestion.samples.push_back(static_cast<float>(value));
            suggestion.value += value / static_cast<double>(count);
        }
        suggestion.confidence = calibration(learner.usual(start.recording, start.row, start.row + count));
        completion.suggestions.push_back(std::move(suggestion));
    }
    run.tick(1, 1);
    return completion;
}

}
