#include "engine/completion/drawn_segments.h"

#include "engine/completion/calibration.h"
#include "engine/completion/duration_chain.h"
#include "engine/completion/softmax_regression.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace engine {

namespace {

constexpr std::size_t kDrawnDirections = 40;
constexpr std::array kDrawnWindows{Interval{0.0, 0.0}, Interval{-0.4, 0.4}, Interval{-1.5, -0.4},
                                   Interval{0.4, 1.5}};
constexpr double kDrawnMargin = 1.5; // seconds around what is checked that are not learnt from
constexpr std::size_t kDrawnBlocks = 5;
constexpr double kDrawnPenalty = 0.01;
constexpr std::array kTrusts{0.1, 0.3, 1.0}; // what a moment counts: neighbours say nearly the same
constexpr double kAtEdge = 0.06, kToEdge = 0.25; // seconds
constexpr double kMostlyAtEdges = 0.6;

/// Frames [first, last) of a recording.
struct FrameSpan {
    std::size_t recording = 0;
    std::size_t first = 0;
    std::size_t last = 0;
};

struct Learnt {
    SoftmaxRegression moments;
    std::vector<double> priors; ///< logarithms
    DurationChain chain;
};

struct Decoded {
    PlacedSpan span;
    std::size_t category = 0;
    double chance = 0.0;
};

class DrawnLearner {
public:
    explicit DrawnLearner(const DrawnTask& task)
        : m_task(task)
        , m_rate(task.recordings.front().rate)
        , m_frames(withSurroundings(reducedFrames(task.recordings, kDrawnDirections), kDrawnWindows))
        , m_states(task.categoryCount + 1)
    {
        for (const FrameFeatures& frames : m_frames)
            m_given.emplace_back(frames.rows.rows, -1);
        for (const PlacedSpan& looked : task.lookedThrough)
            fill(looked, 0);
        for (std::size_t i = 0; i < task.segments.size(); ++i)
            fill(task.segments[i], static_cast<int>(task.categories[i]) + 1);
        std::size_t near = 0;
        for (const PlacedSpan& segment : task.segments) {
            for (const double edge : {segment.span.start, segment.span.end}) {
                const auto nearest = nearestEdge(segment.recording, edge);
                near += nearest && std::abs(*nearest - edge) <= kAtEdge ? 1 : 0;
            }
        }
        m_isAtEdges = static_cast<double>(near)
            >= kMostlyAtEdges * 2.0 * static_cast<double>(std::max<std::size_t>(1, task.segments.size()));
    }

    bool hasColumns() const { return !m_frames.empty() && m_frames.front().rows.columns > 0; }
    double rate() const { return m_rate; }

    FrameSpan framesOf(const PlacedSpan& span) const
    {
        const auto most = static_cast<long long>(m_frames[span.recording].rows.rows);
        const auto place = [&](double seconds) {
            return static_cast<std::size_t>(std::clamp(std::llround(seconds * m_rate), 0LL, most));
        };
        return {span.recording, place(span.span.start), place(span.span.end)};
    }

    /// What was looked through, in about equal pieces, `kDrawnBlocks` of them.
    std::vector<std::vector<FrameSpan>> blocks() const
    {
        std::size_t total = 0;
        for (const PlacedSpan& looked : m_task.lookedThrough)
            total += framesOf(looked).last - framesOf(looked).first;
        std::vector<std::vector<FrameSpan>> blocks(kDrawnBlocks);
        std::size_t before = 0;
        for (const PlacedSpan& looked : m_task.lookedThrough) {
            const FrameSpan frames = framesOf(looked);
            for (std::size_t b = 0; b < kDrawnBlocks; ++b) {
                const auto within = [&](std::size_t place) {
                    return frames.first + std::clamp(place, before, before + frames.last - frames.first)
                        - before;
                };
                const FrameSpan piece{looked.recording, within(total * b / kDrawnBlocks),
                                      within(total * (b + 1) / kDrawnBlocks)};
                if (piece.last > piece.first)
                    blocks[b].push_back(piece);
            }
            before += frames.last - frames.first;
        }
        return blocks;
    }

    /// @param held  is not learnt from, nor what lies near
    Learnt learn(const std::vector<FrameSpan>& held) const
    {
        const auto margin = static_cast<std::size_t>(kDrawnMargin * m_rate);
        std::vector<std::vector<int>> given = m_given;
        for (const FrameSpan& span : held) {
            auto& frames = given[span.recording];
            const std::size_t first = span.first > margin ? span.first - margin : 0;
            std::fill(frames.begin() + static_cast<std::ptrdiff_t>(first),
                      frames.begin()
                          + static_cast<std::ptrdiff_t>(std::min(span.last + margin, frames.size())),
                      -1);
        }
        std::vector<std::pair<std::size_t, std::size_t>> used;
        std::vector<int> classes;
        std::vector<double> counts(m_states, 1.0);
        for (std::size_t r = 0; r < given.size(); ++r) {
            for (std::size_t t = 0; t < given[r].size(); ++t) {
                if (given[r][t] < 0)
                    continue;
                used.emplace_back(r, t);
                classes.push_back(given[r][t]);
                counts[static_cast<std::size_t>(given[r][t])] += 1.0;
            }
        }
        FeatureMatrix rows(used.size(), m_frames.front().rows.columns);
        for (std::size_t i = 0; i < used.size(); ++i)
            std::ranges::copy(m_frames[used[i].first].rows.row(used[i].second), rows.row(i).begin());
        Learnt learnt{softmaxRegression(rows, classes, m_states, kDrawnPenalty), {}, chainOf(given)};
        for (const double count : counts)
            learnt.priors.push_back(std::log(count / static_cast<double>(used.size() + m_states)));
        return learnt;
    }

    std::vector<Decoded> decode(const Learnt& learnt, const FrameSpan& span, double trust) const
    {
        std::vector<double> chances, scores;
        for (std::size_t t = span.first; t < span.last; ++t) {
            const auto each = learnt.moments.probabilities(m_frames[span.recording].rows.row(t));
            for (std::size_t s = 0; s < m_states; ++s) {
                chances.push_back(each[s]);
                scores.push_back(trust * (std::log(std::max(each[s], 1e-9)) - learnt.priors[s]));
            }
        }
        std::vector<Decoded> segments;
        for (const StateRun& run : likeliestRuns(learnt.chain, scores)) {
            if (run.state == 0)
                continue;
            double chance = 0.0;
            for (std::size_t t = run.first; t < run.last; ++t)
                chance += chances[t * m_states + run.state] / static_cast<double>(run.last - run.first);
            const auto at
                = [&](std::size_t frame) { return static_cast<double>(span.first + frame) / m_rate; };
            segments.push_back({{span.recording, {at(run.first), at(run.last)}}, run.state - 1, chance});
        }
        return m_isAtEdges ? atEdges(segments, span) : segments;
    }

private:
    void fill(const PlacedSpan& span, int value)
    {
        const FrameSpan frames = framesOf(span);
        std::fill(m_given[frames.recording].begin() + static_cast<std::ptrdiff_t>(frames.first),
                  m_given[frames.recording].begin() + static_cast<std::ptrdiff_t>(frames.last), value);
    }

    std::optional<double> nearestEdge(std::size_t recording, double seconds) const
    {
        if (recording >= m_task.edges.size() || m_task.edges[recording].empty())
            return std::nullopt;
        const std::vector<double>& edges = m_task.edges[recording];
        const auto next = std::ranges::lower_bound(edges, seconds);
        if (next == edges.end())
            return edges.back();
        if (next == edges.begin() || *next - seconds < seconds - *(next - 1))
            return *next;
        return *(next - 1);
    }

    std::vector<Decoded> atEdges(std::vector<Decoded> segments, const FrameSpan& span) const
    {
        double before = static_cast<double>(span.first) / m_rate;
        for (Decoded& segment : segments) {
            Interval moved = segment.span.span;
            for (double* const side : {&moved.start, &moved.end}) {
                const auto edge = nearestEdge(span.recording, *side);
                if (edge && std::abs(*edge - *side) <= kToEdge)
                    *side = *edge;
            }
            moved.start = std::max(moved.start, before);
            moved.end = std::min(moved.end, static_cast<double>(span.last) / m_rate);
            if (moved.length() > 0.0)
                segment.span.span = moved;
            before = segment.span.span.end;
        }
        return segments;
    }

    /// Lengths and successors of the states that were given; a run that a gap cuts tells no length.
    DurationChain chainOf(const std::vector<std::vector<int>>& given) const
    {
        std::vector<std::vector<double>> lengths(m_states);
        std::vector<double> steps(m_states * m_states, 0.05);
        std::vector<double> all;
        for (const PlacedSpan& segment : m_task.segments) {
            const FrameSpan frames = framesOf(segment);
            const auto& row = given[frames.recording];
            if (frames.last <= frames.first || row[frames.first] <= 0 || row[frames.last - 1] <= 0)
                continue;
            const double length = std::log(static_cast<double>(frames.last - frames.first));
            lengths[static_cast<std::size_t>(row[frames.first])].push_back(length);
            all.push_back(length);
            const int next = frames.last < row.size() ? row[frames.last] : -1;
            if (next >= 0)
                steps[static_cast<std::size_t>(row[frames.first]) * m_states + static_cast<std::size_t>(next)]
                    += 1.0;
        }
        for (const auto& row : given) {
            std::size_t first = 0;
            for (std::size_t t = 1; t <= row.size(); ++t) {
                if (t < row.size() && row[t] == row[first])
                    continue;
                if (row[first] == 0 && first > 0 && row[first - 1] > 0 && t < row.size() && row[t] > 0) {
                    lengths[0].push_back(std::log(static_cast<double>(t - first)));
                    steps[static_cast<std::size_t>(row[t])] += 1.0;
                }
                first = t;
            }
        }
        DurationChain chain;
        for (std::size_t s = 0; s < m_states; ++s)
            chain.durations.push_back(durationOf(lengths[s].size() >= 3 ? lengths[s] : all, s == 0));
        steps[0] = 0.0; // two nothings are one
        for (std::size_t from = 0; from < m_states; ++from) {
            double sum = 0.0;
            for (std::size_t to = 0; to < m_states; ++to)
                sum += steps[from * m_states + to];
            for (std::size_t to = 0; to < m_states; ++to)
                chain.goesTo.push_back(std::log(std::max(steps[from * m_states + to] / sum, 1e-12)));
        }
        return chain;
    }

    StateDuration durationOf(const std::vector<double>& lengths, bool isNothing) const
    {
        StateDuration duration{std::log(m_rate), 1.0, static_cast<std::size_t>(60.0 * m_rate)};
        if (lengths.empty())
            return duration;
        double sum = 0.0, squares = 0.0;
        for (const double length : lengths)
            sum += length;
        const auto n = static_cast<double>(lengths.size());
        duration.middle = sum / n;
        for (const double length : lengths)
            squares += (length - duration.middle) * (length - duration.middle);
        duration.spread = std::max(std::sqrt((squares + 0.5) / (n + 1.0)), isNothing ? 0.8 : 0.3);
        const double longest = std::exp(*std::ranges::max_element(lengths)) * 3.0;
        duration.longest
            = static_cast<std::size_t>(std::clamp(longest, 2.0, (isNothing ? 60.0 : 30.0) * m_rate));
        return duration;
    }

    const DrawnTask& m_task;
    double m_rate;
    std::vector<FrameFeatures> m_frames;
    std::size_t m_states;
    std::vector<std::vector<int>> m_given; ///< per recording and frame: the state, 0 nothing; -1: not known
    bool m_isAtEdges = false;
};

/// What decoding blocks that were not learnt from gives, with one trust.
struct Checked {
    std::vector<double> scores;
    std::vector<bool> right;
    double found = 0.0; ///< of a person's segments
    std::size_t truths = 0;

    double f1() const
    {
        const auto hits = static_cast<double>(std::ranges::count(right, true));
        const double sum = static_cast<double>(right.size() + truths);
        return sum > 0.0 ? 2.0 * hits / sum : 0.0;
    }
};

double sharedPart(Interval a, Interval b)
{
    const double both = std::max(0.0, a.overlap(b));
    return both / std::max(a.length() + b.length() - both, 1e-9);
}

void checkBlock(const DrawnTask& task, const std::vector<Decoded>& decoded, PlacedSpan block,
                Checked& checked)
{
    std::vector<std::pair<Interval, std::size_t>> truths;
    for (std::size_t i = 0; i < task.segments.size(); ++i) {
        const Interval span = task.segments[i].span;
        if (task.segments[i].recording == block.recording && span.overlap(block.span) > span.length() / 2.0)
            truths.push_back({{std::max(span.start, block.span.start), std::min(span.end, block.span.end)},
                              task.categories[i]});
    }
    for (const Decoded& segment : decoded) {
        const bool isRight = std::ranges::any_of(truths, [&](const auto& truth) {
            return truth.second == segment.category
                && sharedPart(truth.first, segment.span.span) >= kSameSegment;
        });
        checked.scores.push_back(logOdds(segment.chance));
        checked.right.push_back(isRight);
        checked.found += isRight ? 1.0 : 0.0;
    }
    checked.truths += truths.size();
}

CompletionLack lackOfDrawn(const DrawnTask& task)
{
    if (task.recordings.empty() || task.recordings.front().rows.columns == 0)
        return CompletionLack::Features;
    if (task.open.empty())
        return CompletionLack::Open;
    double seconds = 0.0;
    for (const PlacedSpan& looked : task.lookedThrough)
        seconds += looked.span.length();
    return task.segments.size() < kFewestDrawn ? CompletionLack::Labelled
        : seconds < kFewestDrawnSeconds        ? CompletionLack::Seconds
                                               : CompletionLack::Nothing;
}

}

Completion completeDrawn(const DrawnTask& task, const RunContext& run)
{
    Completion completion;
    completion.lack = lackOfDrawn(task);
    if (completion.lack != CompletionLack::Nothing)
        return completion;
    const DrawnLearner learner(task);
    if (!learner.hasColumns()) {
        completion.lack = CompletionLack::Features;
        return completion;
    }
    std::array<Checked, kTrusts.size()> checked;
    std::size_t done = 0;
    for (const std::vector<FrameSpan>& block : learner.blocks()) {
        run.tick(done++, kDrawnBlocks + 1);
        const Learnt learnt = learner.learn(block);
        for (const FrameSpan& span : block) {
            const PlacedSpan place{span.recording,
                                   {static_cast<double>(span.first) / learner.rate(),
                                    static_cast<double>(span.last) / learner.rate()}};
            for (std::size_t k = 0; k < kTrusts.size(); ++k)
                checkBlock(task, learner.decode(learnt, span, kTrusts[k]), place, checked[k]);
        }
    }
    std::size_t best = 0;
    for (std::size_t k = 1; k < kTrusts.size(); ++k) {
        if (checked[k].f1() > checked[best].f1())
            best = k;
    }
    const Checked& chosen = checked[best];
    const Calibration calibration = calibrationOf(chosen.scores, chosen.right);
    for (std::size_t i = 0; i < chosen.scores.size(); ++i)
        completion.checks.push_back({calibration(chosen.scores[i]), chosen.right[i]});
    completion.found
        = std::min(1.0, chosen.found / static_cast<double>(std::max<std::size_t>(1, chosen.truths)));
    const Learnt learnt = learner.learn({});
    for (const PlacedSpan& open : task.open) {
        for (const Decoded& segment : learner.decode(learnt, learner.framesOf(open), kTrusts[best]))
            completion.suggestions.push_back({0,
                                              segment.span.span,
                                              static_cast<double>(segment.category),
                                              {},
                                              calibration(logOdds(segment.chance))});
    }
    run.tick(1, 1);
    return completion;
}

}
