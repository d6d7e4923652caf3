#include "engine/annotation/formats/losses.h"

#include "engine/annotation/formats/number_text.h"
#include "engine/annotation/formats/tier_shaping.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <functional>

namespace engine {

namespace {

class Losses {
public:
    explicit Losses(const ExchangedTiers& tiers) : m_tiers(tiers) { }

    /// A sentence with the number of segments, when there are any.
    template <typename Predicate>
    void segments(const Predicate& predicate, const char* one, const char* several)
    {
        if (const std::size_t count = countSegments(m_tiers, predicate); count > 0)
            sentences.push_back(count == 1 ? one : fmt::format(fmt::runtime(several), count));
    }

    /// A sentence with the names of the tiers, when there are any.
    template <typename Predicate>
    void tiers(const Predicate& predicate, const char* sentence)
    {
        std::vector<std::string> names;
        for (const ExchangedTier& tier : m_tiers.tiers) {
            if (predicate(tier))
                names.push_back("'" + tier.tier.name + "'");
        }
        if (!names.empty())
            sentences.push_back(fmt::format(fmt::runtime(sentence), fmt::join(names, ", ")));
    }

    std::vector<std::string> sentences;

private:
    const ExchangedTiers& m_tiers;
};

bool isContinuous(const ExchangedTier& tier)
{
    return tier.tier.kind == TierKind::Continuous;
}

/// Whether a label only counts or identifies its segment, or says where in the spectrum it lies.
bool isIdentifier(const std::string& name)
{
    static const std::set<std::string> kNames{"id",   "index",         "number",    "row",    "segment",
                                              "clip", "segment_index", "utterance", "low_hz", "high_hz"};
    return kNames.contains(name) || name.ends_with("_id");
}

bool isFiner(const TimePoint& time, int decimals)
{
    return numberIn(rounded(time.seconds(), decimals)) != time.seconds();
}

/// Of all labels that neither the texts show already nor have a place of their own.
std::vector<std::string> labelNames(const ExchangedTiers& tiers, const Carries& carries)
{
    std::set<std::string> names;
    for (const ExchangedTier& tier : tiers.tiers) {
        if (labelInText(tier))
            continue;
        for (const Segment& segment : tier.segments) {
            for (const auto& [name, value] : segment.values) {
                if (!carries.keepsLabel || !carries.keepsLabel(tier, name))
                    names.insert(name);
            }
        }
    }
    return {names.begin(), names.end()};
}

/// Which labels the texts of segments will show.
std::string sentenceOnTexts(const ExchangedTiers& tiers, const std::vector<std::string>& names)
{
    std::set<std::string> shown;
    for (const ExchangedTier& tier : tiers.tiers) {
        for (const Segment& segment : tier.segments) {
            const std::string* label = segment.text.empty() ? labelForText(tier.tier, segment) : nullptr;
            if (label)
                shown.insert(*label);
        }
    }
    const std::string all = fmt::format("{}", fmt::join(names, ", "));
    const std::string some = fmt::format("{}", fmt::join(shown, ", "));
    if (shown.empty())
        return fmt::format("Labels ({}) cannot be kept.", all);
    return some == all ? fmt::format("Labels ({}) become text where there is none, else they are lost.", all)
                       : fmt::format("Of labels ({}) only {} becomes text, where there is none.", all, some);
}

void labelLosses(const ExchangedTiers& tiers, const Carries& carries, std::vector<std::string>& sentences)
{
    const std::vector<std::string> names = labelNames(tiers, carries);
    if (carries.labels == LabelsIn::Lost && !names.empty())
        sentences.push_back(fmt::format("Labels ({}) cannot be kept.", fmt::join(names, ", ")));
    else if (carries.labels == LabelsIn::Text && !names.empty())
        sentences.push_back(sentenceOnTexts(tiers, names));
    else if (carries.labels == LabelsIn::OwnTiers && !names.empty())
        sentences.push_back(fmt::format("Labels ({}) become tiers of their own.", fmt::join(names, ", ")));
    const auto isSigned = [](const auto&, const Segment& segment) {
        return std::ranges::any_of(segment.values,
                                   [](const auto& label) { return label.second.by != Provenance(); });
    };
    if (!carries.passes && countSegments(tiers, isSigned) > 0)
        sentences.emplace_back("Who gave a label, when and seeing what cannot be kept.");
}

}

std::vector<std::string> lossesOf(const ExchangedTiers& tiers, const Carries& carries)
{
    Losses losses(tiers);
    if (!carries.continuous)
        losses.tiers(isContinuous, "Tiers of continuous values are left out: {}.");
    if (!carries.emptyTiers)
        losses.tiers([](const ExchangedTier& tier) { return !isContinuous(tier) && tier.segments.empty(); },
                     "Tiers without segments are left out: {}.");
    if (!carries.points)
        losses.segments([](const auto&, const Segment& segment) { return segment.length() == 0; },
                        "A point in time gets a length.", "{} points in time get a length.");
    if (!carries.overlaps)
        losses.tiers(
            [&](const ExchangedTier& tier) { // parts in an order share their parent's times
                return !isContinuous(tier) && anyOverlap(carries.tree ? tier.tier : Tier(), tier.segments);
            },
            "Overlapping segments go to further tiers: {}.");
    if (!carries.tree)
        losses.tiers([](const ExchangedTier& tier) { return tier.tier.parent != 0; },
                     "Which tier depends on which cannot be kept: {}.");
    if (!carries.vocabularies)
        losses.tiers([](const ExchangedTier& tier) { return !tier.tier.labels.empty(); },
                     "Vocabularies and scales cannot be kept: {}.");
    labelLosses(tiers, carries, losses.sentences);
    if (!carries.confidence)
        losses.segments([](const auto&, const Segment& segment) { return segment.confidence.has_value(); },
                        "The confidence of a segment cannot be kept.",
                        "The confidence of {} segments cannot be kept.");
    if (!carries.comments)
        losses.segments(
            [](const auto&, const Segment& segment) { return !segment.comment.empty() || segment.flagged; },
            "The comment or flag of a segment cannot be kept.",
            "Comments and flags of {} segments cannot be kept.");
    if (!carries.annotators)
        losses.tiers(
            [&](const ExchangedTier& tier) {
                return !tier.tier.annotator.empty()
                    || (!tier.participant.empty()
                        && !(carries.keepsParticipant && carries.keepsParticipant(tier)));
            },
            "Annotator and participant cannot be kept: {}.");
    if (!carries.emptyTexts)
        losses.segments([](const auto&, const Segment& segment) { return segment.text.empty(); },
                        "A segment without text is lost.", "{} segments without text are lost.");
    if (!carries.lineBreaks)
        losses.segments(
            [](const auto&, const Segment& segment) { return segment.text != onOneLine(segment.text); },
            "The line breaks of a text become blanks.", "The line breaks of {} texts become blanks.");
    if (carries.decimals >= 0)
        losses.segments(
            [&](const auto&, const Segment& segment) {
                return isFiner(segment.start, carries.decimals) || isFiner(segment.end, carries.decimals);
            },
            "The times of a segment are rounded.",
            carries.decimals == 3 ? "The times of {} segments are rounded to a millisecond."
                                  : "The times of {} segments are rounded to a microsecond.");
    std::vector<FormatExtra> others;
    std::ranges::copy_if(tiers.extras, std::back_inserter(others),
                         [&](const FormatExtra& extra) { return extra.format != carries.format; });
    if (!others.empty())
        losses.sentences.push_back(
            fmt::format("What only the other format holds is left out: {}.", kindsOf(others)));
    const auto isShifted = [](const MediaReference& media) { return !media.timeOrigin.empty(); };
    if (!carries.media && std::ranges::any_of(tiers.media, isShifted))
        losses.sentences.emplace_back("Where in its file a recording begins cannot be kept.");
    if (!carries.manyTiers && tiers.tiers.size() > 1)
        losses.sentences.emplace_back("A file holds one tier: there will be one per tier.");
    return losses.sentences;
}

std::string onOneLine(std::string text)
{
    for (std::size_t at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n", at))
        text.erase(at, 1);
    std::ranges::replace_if(
        text, [](char letter) { return letter == '\n' || letter == '\r'; }, ' ');
    return text;
}

std::string textOf(const LabelValue& value)
{
    const double* number = std::get_if<double>(&value.value);
    return number ? shortest(*number) : std::get<std::string>(value.value);
}

const std::string* labelForText(const Tier& tier, const Segment& segment)
{
    const auto named = [&](const std::string& name) -> const std::string* {
        const auto found = segment.values.find(name);
        return found == segment.values.end() ? nullptr : &found->first;
    };
    if (const std::string* own = named(tier.name))
        return own;
    for (const LabelScheme& scheme : tier.labels) {
        if (const std::string* declared = isIdentifier(scheme.name) ? nullptr : named(scheme.name))
            return declared;
    }
    const std::string* first = nullptr;
    for (const auto& [name, value] : segment.values) {
        if (isIdentifier(name))
            continue;
        if (std::holds_alternative<double>(value.value))
            return &name;
        first = first ? first : &name;
    }
    return first;
}

std::string textOrLabel(const Tier& tier, const Segment& segment)
{
    const std::string* label = segment.text.empty() ? labelForText(tier, segment) : nullptr;
    return label ? textOf(segment.values.at(*label)) : segment.text;
}

}
