#include "engine/annotation/formats/webvtt.h"

#include "engine/annotation/formats/captions.h"
#include "engine/annotation/formats/format_files.h"
#include "engine/annotation/formats/losses.h"
#include "engine/annotation/formats/number_text.h"
#include "engine/annotation/formats/tier_import.h"
#include "engine/core/utf8.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <fmt/format.h>

namespace engine {

namespace {

constexpr const char* kVoice = "voice";

struct Word {
    Interval times;
    std::string text;
};

/// A cue's payload without markup.
struct Payload {
    std::string text;
    std::string voice;
    std::vector<Word> words; ///< of lines that have times inside
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
    for (std::size_t i = 0; i < text.size();) {
        const auto* entity = std::ranges::find_if(
            kEntities, [&](const auto& each) { return text.substr(i).starts_with(each.first); });
        if (text[i] == '&' && entity != std::end(kEntities)) {
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
    for (std::size_t i = 0; i < line.size();) {
        const std::size_t close = line[i] == '<' ? line.find('>', i) : std::string_view::npos;
        if (close == std::string_view::npos) {
            text += line[i];
            piece += line[i++];
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
            else if (!voice.empty() && payload.voice != voice)
                payload.voice += " & " + voice; // two speakers in one cue
        }
        i = close + 1;
    }
    if (hasTimes)
        endPiece(cue.end);
    else
        payload.words.resize(before);
    payload.text += (payload.text.empty() ? "" : "\n") + unescaped(text);
}

class Reader {
public:
    explicit Reader(const std::filesystem::path& path)
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
        readHeader();
        m_captions = m_import.tierNamed("captions");
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
                isInCue = true;
            } else if (isBlank) {
                isInCue = false;
                m_isSkipping = false;
            } else if (isInCue) {
                addPayload();
            } else if (m_line.text.find("-->") != std::string_view::npos && !m_isSkipping) {
                m_import.skip(m_line.number, "is a timing that cannot be read");
                m_isSkipping = true;
            } else if (isAfterBlank) { // an identifier, or a block that is none of ours
                m_isSkipping = m_line.text.starts_with("NOTE") || m_line.text.starts_with("STYLE")
                    || m_line.text.starts_with("REGION");
            }
            isAfterBlank = isBlank;
        }
        endCue();
        ImportedTiers result = m_import.finish();
        return result;
    }

private:
    /// Up to the first blank line, or to the first cue where that is missing.
    void readHeader()
    {
        while ((m_hasLine = m_lines.next(m_line))) {
            if (m_line.text.empty() || cueTimingIn(m_line.text))
                return;
            if (m_line.text.starts_with("X-TIMESTAMP-MAP"))
                m_import.note(fmt::format("Times are those of the file; {} would move them.", m_line.text));
        }
    }

    void addPayload()
    {
        m_payloadBytes += m_line.text.size();
        if (m_payloadBytes > TierImport::kMostTextBytes)
            m_import.fail(m_line.number, "a cue without an end");
        m_payload.emplace_back(m_line.text);
    }

    void endCue()
    {
        if (!m_timing)
            return;
        Payload payload;
        for (const std::string& line : m_payload)
            readPayloadLine(payload, line, m_timing->times);
        const auto [start, end] = m_timing->times;
        SegmentId cue = 0;
        if (Segment* segment = m_import.add(m_captions, start, end, cueText(payload.text), m_timingLine)) {
            cue = segment->id;
            if (!payload.voice.empty())
                m_import.setLabel(*segment, kVoice, valueOf(payload.voice));
        }
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
    std::vector<std::string> m_payload;
    std::size_t m_payloadBytes = 0;
};

ImportedTiers read(const std::filesystem::path& path, const ImportOptions&)
{
    return Reader(path).read();
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

std::string textOfTier(const ExchangedTier& tier)
{
    std::vector<const Segment*> order;
    for (const Segment& segment : tier.segments)
        order.push_back(&segment);
    std::ranges::stable_sort(order, {}, [](const Segment* segment) { return segment->start; });
    std::string text = "WEBVTT\n";
    for (const Segment* segment : order) {
        const CueTimes times = cueTimes(*segment);
        const auto voice = segment->values.find(kVoice);
        text += fmt::format("\n{} --> {}\n", clockTime(times.start, '.'), clockTime(times.end, '.'));
        if (voice != segment->values.end())
            text += fmt::format("<v {}>", escaped(onOneLine(textOf(voice->second))));
        text += escaped(cueText(segment->text)) + "\n";
    }
    return text;
}

std::vector<std::filesystem::path> write(const ExchangedTiers& tiers, const std::filesystem::path& path,
                                         const ExportOptions& options)
{
    return writePerTier(withoutContinuous(tiers), path, options, textOfTier);
}

std::vector<std::string> losses(const ExchangedTiers& tiers)
{
    Carries carries;
    carries.keepsLabel = [](const ExchangedTier&, const std::string& label) { return label == kVoice; };
    return captionLosses(tiers, carries);
}

}

const Format& webVttFormat()
{
    static const Format format{
        "vtt", "WebVTT", {".vtt"}, [](std::string_view beginning) { return beginning.starts_with("WEBVTT"); },
        read,  losses,   write};
    return format;
}

}
