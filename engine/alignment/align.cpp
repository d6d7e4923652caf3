#include "engine/alignment/align.h"

#include "engine/alignment/overlap.h"
#include "engine/alignment/row_collapser.h"
#include "engine/alignment/video_steps.h"
#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>

namespace engine {

namespace {

/// More rows than this no made reference has; a time of 1e12 s is damage, not a long video.
constexpr double kMostTargets = 2e7;

bool isTarget(Interval interval)
{
    return !(std::abs(interval.start - interval.end) < kTouching); // a NaN interval is one, as in the SDK
}

/// What happened to the rows of one sequence, gathered while they are given to the targets.
class RowAccount {
public:
    RowAccount(SequenceAlignment* report, const IntervalArray& source, std::size_t targets)
        : m_report(report)
        , m_source(source.values)
    {
        if (!m_report)
            return;
        m_report->rows = source.rows();
        m_report->rowsPerTarget.assign(targets, 0);
        m_received.assign(source.rows(), 0);
    }

    void received(std::size_t target, const OverlapFinder::Rows& rows)
    {
        if (!m_report)
            return;
        m_report->rowsPerTarget[target] = rows.indices.size();
        for (const std::size_t row : rows.indices)
            ++m_received[row];
        m_report->coverageSeconds += unionLength(rows.clipped);
    }

    void close()
    {
        if (!m_report)
            return;
        for (std::size_t row = 0; row < m_received.size(); ++row) {
            const Interval interval = m_source[row];
            if (m_received[row] > 1)
                ++m_report->receivedTwice;
            else if (m_received[row] == 1)
                continue;
            else if (std::isnan(interval.start) || std::isnan(interval.end))
                m_report->notNumbers.push_back(row);
            else if (!(std::abs(interval.length()) > kTouching))
                m_report->tooShort.push_back(row);
            else
                m_report->outside.push_back(row);
        }
    }

private:
    /// Of intervals that are sorted by start, but clipped ones may start together.
    static double unionLength(const std::vector<Interval>& intervals)
    {
        double length = 0.0;
        double reached = -std::numeric_limits<double>::infinity();
        for (const Interval& interval : intervals) {
            const double start = std::max(interval.start, reached);
            length += std::max(0.0, interval.end - start);
            reached = std::max(reached, interval.end);
        }
        return length;
    }

    SequenceAlignment* m_report;
    const std::vector<Interval>& m_source;
    std::vector<unsigned> m_received;
};

void appendPiece(SequencePart& part, const std::string& video, std::size_t target, std::size_t rows)
{
    const std::size_t first = part.pieces.empty() ? 0 : part.pieces.back().first + part.pieces.back().rows;
    part.pieces.push_back({fmt::format(FMT_STRING("{}[{}]"), video, target), nullptr, 0, first, rows});
}

/// What each target receives of a sequence, as entries `v[k]` over one block.
SequencePart alignedTo(const IntervalArray& targets, SequencePart&& part, const std::string& video,
                       const std::vector<CollapseFunction>& functions, SequenceAlignment* report)
{
    SequencePart result(part.key);
    const Block source = sortedByStart(joined(std::move(part)));
    const OverlapFinder finder(source.entry.intervals.values, source.entry.intervals.type, targets.type);
    RowCollapser collapser(source, finder.clippedType(), functions);
    RowAccount account(report, source.entry.intervals, targets.rows());
    OverlapFinder::Rows rows;
    for (std::size_t k = 0; k < targets.rows(); ++k) {
        if (!isTarget(targets.values[k]))
            continue;
        finder.find(targets.values[k], rows);
        if (rows.indices.empty())
            continue;
        account.received(k, rows);
        appendPiece(result, video, k, collapser.append(rows));
    }
    account.close();
    result.blocks.push_back(collapser.take());
    return result;
}

/// The reference's own rows, each an entry, unclipped.
SequencePart ownRows(SequencePart&& part, const std::string& video,
                     const std::vector<CollapseFunction>& functions, SequenceAlignment* report)
{
    SequencePart result(part.key);
    const Block source = joined(std::move(part));
    const IntervalArray& intervals = source.entry.intervals;
    RowCollapser collapser(source, intervals.type, functions);
    RowAccount account(report, intervals, intervals.rows());
    for (std::size_t k = 0; k < intervals.rows(); ++k) {
        if (!isTarget(intervals.values[k]))
            continue;
        const OverlapFinder::Rows row{{k}, {intervals.values[k]}};
        account.received(k, row);
        appendPiece(result, video, k, collapser.append(row));
    }
    account.close();
    result.blocks.push_back(collapser.take());
    return result;
}

/// The reference sequence's intervals. @throws FormatError `reference_already_aligned`.
IntervalArray targetsOf(SequencePart& reference, const std::string& video)
{
    for (const SequencePart::Piece& piece : reference.pieces) {
        if (piece.id != video)
            throw FormatError(
                "reference_already_aligned", reference.key,
                fmt::format("its entries are segments already (such as {}); revert it first, then align",
                            piece.id));
    }
    const EntryRows rows
        = reference.rows(reference.pieces.front()); // which may share their block with others
    return {rows.entry->intervals.type, {rows.intervals().begin(), rows.intervals().end()}};
}

double endOf(const VideoPart& part)
{
    double end = 0.0;
    for (const SequencePart& sequence : part.sequences) {
        for (const SequencePart::Piece& piece : sequence.pieces) {
            for (const Interval& interval : sequence.rows(piece).intervals()) {
                if (std::isfinite(interval.end))
                    end = std::max(end, interval.end);
            }
        }
    }
    return end;
}

/// Intervals k = 0, 1, … that begin at `start(k)` and end at `end(k)`, as long as they begin before `until`.
template <typename Start, typename End>
std::vector<Interval> madeIntervals(const std::string& video, double until, double hop, const Start& start,
                                    const End& end)
{
    if (!(until / hop < kMostTargets))
        throw ShapeError(
            "data_invalid",
            fmt::format("Video {} ends at {} s, which needs too many intervals of {} s.", video, until, hop));
    std::vector<Interval> intervals;
    for (std::size_t k = 0; start(k) < until - kTouching; ++k)
        intervals.push_back({start(k), end(k)});
    return intervals;
}

IntervalArray madeTargets(const VideoPart& part, const AlignReference& reference,
                          const std::vector<Interval>& frames)
{
    if (const auto* rate = std::get_if<FixedRate>(&reference)) {
        const auto time = [&](std::size_t k) { return static_cast<double>(k) / rate->hertz; };
        return {ElementType::Float64,
                madeIntervals(part.video, endOf(part), 1.0 / rate->hertz, time,
                              [&](std::size_t k) { return time(k + 1); })};
    }
    if (const auto* sliding = std::get_if<SlidingWindow>(&reference))
        return {ElementType::Float64, windowsUntil(endOf(part), *sliding, part.video)};
    return {ElementType::Float64, frames};
}

std::size_t rowsWithoutTimes(const SequencePart& sequence)
{
    std::size_t count = 0;
    for (const SequencePart::Piece& piece : sequence.pieces)
        count += static_cast<std::size_t>(
            std::ranges::count_if(sequence.rows(piece).intervals(), [](const Interval& row) {
                return std::isnan(row.start) || std::isnan(row.end);
            }));
    return count;
}

std::string description(const AlignReference& reference)
{
    if (const auto* key = std::get_if<std::string>(&reference))
        return *key;
    if (const auto* rate = std::get_if<FixedRate>(&reference))
        return fmt::format("{} Hz", rate->hertz);
    if (const auto* sliding = std::get_if<SlidingWindow>(&reference))
        return fmt::format("windows of {} s", sliding->window);
    return std::get<VideoFrames>(reference).file;
}

}

std::vector<Interval> windowsUntil(double end, const SlidingWindow& window, const std::string& video)
{
    const auto time = [&](std::size_t k) { return static_cast<double>(k) * window.hop; };
    return madeIntervals(video, end, window.hop, time,
                         [&](std::size_t k) { return time(k) + window.window; });
}

const std::vector<CollapseFunction>& AlignStep::functionsFor(const std::string& key) const
{
    static const std::vector<CollapseFunction> none;
    auto found = collapse.find(key);
    if (found == collapse.end())
        found = collapse.find("*");
    return found == collapse.end() ? none : found->second;
}

void align(VideoPart& part, const AlignStep& step, const std::vector<Interval>& frames,
           AlignmentReport* report, bool accountsForRows)
{
    const auto* key = std::get_if<std::string>(&step.reference);
    if (key)
        part.sequence(*key); // an unknown one is an error even for a video that is dropped
    const bool isHere = isAnywhere(part);
    const std::vector<std::string> missing = unify(part);
    if (report && isHere) // a video that no sequence has, yet or any more, is not dropped
        report->missingIn = missing;
    if (!missing.empty() || part.sequences.empty())
        return;
    if (key) {
        part.sequence(*key).read();
    } else {
        for (SequencePart& sequence : part.sequences)
            sequence.read(); // their ends are the end of the targets
    }
    const IntervalArray targets
        = key ? targetsOf(part.sequence(*key), part.video) : madeTargets(part, step.reference, frames);
    if (report && accountsForRows) {
        report->targets = targets.rows();
        for (std::size_t k = 0; k < targets.rows(); ++k) {
            report->targetSeconds += std::max(0.0, targets.values[k].length());
            if (!isTarget(targets.values[k]))
                report->skippedTargets.push_back(k);
        }
    }
    for (SequencePart& sequence : part.sequences) {
        SequenceAlignment* account = report && accountsForRows ? &report->sequences[sequence.key] : nullptr;
        const auto& functions = step.functionsFor(sequence.key);
        sequence.read();
        if (const std::size_t rows = report ? rowsWithoutTimes(sequence) : 0; rows > 0)
            report->rowsWithoutTimes[sequence.key] = rows;
        try {
            sequence = key && sequence.key == *key
                ? ownRows(std::move(sequence), part.video, functions, account)
                : alignedTo(targets, std::move(sequence), part.video, functions, account);
        } catch (const ShapeError& error) {
            throw ShapeError(error.code(),
                             fmt::format("{}, aligned to {}, video {}: {}", sequence.key,
                                         description(step.reference), part.video, error.what()));
        }
    }
}

}
