#include "engine/formats/captions/webvtt.h"

#include "engine/core/utf8.h"
#include "engine/formats/captions/captions.h"
#include "engine/formats/common/export_losses.h"
#include "engine/formats/common/format_files.h"
#include "engine/formats/common/tier_import.h"
#include "engine/formats/input/number_text.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <fmt/format.h>
#include <map>
#include <utility>

namespace engine {

namespace {

constexpr const char* kVoice = "voice";
constexpr std::string_view kVttId = "vtt"; // of the format
constexpr std::string_view kHeader = "header lines"; // behind WEBVTT
constexpr std::string_view kBlocks = "notes and styles"; // NOTE, STYLE, REGION
constexpr std::string_view kNames = "cue identifiers";
constexpr std::string_view kCueSettings = "cue settings";

struct Word {
    Interval times;
    std::string text;
};

/// A cue's payload without markup.
struct Payload {
    std::string text;
    std::string voice;
    std::vector<Word> words; ///< of lines that have times inside
    bool hasMarkup = false; ///< that is neither a voice nor a time
    bool hasSeveralVoices = false; ///< `voice` has them joined
};

/// The letter of `&#39;` or `&#x27;` at the start, and how long that is. Absent: there is none.
std::optional<std::pair<std::string, std::size_t>> numericEntity(std::string_view text)
{
    const std::size_t end = text.substr(0, 12).find(';');
    if (!text.starts_with("&#") || end == std::string_view::npos)
        return std::nullopt;
    const bool isHex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
    const std::string_view digits = text.substr(isHex ? 3 : 2, end - (isHex ? 3 : 2));
    std::uint32_t code = 0;
    const auto [rest, error]
        = std::from_chars(digits.data(), digits.data() + digits.size(), code, isHex ? 16 : 10);
    if (error != std::errc() || rest != digits.data() + digits.size() || digits.empty() || code == 0
        || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
        return std::nullopt;
    std::string letter;
    appendUtf8(letter, code);
    return std::pair(letter, end + 1);
}

std::string unescaped(std::string_view text)
{
    static constexpr std::pair<std::string_view, std::string_view> kEntities[]{{"&amp;", "&"},
                                                                               {"&lt;", "<"},
                                                                               {"&gt;", ">"},
                                                                               {"&lrm;", "\xe2\x80\x8e"},
                                                                               {"&rlm;", "\xe2\x80\x8f"},
                                                                               {"&nbsp;", "\xc2\xa0"},
                                                                               {"&quot;", "\""},
                                                                               {"&apos;", "'"}};
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t plain = std::min(text.find('&', i), text.size());
        result += text.substr(i, plain - i);
        i = plain;
        if (i == text.size())
            break;
        const auto* entity = std::ranges::find_if(
            kEntities, [&](const auto& each) { return text.substr(i).starts_with(each.first); });
        if (entity != std::end(kEntities)) {
            result += entity->second;
            i += entity->first.size();
        } else if (const auto number = numericEntity(text.substr(i))) {
            result += number->first;
            i += number->second;
        } else {
            result += text[i++];
        }
    }
    return result;
}

void readPayloadLine(Payload& payload, std::string_view line, Interval cue)
{
    std::string text;
    std::string piece; // since the last time inside
    double since = cue.start;
    bool hasTimes = false;
    const auto endPiece = [&](double until) {
        if (const auto word = std::string(trimmed(unescaped(piece))); !word.empty())
            payload.words.push_back({{since, std::max(since, until)}, word});
        piece.clear();
        since = until;
    };
    const std::size_t before = payload.words.size();
    const std::size_t lastClose = line.rfind('>'); // sought once: there may be a million '<'
    for (std::size_t i = 0; i < line.size();) {
        const bool isTag = line[i] == '<' && lastClose != std::string_view::npos && i < lastClose;
        const std::size_t close = isTag ? line.find('>', i) : std::string_view::npos;
        if (!isTag) {
            const std::string_view plain = line.substr(i, line.find('<', i + 1) - i);
            text += plain;
            piece += plain;
            i += plain.size();
            continue;
        }
        const std::string_view tag = line.substr(i + 1, close - i - 1);
        if (const auto time = clockTimeIn(tag)) {
            endPiece(*time);
            hasTimes = true;
        } else if (tag.starts_with('v')
                   && (tag.size() == 1 || tag[1] == ' ' || tag[1] == '.' || tag[1] == '\t')) {
            const std::size_t blank = tag.find_first_of(" \t");
            const std::string voice = blank == std::string_view::npos
                ? std::string()
                : std::string(trimmed(unescaped(tag.substr(blank))));
            if (payload.voice.empty())
                payload.voice = voice;
            else if (!voice.empty() && payload.voice != voice) { // two speakers in one cue
                payload.voice += " & " + voice;
                payload.hasSeveralVoices = true;
            }
        } else if (!tag.starts_with("/v")) {
            payload.hasMarkup = true;
        }
        i = close + 1;
    }
    if (hasTimes)
        endPiece(cue.end);
    else
        payload.words.resize(before);
    payload.text += (payload.text.empty() ? "" : "\n") + unescaped(text);
}

class WebVttReader {
public:
    explicit WebVttReader(const std::filesystem::path& path)
        : m_import(path)
        , m_input(readText(path))
        , m_lines(m_input.text)
    {
        m_import.notes(m_input.notes);
    }

    ImportedTiers read()
    {
        TextLine line;
        if (!m_lines.next(line) || !line.text.starts_with("WEBVTT"))
            m_import.fail(1, "is no WebVTT: it does not begin with WEBVTT");
        m_header = line.text.substr(6);
        readHeader();
        if (!m_header.empty())
            m_import.addExtra({kVttId, kHeader, m_header});
        m_captions = m_import.tierNamed(kCaptionTier);
        bool isAfterBlank = true;
        bool isInCue = false;
        for (bool has = m_hasLine; has; has = m_lines.next(m_line)) {
            const bool isBlank = m_line.text.empty(); // downloaded captions have lines of one blank in cues
            const auto timing = cueTimingIn(m_line.text);
            // Inside a payload a line that looks like a timing is text.
            if (timing && !isInCue) {
                endCue();
                m_timing = timing;
                m_timingLine = m_line.number;
                m_settings = trimmed(timing->settings);
                m_name = std::exchange(m_identifier, {});
                m_cueBlocks = std::exchange(m_blocks, {});
                isInCue = true;
            } else if (isBlank) {
                isInCue = false;
                m_isSkipping = false;
                m_identifier.clear();
                endBlock();
            } else if (isInCue) {
                addPayload();
            } else if (m_line.text.find("-->") != std::string_view::npos && !m_isSkipping) {
                m_import.skip(m_line.number, "is a timing that cannot be read");
                m_isSkipping = true;
            } else if (isAfterBlank) { // an identifier, or a block that is none of ours
                m_isSkipping = m_line.text.starts_with("NOTE") || m_line.text.starts_with("STYLE")
                    || m_line.text.starts_with("REGION");
                (m_isSkipping ? m_block : m_identifier) = m_line.text;
            } else if (!m_block.empty() && m_block.size() < TierImport::kMostTextBytes) {
                m_block += '\n' + std::string(m_line.text);
            }
            isAfterBlank = isBlank;
        }
        endCue();
        endBlock();
        for (std::string& block : m_blocks) // behind the last cue
            m_import.addExtra({kVttId, kBlocks, std::move(block)});
        if (m_markups > 0)
            m_import.note(fmt::format("Markup in {} cues is left out: their texts are plain.", m_markups));
        takeOnlyVoice();
        return m_import.finish();
    }

private:
    /// Up to the first blank line, or to the first cue where that is missing.
    void readHeader()
    {
        while ((m_hasLine = m_lines.next(m_line))) {
            if (m_line.text.empty() || cueTimingIn(m_line.text))
                return;
            if (m_header.size() < TierImport::kMostTextBytes)
                m_header += '\n' + std::string(m_line.text);
            if (m_line.text.starts_with("X-TIMESTAMP-MAP"))
                m_import.note(fmt::format("Times are those of the file; {} would move them.", m_line.text));
        }
    }

    /// Cues that one voice speaks are that participant's; else each has its voice as a label.
    void takeOnlyVoice()
    {
        ExchangedTier& captions = m_import.tier(m_captions);
        const auto voiceOf = [](const Segment& cue) {
            const auto voice = cue.values.find(kVoice);
            return voice == cue.values.end() ? std::string() : textOf(voice->second);
        };
        if (captions.segments.empty() || m_hasJoinedVoices)
            return;
        const std::string only = voiceOf(captions.segments.front());
        if (only.empty() || !std::ranges::all_of(captions.segments, [&](const Segment& cue) {
                return voiceOf(cue) == only;
            }))
            return;
        captions.tier.participant = only;
        for (Segment& cue : captions.segments)
            cue.values.erase(kVoice);
    }

    /// A note or style waits for the cue that it stands before.
    void endBlock()
    {
        if (!m_block.empty())
            m_blocks.push_back(std::exchange(m_block, {}));
    }

    void addExtras(SegmentId cue)
    {
        for (std::string& block : m_cueBlocks)
            m_import.addExtra({kVttId, kBlocks, std::move(block), cue});
        if (!m_name.empty())
            m_import.addExtra({kVttId, kNames, m_name, cue});
        if (!m_settings.empty())
            m_import.addExtra({kVttId, kCueSettings, m_settings, cue});
    }

    void addPayload()
    {
        m_payloadBytes += m_line.text.size();
        if (m_payloadBytes > TierImport::kMostTextBytes)
            m_import.fail(m_line.number, "a cue without an end");
        m_payload.push_back(m_line.text);
    }

    void endCue()
    {
        if (!m_timing)
            return;
        Payload payload;
        for (const std::string_view line : m_payload)
            readPayloadLine(payload, line, m_timing->times);
        const auto [start, end] = m_timing->times;
        SegmentId cue = 0;
        if (Segment* segment = m_import.add(m_captions, start, end, cueText(payload.text), m_timingLine)) {
            cue = segment->id;
            if (!payload.voice.empty())
                m_import.setLabel(*segment, kVoice, valueOf(payload.voice));
            addExtras(cue);
        }
        m_markups += payload.hasMarkup ? 1 : 0;
        m_hasJoinedVoices = m_hasJoinedVoices || payload.hasSeveralVoices;
        for (const Word& word : payload.words) {
            if (Segment* segment
                = m_import.add(wordsTier(), word.times.start, word.times.end, word.text, m_timingLine))
                segment->parent = cue;
        }
        m_payload.clear();
        m_payloadBytes = 0;
        m_timing.reset();
    }

    std::size_t wordsTier()
    {
        const std::size_t tier = m_import.tierNamed("words");
        m_import.tier(tier).tier.parent = m_import.tier(m_captions).tier.id;
        m_import.tier(tier).tier.constraint = Constraint::IncludedIn;
        return tier;
    }

    TierImport m_import;
    TextInput m_input;
    LineReader m_lines;
    TextLine m_line;
    bool m_hasLine = false;
    bool m_isSkipping = false; ///< a block that is no cue
    std::size_t m_captions = 0;
    std::optional<CueTiming> m_timing;
    std::size_t m_timingLine = 0;
    std::vector<std::string_view> m_payload;
    std::size_t m_payloadBytes = 0;
    std::string m_header; ///< what follows WEBVTT
    std::string m_block; ///< a note or style that is being read
    std::vector<std::string> m_blocks; ///< before the next cue
    std::vector<std::string> m_cueBlocks; ///< before the cue that is being read
    std::string m_identifier; ///< of the cue whose timing may follow
    std::string m_name; ///< of the cue that is being read
    std::string m_settings;
    std::size_t m_markups = 0; ///< cues with markup that is not read
    bool m_hasJoinedVoices = false;
};

ImportedTiers readWebVtt(const std::filesystem::path& path, const ImportOptions&)
{
    return WebVttReader(path).read();
}

std::string escaped(const std::string& text)
{
    std::string result;
    for (const char letter : text)
        result += letter == '&' ? "&amp;"
            : letter == '<'     ? "&lt;"
            : letter == '>'     ? "&gt;"
                                : std::string(1, letter);
    return result;
}

/// What stood at cues, by their segments; at 0 that of the file as a whole.
using Extras = std::map<SegmentId, std::vector<const FormatExtra*>>;

Extras extrasOf(const ExchangedTiers& tiers)
{
    Extras extras;
    for (const FormatExtra& extra : tiers.extras) {
        if (extra.format == kVttId)
            extras[extra.segment].push_back(&extra);
    }
    return extras;
}

/// The texts of a kind, each between `before` and `after`.
std::string textsOf(const Extras& extras, SegmentId segment, std::string_view kind, std::string_view before,
                    std::string_view after)
{
    std::string text;
    const auto found = extras.find(segment);
    if (found == extras.end())
        return text;
    for (const FormatExtra* extra : found->second) {
        if (extra->kind == kind)
            text += fmt::format("{}{}{}", before, extra->text, after);
    }
    return text;
}

std::string vttOfTier(const ExchangedTier& tier, const Extras& extras)
{
    std::vector<const Segment*> order;
    for (const Segment& segment : tier.segments)
        order.push_back(&segment);
    std::ranges::stable_sort(order, {}, [](const Segment* segment) { return segment->start; });
    std::string text
        = "WEBVTT" + textsOf(extras, 0, kHeader, "", "") + "\n" + textsOf(extras, 0, kBlocks, "\n", "\n");
    for (const Segment* segment : order) {
        const CueTimes times = cueTimes(*segment);
        const auto label = segment->values.find(kVoice);
        const std::string voice
            = label == segment->values.end() ? tier.tier.participant : textOf(label->second);
        text += textsOf(extras, segment->id, kBlocks, "\n", "\n") + "\n"
            + textsOf(extras, segment->id, kNames, "", "\n")
            + fmt::format("{} --> {}{}\n", clockTime(times.start, '.'), clockTime(times.end, '.'),
                          textsOf(extras, segment->id, kCueSettings, " ", ""));
        if (!voice.empty())
            text += fmt::format("<v {}>", escaped(onOneLine(voice)));
        text += escaped(cueText(segment->text)) + "\n";
    }
    return text;
}

std::vector<std::filesystem::path> writeWebVtt(const ExchangedTiers& tiers, const std::filesystem::path& path,
                                               const ExportOptions& options)
{
    const Extras extras = extrasOf(tiers);
    return writePerTier(withoutContinuous(tiers), path, options,
                        [&](const ExchangedTier& tier) { return vttOfTier(tier, extras); });
}

std::vector<std::string> lossesOfWebVtt(const ExchangedTiers& tiers)
{
    Carries carries;
    carries.emptyTiers = true;
    carries.fileOrder = false;
    carries.format = kVttId;
    carries.keepsLabel = [](const ExchangedTier&, const std::string& label) { return label == kVoice; };
    carries.keepsParticipant = [](const ExchangedTier& tier) { // as the voice of every cue
        return !tier.segments.empty() && std::ranges::none_of(tier.segments, [](const Segment& cue) {
            return cue.values.contains(kVoice);
        });
    };
    return captionLosses(tiers, carries);
}

}

const Format& webVttFormat()
{
    static const Format format{
        "vtt",      "WebVTT",
        {".vtt"},   [](std::string_view beginning) { return beginning.starts_with("WEBVTT"); },
        readWebVtt, lossesOfWebVtt,
        writeWebVtt};
    return format;
}

}
