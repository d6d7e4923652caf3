#include "engine/conversation_sources/speaker_tiers.h"

#include <algorithm>

namespace engine {

namespace {

constexpr const char* kTurnsTier = "turns";

bool canBeSpeech(const ExchangedTier& tier)
{
    return tier.tier.kind == TierKind::Interval && tier.tier.parent == 0;
}

Speaker& speakerCalled(HeardConversation& heard, const std::string& id)
{
    const auto known = std::ranges::find(heard.speakers, id, &Speaker::id);
    return known != heard.speakers.end() ? *known : heard.speakers.emplace_back(Speaker{id, {}});
}

void addTier(HeardConversation& heard, const std::string& speaker, const ExchangedTier& tier)
{
    Speaker& who = speakerCalled(heard, speaker);
    for (const Segment& segment : tier.segments)
        who.spans.push_back({segment.start.seconds(), segment.end.seconds()});
}

Finding findingOf(const char* code, const std::string& place, std::string sentence)
{
    return {Finding::Severity::Note, code, place, std::move(sentence), ""};
}

HeardConversation heardIn(const std::vector<const ExchangedTier*>& tiers, HeardConversation heard)
{
    const bool areNamed
        = std::ranges::any_of(tiers, [](const ExchangedTier* tier) { return !tier->tier.participant.empty(); });
    for (const ExchangedTier* tier : tiers) {
        for (const Segment& segment : tier->segments)
            heard.duration = std::max(heard.duration, segment.end.seconds());
        heard.timesAreGuessed = heard.timesAreGuessed || tier->timesAreInvented;
        if (!canBeSpeech(*tier) || (areNamed && tier->tier.participant.empty()))
            continue;
        const auto isTurnsOfSame = [&](const ExchangedTier* other) {
            return other->tier.participant == tier->tier.participant && other->tier.name == kTurnsTier;
        };
        if (areNamed && tier->tier.name != kTurnsTier && std::ranges::any_of(tiers, isTurnsOfSame))
            continue;
        addTier(heard, areNamed ? tier->tier.participant : tier->tier.name, *tier);
    }
    if (!areNamed && !heard.speakers.empty())
        heard.findings.push_back(
            findingOf("participants_guessed", heard.id,
                      "No tier names a participant: each counts for a person of its name."));
    return heard;
}

}

std::vector<HeardConversation> heardInTiers(const ExchangedTiers& tiers, const std::string& stem,
                                            const std::string& source)
{
    std::vector<std::string> videos;
    for (const ExchangedTier& tier : tiers.tiers) {
        if (std::ranges::find(videos, tier.tier.video) == videos.end())
            videos.push_back(tier.tier.video);
    }
    std::vector<HeardConversation> all;
    for (const std::string& video : videos) {
        std::vector<const ExchangedTier*> own;
        for (const ExchangedTier& tier : tiers.tiers) {
            if (tier.tier.video == video)
                own.push_back(&tier);
        }
        HeardConversation heard{video.empty() ? stem : video, source, {}};
        if (tiers.extent && videos.size() == 1)
            heard.duration = tiers.extent->end;
        all.push_back(heardIn(own, std::move(heard)));
    }
    return all;
}

ExchangedTiers tiersOfSpeakers(const std::vector<Speaker>& speakers, const std::string& video)
{
    ExchangedTiers tiers;
    SegmentId next = 1;
    for (const Speaker& speaker : speakers) {
        ExchangedTier& made = tiers.tiers.emplace_back();
        made.tier.id = static_cast<TierId>(tiers.tiers.size());
        made.tier.video = video;
        made.tier.name = speaker.id;
        made.tier.participant = speaker.id;
        for (const Interval& span : speaker.spans) {
            Segment segment;
            segment.id = next++;
            segment.tier = made.tier.id;
            segment.start = TimePoint::ofSeconds(span.start);
            segment.end = TimePoint::ofSeconds(span.end);
            made.segments.push_back(std::move(segment));
        }
    }
    return tiers;
}

}
