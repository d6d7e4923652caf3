#include "engine/formats/speech/rttm.h"

#include "engine/core/error.h"
#include "engine/formats/common/export_losses.h"
#include "engine/formats/common/format_files.h"
#include "engine/formats/common/tier_import.h"
#include "engine/formats/input/number_text.h"
#include "engine/formats/input/text_input.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

namespace engine {

namespace {

constexpr int kRttmDecimals = 6;
constexpr std::size_t kRttmMostFields = 10;
constexpr std::size_t kFewestFields = 8; ///< some writers leave out the last two
constexpr std::string_view kNotGiven = "<NA>";
constexpr std::string_view kTypes[]{
    "SPEAKER", "SEGMENT", "LEXEME", "NON-LEX", "NON-SPEECH", "FILLER",         "EDIT",
    "IP",      "SU",      "CB",     "A/P",     "NOSCORE",    "NO_RT_METADATA", "SPKR-INFO"};
constexpr std::string_view kUsualChannel = "1";
constexpr const char* kRttmChannel = "channel";
constexpr const char* kLookahead = "slat"; // when the speaker could be told at the earliest
constexpr std::string_view kRttmId = "rttm"; // of the format
constexpr std::string_view kRttmComments = "comments";
constexpr double kMostSampleFreeSeconds = 1e4;

std::string_view fieldAt(const std::vector<std::string_view>& fields, std::size_t i)
{
    return i < fields.size() && fields[i] != kNotGiven ? fields[i] : std::string_view();
}

/// The tier that an item belongs to: the speaker's, the words', or that of its type.
std::string tierNameOf(const std::vector<std::string_view>& fields)
{
    if (fields[0] == "SPEAKER")
        return std::string(fieldAt(fields, 7));
    return fields[0] == "LEXEME" ? "words" : std::string(fields[0]);
}

/// By recording, channel and name.
using Tiers = std::map<std::tuple<std::string, std::string, std::string>, std::size_t>;

/// Who speaks on two channels has a tier for each.
std::size_t tierOf(TierImport& import, Tiers& tiers, const std::vector<std::string_view>& fields)
{
    Tier tier;
    tier.name = tierNameOf(fields);
    tier.video = std::string(fieldAt(fields, 1));
    const auto [found, isNew]
        = tiers.try_emplace({tier.video, std::string(fields[2]), tier.name}, import.tierCount());
    if (isNew)
        import.addTier(std::move(tier));
    return found->second;
}

/// A variant counts samples, and has an end where the length belongs.
void refuseSampleCounts(std::string_view text, const std::filesystem::path& path)
{
    bool hasEnd = false;
    bool hasCounts = false;
    LineReader lines(text);
    for (TextLine line; lines.next(line);) {
        const auto fields = blankSeparated(line.text);
        hasEnd = hasEnd || (!fields.empty() && fields[0] == "END");
        const auto length = fields.size() > 4 ? numberIn(fields[4]) : std::nullopt;
        hasCounts = hasCounts
            || (length && *length > kMostSampleFreeSeconds && fields[4].find('.') == std::string_view::npos);
    }
    if (hasEnd && hasCounts)
        throw FormatError("data_invalid", path.string(),
                          "counts samples instead of seconds, which is no RTTM; convert it first");
}

ImportedTiers readRttm(const std::filesystem::path& path, const ImportOptions& options)
{
    TierImport import(path, options.times());
    const TextInput input = readText(path, options.times() * kMostTextBytes);
    import.notes(input.notes);
    refuseSampleCounts(input.text, path);
    LineReader lines(input.text);
    Tiers tiers;
    std::size_t unmeasured = 0;
    for (TextLine line; lines.next(line);) {
        const auto fields = blankSeparated(line.text);
        if (fields.empty())
            continue;
        if (fields[0].starts_with(";;")) {
            import.addExtra({kRttmId, kRttmComments, std::string(line.text)});
            continue;
        }
        if (std::ranges::find(kTypes, fields[0]) == std::end(kTypes)) {
            import.skip(line.number, fmt::format("'{}' is no type of RTTM", fields[0].substr(0, 40)));
            continue;
        }
        if (fields.size() < kFewestFields) {
            import.skip(
                line.number,
                fmt::format("is cut off: it has {} fields of at least {}", fields.size(), kFewestFields));
            continue;
        }
        if (!options.video.empty() && fieldAt(fields, 1) != options.video)
            continue;
        const auto start = numberIn(fieldAt(fields, 3));
        const auto length = numberIn(fieldAt(fields, 4));
        if (!start) {
            import.skip(line.number, fmt::format("{} without a time", fields[0]));
            continue;
        }
        unmeasured += length ? 0 : 1;
        const std::size_t tier = tierOf(import, tiers, fields);
        Segment* segment = import.add(tier, *start, length ? decimalSum(*start, *length) : *start,
                                      std::string(fieldAt(fields, 5)), line.number);
        if (!segment)
            continue;
        if (const auto confidence = numberIn(fieldAt(fields, 8)); confidence && std::isfinite(*confidence))
            segment->confidence = *confidence;
        else if (!fieldAt(fields, 8).empty())
            import.note(fmt::format("Line {}: the confidence '{}' is no number; it was not read.",
                                    line.number, fields[8].substr(0, 40)));
        if (fields[2] != kUsualChannel)
            import.setLabel(*segment, kRttmChannel, valueOf(std::string(fields[2])));
        if (const std::string_view lookahead = fieldAt(fields, 9); !lookahead.empty())
            import.setLabel(*segment, kLookahead, valueOf(std::string(lookahead)));
        if (fields.size() > kRttmMostFields)
            import.note(fmt::format("Line {}: what follows the {} fields was not read.", line.number,
                                    kRttmMostFields));
        if (const std::string_view subtype = fieldAt(fields, 6); !subtype.empty())
            import.setLabel(*segment, "subtype", valueOf(std::string(subtype)));
        if (const std::string_view speaker = fieldAt(fields, 7); fields[0] == "SPEAKER")
            import.tier(tier).tier.participant = speaker;
        else if (!speaker.empty())
            import.setLabel(*segment, "speaker", valueOf(std::string(speaker)));
    }
    if (unmeasured > 0)
        import.note(fmt::format("{} items have no length in the file; they are points.", unmeasured));
    return import.finish();
}

std::string orNone(const std::string& text)
{
    return text.empty() ? std::string(kNotGiven) : withoutBlanks(text);
}

std::string label(const Segment& segment, const char* name)
{
    const auto found = segment.values.find(name);
    return found == segment.values.end() ? std::string() : textOf(found->second);
}

bool isSpeakers(const Tier& tier)
{
    return tier.name == "SPEAKER"
        || (tier.name != "words" && std::ranges::find(kTypes, tier.name) == std::end(kTypes));
}

std::vector<std::filesystem::path> writeRttm(const ExchangedTiers& tiers, const std::filesystem::path& path,
                                             const ExportOptions& options)
{
    std::string text;
    for (const FormatExtra& extra : tiers.extras)
        text += extra.format == kRttmId ? extra.text + "\n" : std::string();
    for (const ExchangedTier& tier : tiers.tiers) {
        if (tier.tier.kind == TierKind::Continuous)
            continue;
        const std::string type = isSpeakers(tier.tier) ? "SPEAKER"
            : tier.tier.name == "words"                ? "LEXEME"
                                                       : tier.tier.name;
        const std::string recording
            = withoutBlanks(tier.tier.video.empty() ? path.stem().string() : tier.tier.video);
        for (const Segment& segment : tier.segments) {
            const double start = std::round(segment.start.seconds() * 1e6);
            const double end = std::round(segment.end.seconds() * 1e6);
            const std::string name = type == "SPEAKER" ? tier.tier.name : label(segment, "speaker");
            const std::string channel = label(segment, kRttmChannel);
            text += fmt::format("{} {} {} {} {} {} {} {} {} {}\n", type, recording,
                                channel.empty() ? std::string(kUsualChannel) : withoutBlanks(channel),
                                rounded(start / 1e6, kRttmDecimals),
                                rounded((end - start) / 1e6, kRttmDecimals), orNone(segment.text),
                                orNone(label(segment, "subtype")), orNone(name),
                                segment.confidence ? shortest(*segment.confidence) : std::string(kNotGiven),
                                orNone(label(segment, kLookahead)));
        }
    }
    return writeTogether({{path, text}}, path, options);
}

std::vector<std::string> lossesOfRttm(const ExchangedTiers& tiers)
{
    Carries carries;
    carries.points = true;
    carries.format = kRttmId;
    carries.videos = true;
    carries.confidence = true;
    carries.decimals = kRttmDecimals;
    carries.keepsLabel = [](const ExchangedTier& tier, const std::string& label) {
        return label == "subtype" || label == kRttmChannel || label == kLookahead
            || (label == "speaker" && !isSpeakers(tier.tier));
    };
    carries.keepsParticipant = [](const ExchangedTier& tier) {
        return isSpeakers(tier.tier) && tier.tier.participant == tier.tier.name;
    };
    std::vector<std::string> sentences = lossesOf(tiers, carries);
    const auto hasBlanks = [](const auto&, const Segment& segment) {
        return !segment.text.empty() && withoutBlanks(segment.text) != segment.text;
    };
    if (const std::size_t blanks = countSegments(tiers, hasBlanks); blanks > 0)
        sentences.push_back(fmt::format("Blanks become '_' in {} texts.", blanks));
    const auto channels = [](const ExchangedTier& tier) {
        std::set<std::string> names;
        for (const Segment& segment : tier.segments)
            names.insert(label(segment, kRttmChannel));
        return names;
    };
    if (std::ranges::any_of(tiers.tiers,
                            [&](const ExchangedTier& tier) { return channels(tier).size() > 1; }))
        sentences.emplace_back("Tiers of several channels become one per channel.");
    const auto identity = [&](const ExchangedTier& tier) {
        std::vector<std::string> said{withoutBlanks(tier.tier.video), withoutBlanks(tier.tier.name)};
        std::ranges::copy(channels(tier), std::back_inserter(said));
        return said;
    };
    std::ranges::move(mergedTierLosses(tiers, identity), std::back_inserter(sentences));
    const auto isNone = [](const auto&, const Segment& segment) { return segment.text == kNotGiven; };
    if (const std::size_t none = countSegments(tiers, isNone); none > 0)
        sentences.push_back(fmt::format("{} texts are '{}', which stands for no text.", none, kNotGiven));
    std::ranges::copy(recordingLosses(tiers, withoutBlanks), std::back_inserter(sentences));
    for (const ExchangedTier& tier : tiers.tiers) {
        if (isSpeakers(tier.tier) && tier.tier.participant.empty() && !tier.tier.name.empty())
            sentences.push_back(
                fmt::format("The tier '{0}' is that of a speaker called '{0}'.", tier.tier.name));
        if (!tier.tier.name.empty() && withoutBlanks(tier.tier.name) != tier.tier.name)
            sentences.push_back(
                fmt::format("The tier '{}' becomes '{}'.", tier.tier.name, withoutBlanks(tier.tier.name)));
    }
    return sentences;
}

bool resemblesRttm(std::string_view beginning)
{
    LineReader lines(beginning);
    for (TextLine line; lines.next(line);) {
        const auto fields = blankSeparated(line.text);
        if (fields.empty() || fields[0].starts_with(";;"))
            continue;
        return fields.size() >= 8 && std::ranges::find(kTypes, fields[0]) != std::end(kTypes);
    }
    return false;
}

}

const Format& rttmFormat()
{
    static const Format format{
        "rttm", "RTTM (who speaks when)", {".rttm"}, resemblesRttm, readRttm, lossesOfRttm, writeRttm};
    return format;
}

}
