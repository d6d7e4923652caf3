#include "engine/formats/speech/ctm.h"

#include "engine/formats/common/export_losses.h"
#include "engine/formats/common/format_files.h"
#include "engine/formats/common/tier_import.h"
#include "engine/formats/input/number_text.h"
#include "engine/formats/input/text_input.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace engine {

namespace {

constexpr int kCtmDecimals = 6;
constexpr std::size_t kCtmMostFields = 8;
constexpr std::string_view kNone = "NA"; // in the place of what is not known
constexpr std::string_view kNoWord = "<eps>";
constexpr const char* kType = "type";
constexpr const char* kSpeaker = "speaker";
constexpr const char* kCtmChannel = "channel";
constexpr std::string_view kCtmId = "ctm"; // of the format
constexpr std::string_view kComments = "comments";

bool isNone(std::string_view field)
{
    return field == kNone || field == "<NA>";
}

/// Which of several readings of the same stretch the lines belong to.
class Alternatives {
public:
    /// Whether the word is one of the marks, and not a word.
    bool takeMark(std::string_view word)
    {
        if (word == "<ALT_BEGIN>")
            m_branch = 1;
        else if (word == "<ALT>")
            ++m_branch;
        else if (word == "<ALT_END>")
            m_branch = 0;
        else
            return false;
        return true;
    }
    bool isFirst() const { return m_branch <= 1; }

private:
    int m_branch = 0;
};

/// What reading calls the tier of a channel.
std::string tierNameOf(std::string_view channel, bool isFirst)
{
    return isFirst ? "words" : fmt::format("words {}", channel);
}

/// Where a channel stands among those that came so far; it is added when it is new.
std::size_t placeOf(std::string_view channel, std::vector<std::string>& channels)
{
    const auto found = std::ranges::find(channels, channel);
    if (found != channels.end())
        return static_cast<std::size_t>(found - channels.begin());
    channels.emplace_back(channel);
    return channels.size() - 1;
}

ImportedTiers readCtm(const std::filesystem::path& path, const ImportOptions& options)
{
    TierImport import(path, options.times());
    const TextInput input = readText(path, options.times() * kMostTextBytes);
    import.notes(input.notes);
    LineReader lines(input.text);
    Alternatives alternatives;
    std::map<std::string, std::vector<std::string>> channels; // by recording
    for (TextLine line; lines.next(line);) {
        const auto fields = blankSeparated(line.text, kCtmMostFields);
        if (fields.empty())
            continue;
        if (fields[0].starts_with(";;")) {
            import.addExtra({kCtmId, kComments, std::string(line.text)});
            continue;
        }
        if (fields.size() >= 5 && alternatives.takeMark(fields[4]))
            continue;
        const std::string recording(fields[0]);
        if (!options.video.empty() && recording != options.video)
            continue;
        const auto start = fields.size() >= 5 ? numberIn(fields[2]) : std::nullopt;
        const auto length = fields.size() >= 5 ? numberIn(fields[3]) : std::nullopt;
        if (!start || !length) {
            import.skip(line.number, "is no recording, channel, start, length and word");
            continue;
        }
        if (!alternatives.isFirst()) {
            import.leaveOut(line.number, fmt::format("another reading: '{}'", fields[4]));
            continue;
        }
        const std::size_t channel = placeOf(fields[1], channels[recording]);
        const std::size_t tier = import.tierNamed(tierNameOf(fields[1], channel == 0), recording);
        Segment* segment = import.add(tier, *start, decimalSum(*start, *length),
                                      std::string(fields[4] == kNoWord ? "" : fields[4]), line.number);
        if (!segment)
            continue;
        if (fields.size() > 5) {
            if (const auto confidence = numberIn(fields[5]); confidence && std::isfinite(*confidence))
                segment->confidence = *confidence;
            else if (!isNone(fields[5]))
                import.note(fmt::format("Line {}: the confidence '{}' is no number; it was not read.",
                                        line.number, fields[5].substr(0, 40)));
        }
        if (fields[1] != std::to_string(channel + 1))
            import.setLabel(*segment, kCtmChannel, valueOf(std::string(fields[1])));
        if (fields.size() > 6 && !isNone(fields[6]))
            import.setLabel(*segment, kType, valueOf(std::string(fields[6])));
        if (fields.size() > 7 && !isNone(fields[7]))
            import.setLabel(*segment, kSpeaker, valueOf(std::string(fields[7])));
    }
    return import.finish();
}

std::string recordingOf(const ExchangedTier& tier, const std::filesystem::path& path)
{
    return withoutBlanks(tier.tier.video.empty() ? path.stem().string() : tier.tier.video);
}

/// The word; without a text, the first label that is not type or speaker.
std::string wordOf(const Tier& tier, Segment segment)
{
    segment.values.erase(kType);
    segment.values.erase(kSpeaker);
    segment.values.erase(kCtmChannel);
    const std::string word = textOrLabel(tier, segment);
    return word.empty()                 ? std::string(kNoWord)
        : Alternatives().takeMark(word) ? "_" + word
                                        : withoutBlanks(word);
}

std::string channelOf(const Segment& segment, const std::string& otherwise)
{
    const auto said = segment.values.find(kCtmChannel);
    return said == segment.values.end() ? otherwise : withoutBlanks(textOf(said->second));
}

/// Whether tiers are called otherwise than reading will call them.
bool losesSpeakers(const ExchangedTiers& tiers)
{
    std::map<std::string, int> channels;
    return std::ranges::any_of(tiers.tiers, [&](const ExchangedTier& tier) {
        if (tier.segments.empty() || tier.tier.kind == TierKind::Continuous)
            return false;
        const int channel = ++channels[tier.tier.video];
        const std::string counted = std::to_string(channel);
        const std::string said = channelOf(tier.segments.front(), counted);
        return tier.tier.name != tierNameOf(said, channel == 1);
    });
}

/// Confidence, type and speaker, up to the last that is known.
std::string fieldsBehindTheWord(const Segment& segment)
{
    const auto label = [&](const char* name) {
        const auto found = segment.values.find(name);
        const std::string text = found == segment.values.end() ? "" : withoutBlanks(textOf(found->second));
        return text.empty() ? std::string(kNone) : text;
    };
    const std::string fields[]{segment.confidence ? shortest(*segment.confidence) : std::string(kNone),
                               label(kType), label(kSpeaker)};
    std::string text;
    std::string unknown; // written when something known follows
    for (const std::string& field : fields) {
        unknown += " " + field;
        if (field != kNone)
            text += std::exchange(unknown, {});
    }
    return text;
}

std::vector<std::filesystem::path> writeCtm(const ExchangedTiers& tiers, const std::filesystem::path& path,
                                            const ExportOptions& options)
{
    std::string text;
    for (const FormatExtra& extra : tiers.extras)
        text += extra.format == kCtmId ? extra.text + "\n" : std::string();
    std::map<std::string, int> channels; // tiers of a recording
    for (const ExchangedTier& tier : tiers.tiers) {
        if (tier.tier.kind == TierKind::Continuous)
            continue;
        const std::string recording = recordingOf(tier, path);
        const std::string counted = std::to_string(tier.segments.empty() ? 0 : ++channels[recording]);
        for (const Segment& segment : tier.segments) {
            // Both edges are rounded, and not the length, so that words that meet still do.
            const double start = std::round(segment.start.seconds() * 1e6);
            const double end = std::round(segment.end.seconds() * 1e6);
            text
                += fmt::format("{} {} {} {} {}{}\n", recording, channelOf(segment, counted),
                               rounded(start / 1e6, kCtmDecimals), rounded((end - start) / 1e6, kCtmDecimals),
                               wordOf(tier.tier, segment), fieldsBehindTheWord(segment));
        }
    }
    return writeTogether({{path, text}}, path, options);
}

std::vector<std::string> lossesOfCtm(const ExchangedTiers& tiers)
{
    Carries carries;
    carries.points = true;
    carries.format = kCtmId;
    carries.videos = true;
    carries.confidence = true;
    carries.labels = LabelsIn::Text;
    carries.decimals = kCtmDecimals;
    carries.keepsLabel = [](const auto&, const std::string& label) {
        return label == kType || label == kSpeaker || label == kCtmChannel;
    };
    std::vector<std::string> sentences = lossesOf(tiers, carries);
    const auto hasBlanks = [](const auto&, const Segment& segment) {
        return !segment.text.empty() && withoutBlanks(segment.text) != segment.text;
    };
    if (const std::size_t blanks = countSegments(tiers, hasBlanks); blanks > 0)
        sentences.push_back(fmt::format("A word has no blanks: they become '_' in {} texts.", blanks));
    const auto isMark = [](const auto&, const Segment& segment) {
        return segment.text == kNoWord || Alternatives().takeMark(segment.text);
    };
    if (const std::size_t marks = countSegments(tiers, isMark); marks > 0)
        sentences.push_back(fmt::format("{} texts are marks of CTM ({}: no text).", marks, kNoWord));
    std::ranges::copy(recordingLosses(tiers, withoutBlanks), std::back_inserter(sentences));
    const auto hasChannels = [](const ExchangedTier& tier) {
        std::set<std::string> channels;
        for (const Segment& segment : tier.segments)
            channels.insert(channelOf(segment, {}));
        return channels.size() > 1;
    };
    if (std::ranges::any_of(tiers.tiers, hasChannels))
        sentences.emplace_back("Tiers of several channels become one per channel.");
    if (losesSpeakers(tiers))
        sentences.emplace_back("Names of tiers are lost: those of a recording are its channels 1, 2, ….");
    return sentences;
}

bool resemblesCtm(std::string_view beginning)
{
    LineReader lines(beginning);
    for (TextLine line; lines.next(line);) {
        const auto fields = blankSeparated(line.text, kCtmMostFields);
        if (fields.empty() || fields[0].starts_with(";;"))
            continue;
        // A table of tabs with empty cells, or with both times and a length, is ELAN's.
        const auto start = fields.size() >= 5 ? numberIn(fields[2]) : std::nullopt;
        const auto end = start ? numberIn(fields[3]) : std::nullopt;
        const auto length = end ? numberIn(fields[4]) : std::nullopt;
        if (line.text.find("\t\t") != std::string_view::npos
            || (length && std::abs(*end - *start - *length) < 0.0015))
            return false;
        return fields.size() >= 5 && fields[1].size() <= 2
            && ((numberIn(fields[2]) && numberIn(fields[3])) || fields[4] == "<ALT_BEGIN>");
    }
    return false;
}

}

const Format& ctmFormat()
{
    static const Format format{
        "ctm", "CTM (time-marked words)", {".ctm"}, resemblesCtm, readCtm, lossesOfCtm, writeCtm};
    return format;
}

}
