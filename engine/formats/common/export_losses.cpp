#include "engine/formats/common/export_losses.h"

#include "engine/formats/common/tier_shaping.h"
#include "engine/formats/input/number_text.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <functional>
#include <map>
#include <set>

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
            std::string name = "'" + tier.tier.name + "'";
            if (predicate(tier) && std::ranges::find(names, name) == names.end())
                names.push_back(std::move(name));
        }
        if (!names.empty())
            sentences.push_back(fmt::format(fmt::runtime(sentence), fmt::join(names, ", ")));
    }

    /// Tiers without a name, or with one that another has.
    void rename()
    {
        const std::vector<std::string> names = uniqueNames(m_tiers);
        for (std::size_t i = 0; i < names.size(); ++i) {
            const std::string& name = m_tiers.tiers[i].tier.name;
            if (names[i] != name)
                sentences.push_back(fmt::format("The tier '{}' becomes '{}'.", name, names[i]));
        }
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
    static const std::set<std::string> kNames{"id",      "index",   "number",        "row",
                                              "segment", "clip",    "segment_index", "utterance",
                                              "low_hz",  "high_hz", "channel"};
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
        for (const LabelScheme& scheme : tier.tier.labels) {
            if (carries.labels == LabelsIn::OwnTiers)
                names.insert(scheme.name);
        }
        for (const Segment& segment : tier.segments) {
            for (const auto& [name, value] : segment.values) {
                if (!carries.keepsLabel || !carries.keepsLabel(tier, name))
                    names.insert(name);
            }
        }
    }
    return {names.begin(), names.end()};
}

/// Of labels that have no place of their own since the texts show them already.
std::set<std::string> namesShownByTexts(const ExchangedTiers& tiers, const Carries& carries)
{
    std::set<std::string> names;
    for (const ExchangedTier& tier : tiers.tiers) {
        const auto shown = carries.labels == LabelsIn::Kept ? std::nullopt : labelInText(tier);
        const bool isVocabularys = shown && carries.vocabularies && tier.tier.label(*shown);
        const bool isKept
            = !shown || isVocabularys || (carries.keepsLabel && carries.keepsLabel(tier, *shown));
        const auto has = [&](const Segment& segment) { return segment.values.contains(*shown); };
        if (!isKept && std::ranges::any_of(tier.segments, has))
            names.insert(*shown);
    }
    return names;
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
    if (const auto shown = namesShownByTexts(tiers, carries); !shown.empty())
        sentences.push_back(
            fmt::format("Labels that say what the texts say ({}) are texts alone.", fmt::join(shown, ", ")));
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

namespace {

bool isBlank(const std::string& text)
{
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

bool hasControls(const std::string& text)
{
    return std::ranges::any_of(text, [](char letter) {
        return static_cast<unsigned char>(letter) < 0x20
            && std::string_view("\t\r\n").find(letter) == std::string_view::npos;
    });
}

bool hasOrder(const ExchangedTier& tier)
{
    return std::ranges::is_sorted(tier.segments, {}, [](const Segment& segment) { return segment.start; });
}

bool anyTerm(const ExchangedTier& tier, std::string Term::*field)
{
    return std::ranges::any_of(tier.tier.labels, [&](const LabelScheme& scheme) {
        const auto* vocabulary = std::get_if<Vocabulary>(&scheme.scale);
        return vocabulary && std::ranges::any_of(vocabulary->terms, [&](const Term& term) {
                   return !(term.*field).empty();
               });
    });
}

/// Of what a tier is called and shown as, and whose it is.
void tierLosses(Losses& losses, const Carries& carries)
{
    if (!carries.videos)
        losses.tiers([](const ExchangedTier& tier) { return !tier.tier.video.empty(); },
                     "Which recording a tier belongs to cannot be kept: {}.");
    if (!carries.tierName.empty())
        losses.tiers([&](const ExchangedTier& tier) { return tier.tier.name != carries.tierName; },
                     "Names of tiers cannot be kept: {}.");
    if (carries.ownNames)
        losses.rename();
    if (!carries.pointTiers)
        losses.tiers([](const ExchangedTier& tier) { return tier.tier.kind == TierKind::Point; },
                     "Tiers of points become tiers of intervals: {}.");
    losses.tiers(
        [&](const ExchangedTier& tier) {
            return !carries.colours
                && (!tier.tier.colour.empty() || (carries.vocabularies && anyTerm(tier, &Term::colour)));
        },
        "Colours cannot be kept: {}.");
    if (carries.vocabularies)
        losses.tiers([](const ExchangedTier& tier) { return anyTerm(tier, &Term::key); },
                     "Keys of terms cannot be kept: {}.");
    if (!carries.fileOrder)
        losses.tiers([](const ExchangedTier& tier) { return !hasOrder(tier); },
                     "Segments are put in the order of their starts: {}.");
    losses.tiers(
        [&](const ExchangedTier& tier) {
            return !tier.interpolated.empty()
                && !(carries.keepsInterpolated && carries.keepsInterpolated(tier));
        },
        "Which boundaries were put between their neighbours cannot be kept: {}.");
    losses.tiers([&](const ExchangedTier& tier) { return tier.timesAreInvented && !carries.inventedTimes; },
                 "The times of these were made up, as there are none, and are times from now on: {}.");
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
    losses.segments([](const auto&, const Segment& segment) { return !segment.isTimed(); },
                    "A word without times is written with the times at which it lies.",
                    "{} words without times are written with the times at which they lie.");
    losses.segments([](const auto&, const Segment& segment) { return segment.timing == Timing::Drafted; },
                    "A word was guessed from the sound, and nobody has looked at it.",
                    "{} words were guessed from the sound, and nobody has looked at them.");
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
    tierLosses(losses, carries);
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
    const auto losesParticipant = [&](const ExchangedTier& tier) {
        return !tier.tier.participant.empty() && !carries.participants
            && !(carries.keepsParticipant && carries.keepsParticipant(tier));
    };
    if (!carries.annotators)
        losses.tiers(
            [&](const ExchangedTier& tier) { return !tier.tier.annotator.empty() || losesParticipant(tier); },
            "Annotator and participant cannot be kept: {}.");
    else
        losses.tiers(losesParticipant, "Participants cannot be kept: {}.");
    if (!carries.emptyTexts)
        losses.segments(
            [](const auto&, const Segment& segment) { return isBlank(segment.text) && segment.length() > 0; },
            "A segment without text is lost.", "{} segments without text are lost.");
    if (!carries.lineBreaks)
        losses.segments(
            [](const auto&, const Segment& segment) { return segment.text != onOneLine(segment.text); },
            "The line breaks of a text become blanks.", "The line breaks of {} texts become blanks.");
    else if (!carries.carriageReturns)
        losses.segments(
            [](const auto&, const Segment& segment) { return segment.text.find('\r') != std::string::npos; },
            "The line ends of a text (CR) become LF.", "The line ends of {} texts (CR) become LF.");
    if (!carries.controls)
        losses.segments([](const auto&, const Segment& segment) { return hasControls(segment.text); },
                        "The control characters of a text become U+FFFD.",
                        "The control characters of {} texts become U+FFFD.");
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
    if (!carries.media && !tiers.media.empty())
        losses.sentences.emplace_back("Which files the recordings are cannot be kept.");
    if (!carries.extent && tiers.extent)
        losses.sentences.emplace_back("From where to where the recording lasts cannot be kept.");
    if (!carries.manyTiers && tiers.tiers.size() > 1)
        losses.sentences.emplace_back("A file holds one tier: there will be one per tier.");
    return losses.sentences;
}

std::vector<std::string> recordingLosses(const ExchangedTiers& tiers,
                                         const std::function<std::string(const std::string&)>& written,
                                         std::string_view otherwise)
{
    std::set<std::string> names;
    for (const ExchangedTier& tier : tiers.tiers)
        names.insert(tier.tier.video);
    std::vector<std::string> sentences;
    for (const std::string& name : names) {
        if (name.empty())
            sentences.push_back(fmt::format("The recording has no name; it gets {}.", otherwise));
        else if (const std::string other = written(name); other != name)
            sentences.push_back(fmt::format("The recording '{}' becomes '{}'.", name, other));
    }
    return sentences;
}

std::vector<std::string> labelNameLosses(const ExchangedTiers& tiers,
                                         const std::function<std::string(const std::string&)>& written)
{
    std::set<std::string> names;
    for (const ExchangedTier& tier : tiers.tiers) {
        for (const Segment& segment : tier.segments) {
            for (const auto& [name, value] : segment.values)
                names.insert(name);
        }
    }
    std::vector<std::string> sentences;
    for (const std::string& name : names) {
        if (const std::string other = written(name); other != name)
            sentences.push_back(fmt::format("The label '{}' becomes '{}'.", name, other));
    }
    return sentences;
}

std::vector<std::string>
mergedTierLosses(const ExchangedTiers& tiers,
                 const std::function<std::vector<std::string>(const ExchangedTier&)>& identity)
{
    std::map<std::vector<std::string>, std::size_t> counts;
    for (const ExchangedTier& tier : tiers.tiers)
        counts[identity(tier)] += isContinuous(tier) || tier.segments.empty() ? 0 : 1;
    std::set<std::string> names;
    for (const ExchangedTier& tier : tiers.tiers) {
        if (counts[identity(tier)] > 1)
            names.insert("'" + tier.tier.name + "'");
    }
    if (names.empty())
        return {};
    return {fmt::format("Tiers of the same name become one: {}.", fmt::join(names, ", "))};
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
