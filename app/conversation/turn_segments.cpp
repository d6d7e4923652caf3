#include "app/conversation/turn_segments.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/timeline/tier_in_hand.h"
#include "app/video/tier_reader.h"
#include "engine/annotation/tier_edits.h"
#include "engine/annotation/tier_roles.h"

#include <algorithm>

namespace app {

namespace {

/// Adds tiers of one change with numbers of their own.
class SegmentAdder {
public:
    SegmentAdder(const engine::Annotation& annotation, const ConversationData& data)
        : m_annotation(annotation)
        , m_data(data)
        , m_nextTier(annotation.unusedTier())
        , m_nextSegment(annotation.unusedSegment())
    {
    }

    void add(std::size_t person, bool isListening, const TurnSegmentsWish& wish)
    {
        std::vector<engine::Interval> turns;
        for (const engine::SpeakingTurn& turn : m_data.taken.turns) {
            if ((turn.speaker == person) != isListening)
                turns.push_back({turn.start, turn.end});
        }
        const bool mayOverlap = isListening && m_data.people.size() > 2; // several others may speak at once
        add(person, turnTierName(isListening, wish.isSelf), mayOverlap, wish.labels, turns);
    }

    /// Everything that somebody says: turns, backchannels and attempts follow.
    void addSpeech(std::size_t person)
    {
        std::vector<engine::Interval> said;
        for (const engine::SpeechStretch& stretch : m_data.taken.stretches) {
            if (stretch.speaker == person)
                said.push_back({stretch.start, stretch.end});
        }
        add(person, kTurnsTier, false, {}, said);
    }

    engine::Change change;
    int made = 0;
    int kept = 0;

private:
    /// @param spans  in conversation time
    void add(std::size_t person, const std::string& name, bool mayOverlap,
             const std::vector<engine::LabelScheme>& labels, const std::vector<engine::Interval>& spans)
    {
        const engine::ConversationParticipant& who = m_data.conversation.participants[person];
        const std::string entry = m_data.conversation.entryOf(who);
        const engine::Tier* there = engine::tierCalled(m_annotation, entry, name);
        if (there && !makeRoom(*there)) {
            ++kept;
            return;
        }
        engine::TierId id = there ? there->id : 0;
        if (!there) {
            engine::Tier tier;
            tier.video = entry;
            tier.name = name;
            tier.participant = who.id;
            tier.overlapping = mayOverlap;
            tier.labels = labels;
            tier = *engine::addTier(m_annotation, tier).tiers.front().after;
            id = tier.id = m_nextTier++;
            change.tiers.push_back({std::nullopt, tier});
        }
        for (const engine::Interval& span : spans) {
            const double start = who.time.inFile(span.start), end = who.time.inFile(span.end);
            if (end <= 0.0)
                continue; // before the file begins
            engine::Segment segment;
            segment.id = m_nextSegment++;
            segment.tier = id;
            segment.start = engine::TimePoint::ofSeconds(std::max(0.0, start));
            segment.end = engine::TimePoint::ofSeconds(end);
            segment.sourceRow = -1;
            change.segments.push_back({std::nullopt, std::move(segment)});
            ++made;
        }
    }

    /// Segments to be labelled that nobody labelled yet, such as extraction makes them, give way.
    /// @return whether the tier is free then
    bool makeRoom(const engine::Tier& tier)
    {
        const auto& all = m_annotation.byTime(tier.id).all();
        const bool areBlank = tier.name != kTurnsTier
            && std::ranges::all_of(all, [this](const engine::IntervalIndex::Entry& entry) {
                                  const engine::Segment& segment = *m_annotation.segment(entry.id);
                                  return segment.values.empty() && segment.text.empty()
                                      && segment.comment.empty() && !segment.flagged
                                      && m_annotation.childrenOf(segment.id).empty();
                              });
        if (!all.empty() && !areBlank)
            return false;
        for (const engine::IntervalIndex::Entry& entry : all)
            change.segments.push_back({*m_annotation.segment(entry.id), std::nullopt});
        return true;
    }

    const engine::Annotation& m_annotation;
    const ConversationData& m_data;
    engine::TierId m_nextTier;
    engine::SegmentId m_nextSegment;
};

}

engine::Change turnSegments(const engine::Annotation& annotation, const ConversationData& data,
                            const TurnSegmentsWish& wish, int& made, int& kept)
{
    SegmentAdder adder(annotation, data);
    for (std::size_t person = 0; person < data.people.size(); ++person) {
        if (!wish.ofAll && data.hand && *data.hand != person)
            continue;
        if (wish.ofSpeaking)
            adder.add(person, false, wish);
        if (wish.ofListening)
            adder.add(person, true, wish);
    }
    made = adder.made;
    kept = adder.kept;
    return std::move(adder.change);
}

engine::Change turnTiers(const engine::Annotation& annotation, const ConversationData& data, int& made,
                         int& kept)
{
    SegmentAdder adder(annotation, data);
    for (std::size_t person = 0; person < data.people.size(); ++person)
        adder.addSpeech(person);
    made = adder.made;
    kept = adder.kept;
    return std::move(adder.change);
}

TurnSegments::TurnSegments(const Parts& parts, const Actions& actions, QWidget* window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
    connect(actions.at("turn-segments"), &QAction::triggered, this, &TurnSegments::ask);
    connect(actions.at("keep-turns"), &QAction::triggered, this, &TurnSegments::keep);
}

/// Says what is missing.
bool TurnSegments::areThere()
{
    const auto data = m_parts.conversation.data();
    if (data && !data->taken.turns.empty())
        return true;
    m_parts.document.notices().say(data
                                       ? tr("Nothing tells who speaks when: %1").arg(data->problem)
                                       : tr("This video belongs to no conversation, so there are no turns."));
    return false;
}

void TurnSegments::keep()
{
    if (!areThere())
        return;
    int made = 0, kept = 0;
    m_parts.editor.edit(tr("turns as tiers"), [&](const engine::Annotation& annotation) {
        return turnTiers(annotation, *m_parts.conversation.data(), made, kept);
    });
    sayMade(made, kept);
}

void TurnSegments::ask()
{
    if (!areThere())
        return;
    const auto data = m_parts.conversation.data();
    TurnSegmentsDialog dialog(data->hand ? data->nameOf(*data->hand) : QString(),
                              static_cast<int>(data->people.size()), m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const TurnSegmentsWish wish = dialog.wish();
    std::set<std::string> videos;
    for (const engine::ConversationParticipant& who : data->conversation.participants)
        videos.insert(data->conversation.entryOf(who));
    // Labels of files are in the way as those of the project are.
    m_parts.reader.read(tr("Reading words and labels"), {kLabelsTier}, videos, this,
                        [this, data, wish] { make(data, wish); });
}

void TurnSegments::sayMade(int made, int kept)
{
    if (kept > 0)
        m_parts.document.notices().say(
            tr("%n tier(s) have labelled segments already and were left as they are.", nullptr, kept));
    if (made > 0)
        m_parts.document.notices().say(Notice::ofEdit(tr("%n segment(s) were made.", nullptr, made)));
}

void TurnSegments::make(const std::shared_ptr<const ConversationData>& data, const TurnSegmentsWish& wish)
{
    int made = 0, kept = 0;
    const bool isDone
        = m_parts.editor.edit(tr("segments of turns"), [&](const engine::Annotation& annotation) {
              return turnSegments(annotation, *data, wish, made, kept);
          });
    sayMade(isDone ? made : 0, kept);
    if (!isDone || made == 0)
        return;
    m_parts.hand.goTo(turnTierName(!wish.ofSpeaking, wish.isSelf));
}

}
