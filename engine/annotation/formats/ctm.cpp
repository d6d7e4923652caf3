#include "engine/annotation/formats/ctm.h"

#include "engine/annotation/formats/format_files.h"
#include "engine/annotation/formats/losses.h"
#include "engine/annotation/formats/number_text.h"
#include "engine/annotation/formats/text_input.h"
#include "engine/annotation/formats/tier_import.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace engine {

namespace {

constexpr int kDecimals = 6;
constexpr std::size_t kMostFields = 8;
constexpr std::string_view kNone = "NA"; // in the place of what is not known
constexpr std::string_view kNoWord = "<eps>";
constexpr const char* kType = "type";
constexpr const char* kSpeaker = "speaker";

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

ImportedTiers read(const std::filesystem::path& path, const ImportOptions& options)
{
    TierImport import(path);
    const TextInput input = readText(path);
    import.notes(input.notes);
    LineReader lines(input.text);
    Alternatives alternatives;
    std::map<std::string, std::string, std::less<>> firstChannels; // by recording
    for (TextLine line; lines.next(line);) {
        const auto fields = blankSeparated(line.text, kMostFields);
        if (fields.empty() || fields[0].starts_with(";;"))
            continue;
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
        const std::string& first = firstChannels.try_emplace(recording, fields[1]).first->second;
        const std::size_t tier
            = import.tierNamed(tierNameOf(fields[1], fields[1] == first), recording);
        Segment* segment = import.add(tier, *start, decimalSum(*start, *length),
                                      std::string(fields[4] == kNoWord ? "" : fields[4]), line.number);
        if (!segment)
            continue;
        if (fields.size() > 5)
            if (const auto confidence = numberIn(fields[5]); confidence && std::isfinite(*confidence))
                segment->confidence = *confidence;
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
    const std::string word = textOrLabel(tier, segment);
    return word.empty() ? std::string(kNoWord) : Alternatives().takeMark(word) ? "_" + word : withoutBlanks(word);
}

/// Whether tiers are called otherwise than reading will call them.
bool losesNames(const ExchangedTiers& tiers)
{
    std::map<std::string, int> channels;
    return std::ranges::any_of(tiers.tiers, [&](const ExchangedTier& tier) {
        const int channel = ++channels[tier.tier.video];
        return tier.tier.kind != TierKind::Continuous
            && tier.tier.name != tierNameOf(std::to_string(channel), channel == 1);
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

std::vector<std::filesystem::path> write(const ExchangedTiers& tiers, const std::filesystem::path& path,
                                         const ExportOptions& options)
{
    std::string text;
    std::map<std::string, int> channels; // tiers of a recording
    for (const ExchangedTier& tier : withoutContinuous(tiers).tiers) {
        const std::string recording = recordingOf(tier, path);
        const int channel = ++channels[recording];
        for (const Segment& segment : tier.segments) {
            // Both edges are rounded, and not the length, so that words that meet still do.
            const double start = std::round(segment.start.seconds() * 1e6);
            const double end = std::round(segment.end.seconds() * 1e6);
            text += fmt::format("{} {} {} {} {}{}\n", recording, channel, rounded(start / 1e6, kDecimals),
                                rounded((end - start) / 1e6, kDecimals), wordOf(tier.tier, segment),
                                fieldsBehindTheWord(segment));
        }
    }
    return writeTogether({{path, text}}, path, options);
}

std::vector<std::string> losses(const ExchangedTiers& tiers)
{
    Carries carries;
    carries.points = true;
    carries.videos = true;
    carries.confidence = true;
    carries.labels = LabelsIn::Text;
    carries.decimals = kDecimals;
    carries.keepsLabel
        = [](const auto&, const std::string& label) { return label == kType || label == kSpeaker; };
    std::vector<std::string> sentences = lossesOf(tiers, carries);
    const auto hasBlanks = [](const auto&, const Segment& segment) {
        return !segment.text.empty() && withoutBlanks(segment.text) != segment.text;
    };
    if (const std::size_t blanks = countSegments(tiers, hasBlanks); blanks > 0)
        sentences.push_back(
            fmt::format("A word has no blanks: they become '_' in {} texts.", blanks));
    const auto isMark = [](const auto&, const Segment& segment) {
        return segment.text == kNoWord || Alternatives().takeMark(segment.text);
    };
    if (const std::size_t marks = countSegments(tiers, isMark); marks > 0)
        sentences.push_back(fmt::format("{} texts are marks of CTM ({}: no text).", marks, kNoWord));
    std::ranges::copy(recordingLosses(tiers, withoutBlanks), std::back_inserter(sentences));
    if (losesNames(tiers))
        sentences.emplace_back("Names of tiers are lost: those of a recording are its channels 1, 2, ….");
    return sentences;
}

bool resembles(std::string_view beginning)
{
    LineReader lines(beginning);
    for (TextLine line; lines.next(line);) {
        const auto fields = blankSeparated(line.text, kMostFields);
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
    static const Format format{"ctm", "CTM (time-marked words)", {".ctm"}, resembles, read, losses, write};
    return format;
}

}
