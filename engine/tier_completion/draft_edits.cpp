#include "engine/tier_completion/draft_edits.h"

#include "engine/annotation/edits.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/trace_edits.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>

namespace engine {

namespace {

using Value = std::variant<double, std::string>;

constexpr std::int64_t kMostPlaces = 10'000'000; ///< of one trace: 27 hours at 100 per second
constexpr auto kUnseen = "completed by "; // what provenance begins with
constexpr auto kConfirmed = "suggested by ";

std::string told(const CompletionDraft& draft, const DraftRow& row, const AcceptedBy& by, bool isSeen)
{
    const std::string sure = fmt::format("{}, confidence {:.2f}", draft.how, row.confidence);
    return isSeen ? kConfirmed + sure + ", looked at with " + by.visible
                  : kUnseen + sure + fmt::format(", accepted above {:.2f}", draft.threshold);
}

/// Rows of one tier become part of it.
class RowTaker {
public:
    RowTaker(const Annotation& annotation, const Tier& tier, const CompletionDraft& draft,
             const AcceptedBy& by, bool isSeen)
        : m_annotation(annotation)
        , m_tier(tier)
        , m_draft(draft)
        , m_by(by)
        , m_isSeen(isSeen)
    {
        if (draft.kind == CompletionKind::Values)
            m_segments = segmentsByTimes(annotation, tier.id);
    }

    void take(const DraftRow& row, const Value& value)
    {
        if (m_draft.kind == CompletionKind::Values)
            give(row, value);
        else if (m_draft.kind == CompletionKind::Segments)
            draw(row, value);
        else
            record(row);
    }

    Change change() const
    {
        Change all = m_change;
        if (!m_drawn.empty())
            all = all.followedBy(insertSegments(m_annotation, m_drawn));
        if (!m_values.empty())
            all = all.followedBy(recordTrace(m_annotation, m_tier.id, m_first, m_values));
        return all;
    }

private:
    LabelValue labelled(const DraftRow& row, const Value& value) const
    {
        return {value, {m_by.annotator, m_by.when, 1, told(m_draft, row, m_by, m_isSeen)}};
    }

    void give(const DraftRow& row, const Value& value)
    {
        const auto found = m_segments.find(
            {TimePoint::ofSeconds(row.span.start).ticks, TimePoint::ofSeconds(row.span.end).ticks});
        if (found != m_segments.end())
            m_change = m_change.followedBy(
                setValue(m_annotation, found->second, m_draft.label, labelled(row, value)));
    }

    void draw(const DraftRow& row, const Value& value)
    {
        Segment segment;
        segment.tier = m_tier.id;
        segment.start = TimePoint::ofSeconds(row.span.start);
        segment.end = TimePoint::ofSeconds(row.span.end);
        if (m_draft.label.empty()) {
            segment.text = std::get<std::string>(value);
            segment.comment = told(m_draft, row, m_by, m_isSeen);
        } else {
            segment.values[m_draft.label] = labelled(row, value);
        }
        segment.confidence = row.confidence;
        m_drawn.push_back(std::move(segment));
    }

    /// Values go where there are none.
    void record(const DraftRow& row)
    {
        const std::int64_t first = tracePlace(row.span.start, m_tier.rate);
        const std::int64_t last = tracePlace(row.span.end, m_tier.rate);
        const std::int64_t begin = m_values.empty() ? first : std::min(first, m_first);
        if (row.samples.empty()
            || last - begin > kMostPlaces) // of an item of the project, which may hold any
            return;
        if (m_values.empty())
            m_first = first;
        if (first < m_first && first < last) { // rows may come in any order
            m_values.insert(m_values.begin(), static_cast<std::size_t>(m_first - first),
                            std::numeric_limits<float>::quiet_NaN());
            m_first = first;
        }
        for (std::int64_t at = first; at < last; ++at) {
            const auto place = static_cast<std::size_t>(at - m_first);
            if (m_values.size() <= place)
                m_values.resize(place + 1, std::numeric_limits<float>::quiet_NaN());
            const double seconds = (static_cast<double>(at) + 0.5) / m_tier.rate;
            const auto sample
                = static_cast<std::size_t>(std::clamp((seconds - row.span.start) * m_draft.rate, 0.0,
                                                      static_cast<double>(row.samples.size()) - 1.0));
            if (!isRated(seconds))
                m_values[place] = row.samples[sample];
        }
    }

    bool isRated(double seconds) const
    {
        for (const IntervalIndex::Entry& entry : m_annotation.byTime(m_tier.id).all()) {
            const Segment& piece = *m_annotation.segment(entry.id);
            const double at = (seconds - piece.start.seconds()) * m_tier.rate;
            if (at >= 0.0 && at < static_cast<double>(piece.samples.size()))
                return std::isfinite(piece.samples[static_cast<std::size_t>(at)]);
        }
        return false;
    }

    const Annotation& m_annotation;
    const Tier& m_tier;
    const CompletionDraft& m_draft;
    const AcceptedBy& m_by;
    bool m_isSeen;
    std::map<std::pair<std::int64_t, std::int64_t>, SegmentId> m_segments;
    Change m_change;
    std::vector<Segment> m_drawn;
    std::int64_t m_first = 0; ///< place of the first of `m_values`
    std::vector<float> m_values;
};

}

ValueOrigin originOf(const Segment& segment, const std::string& label)
{
    const auto given = segment.values.find(label);
    const std::string& said
        = label.empty() || given == segment.values.end() ? segment.comment : given->second.by.visible;
    return said.starts_with(kUnseen)   ? ValueOrigin::Unseen
        : said.starts_with(kConfirmed) ? ValueOrigin::Confirmed
                                       : ValueOrigin::Person;
}

Change acceptRow(const Annotation& annotation, const std::string& video, const CompletionDraft& draft,
                 std::size_t row, const std::optional<Value>& value, const AcceptedBy& by)
{
    const Tier* tier = tierCalled(annotation, video, draft.tier);
    if (!tier || row >= draft.rows.size())
        return {};
    RowTaker taker(annotation, *tier, draft, by, true);
    taker.take(draft.rows[row], value.value_or(draft.rows[row].value));
    return taker.change();
}

Change acceptSureRows(const Annotation& annotation, const std::string& video, const CompletionDraft& draft,
                      const AcceptedBy& by)
{
    const Tier* tier = tierCalled(annotation, video, draft.tier);
    if (!tier)
        return {};
    RowTaker taker(annotation, *tier, draft, by, false);
    CompletionDraft after = draft;
    for (const std::size_t row : openRows(annotation, video, draft)) {
        if (draft.rows[row].confidence < draft.threshold)
            continue;
        taker.take(draft.rows[row], draft.rows[row].value);
        after.rows[row].state = DraftRow::State::AcceptedUnseen;
        after.rows[row].when = by.when;
    }
    return taker.change().followedBy(putCompletionDraft(annotation, video, after));
}

Change rejectRow(const Annotation& annotation, const std::string& video, const CompletionDraft& draft,
                 std::size_t row, std::int64_t when)
{
    CompletionDraft after = draft;
    after.rows.at(row).state = DraftRow::State::Rejected;
    after.rows.at(row).when = when;
    return putCompletionDraft(annotation, video, after);
}

}
