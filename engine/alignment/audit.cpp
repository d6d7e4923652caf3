#include "engine/alignment/audit.h"

#include "engine/alignment/coverage.h"
#include "engine/alignment/overlap.h"
#include "engine/numbers/pair_sums.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr double kShortestGap = 0.1; ///< seconds
constexpr double kFrame = 0.05; ///< seconds that the last rows may reach beyond the media
constexpr double kLongestShift = 0.5; ///< seconds
constexpr double kLeastShift = 0.1; ///< seconds
constexpr double kWindow = 10.0; ///< seconds
constexpr std::size_t kLeastWords = 5; ///< in a window
constexpr double kClearly = 0.08; ///< of the correlation, which lies within ±1

class Audit {
public:
    explicit Audit(const AuditInput& input) : m_input(input) { }

    std::vector<AuditFinding> findings()
    {
        for (const auto& rows : m_input.sequences) {
            if (!rows.fillsTime)
                continue;
            const double least = std::max(kShortestGap, 3 * medianStep(rows.intervals));
            for (const Interval& gap : gaps(rows.intervals, least))
                add(AuditKind::Gap, rows.key, gap);
        }
        for (const auto& rows : m_input.sequences) {
            if (rows.intervals.empty())
                continue; // the video lacks it: that is one finding, not one per word
            for (const TargetCoverage& cell : coverage(m_input.words, rows.intervals)) {
                if (cell.rows == 0)
                    add(AuditKind::EmptyCell, rows.key, cell.target);
            }
        }
        collisions("words", m_input.words);
        collisions("segments", m_input.segments);
        if (!m_input.segments.empty()) {
            for (const TargetCoverage& word : coverage(m_input.words, m_input.segments)) {
                if (word.rows == 0)
                    add(AuditKind::OutsideSegments, "words", word.target);
            }
        }
        outsideMedia("words", m_input.words);
        outsideMedia("segments", m_input.segments);
        for (const auto& rows : m_input.sequences)
            outsideMedia(rows.key, rows.intervals);
        if (m_input.sound) {
            const std::vector<AuditFinding> drifts = drift(m_input.words, *m_input.sound);
            m_findings.insert(m_findings.end(), drifts.begin(), drifts.end());
        }
        return std::move(m_findings);
    }

private:
    void add(AuditKind kind, const std::string& sequence, Interval where)
    {
        m_findings.push_back({kind, sequence, where, 0.0});
    }

    void collisions(const std::string& name, std::span<const Interval> rows)
    {
        double reached = -1e300;
        for (const Interval& row : rows) {
            const double end = std::min(reached, row.end);
            if (end - row.start > kTouching)
                add(AuditKind::Collision, name, {row.start, end});
            reached = std::max(reached, row.end);
        }
    }

    void outsideMedia(const std::string& name, std::span<const Interval> rows)
    {
        for (const Interval& row : rows) {
            if (row.start < -kTouching || (m_input.mediaEnd > 0 && row.end > m_input.mediaEnd + kFrame))
                add(AuditKind::OutsideMedia, name, row);
        }
    }

    const AuditInput& m_input;
    std::vector<AuditFinding> m_findings;
};

/// 1 inside words, 0 between them, at the steps [first, last) of the sound.
std::vector<float> spoken(std::span<const Interval> words, double step, std::size_t first, std::size_t last)
{
    std::vector<float> inside(last - first, 0.0F);
    for (const Interval& word : words) {
        const auto from = std::max(static_cast<double>(first), std::floor(word.start / step));
        const auto to = std::min(static_cast<double>(last), std::ceil(word.end / step));
        for (double i = from; i < to; ++i)
            inside[static_cast<std::size_t>(i) - first] = 1.0F;
    }
    return inside;
}

/// Pearson's r of two series of equal length; 0 where one is constant: nothing goes with that one.
double correlation(std::span<const float> a, std::span<const float> b)
{
    PairSums sums;
    for (std::size_t i = 0; i < a.size(); ++i)
        sums.add(a[i], b[i]);
    return sums.correlation().value_or(0.0);
}

}

std::vector<AuditFinding> audit(const AuditInput& input)
{
    return Audit(input).findings();
}

std::vector<AuditFinding> drift(std::span<const Interval> words, const SoundEnergy& sound)
{
    std::vector<float> loudness; // decibels above -60, so that loud speech does not outweigh all other
    loudness.reserve(sound.rms.size());
    for (const float rms : sound.rms)
        loudness.push_back(std::max(0.0F, 60.0F + 20.0F * std::log10(std::max(rms, 1e-6F))));
    const auto window = static_cast<std::size_t>(kWindow / sound.step);
    const auto reach = static_cast<std::ptrdiff_t>(kLongestShift / sound.step);
    std::vector<AuditFinding> findings;
    for (std::size_t first = 0; first < loudness.size(); first += window) {
        const std::size_t last = std::min(first + window, loudness.size());
        const Interval where{static_cast<double>(first) * sound.step, static_cast<double>(last) * sound.step};
        const auto [firstWord, lastWord]
            = std::pair(std::ranges::lower_bound(words, where.start, {}, &Interval::start),
                        std::ranges::lower_bound(words, where.end, {}, &Interval::start));
        if (static_cast<std::size_t>(lastWord - firstWord) < kLeastWords)
            continue;
        // The words of the window, with pauses before and behind, laid beside the sound at every shift.
        const auto margin = static_cast<std::size_t>(reach);
        const std::size_t from = std::max(first, margin);
        const std::size_t to = std::min(last, loudness.size() - std::min(loudness.size(), margin));
        if (to <= from + margin)
            continue;
        const std::vector<float> inside = spoken(words, sound.step, from, to);
        const auto fit = [&](std::ptrdiff_t shift) {
            return correlation(
                inside,
                std::span(loudness).subspan(
                    static_cast<std::size_t>(static_cast<std::ptrdiff_t>(from) + shift), to - from));
        };
        const double asItIs = fit(0);
        std::ptrdiff_t best = 0;
        double greatest = asItIs;
        for (std::ptrdiff_t shift = -reach; shift <= reach; ++shift) {
            if (const double here = fit(shift); here > greatest) {
                greatest = here;
                best = shift;
            }
        }
        const double seconds = static_cast<double>(best) * sound.step;
        if (std::abs(seconds) >= kLeastShift - 1e-9 && greatest > asItIs + kClearly && greatest > 0.3)
            findings.push_back({AuditKind::Drift, "words", where, seconds});
    }
    return findings;
}

}
