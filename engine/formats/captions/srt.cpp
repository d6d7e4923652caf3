#include "engine/formats/captions/srt.h"

#include "engine/formats/captions/captions.h"
#include "engine/formats/common/export_losses.h"
#include "engine/formats/common/format_files.h"
#include "engine/formats/common/tier_import.h"
#include "engine/formats/input/number_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <utility>

namespace engine {

namespace {

constexpr std::size_t kMostTimingBytes = 200;
constexpr std::string_view kSrtId = "srt"; // of the format
constexpr std::string_view kSettings = "coordinates"; // behind a timing

bool isBlankLine(std::string_view line)
{
    return line.find_first_not_of(" \t") == std::string_view::npos;
}

bool isIndex(std::string_view line)
{
    return !isBlankLine(line) && line.find_first_not_of(" \t0123456789") == std::string_view::npos;
}

/// A timing with the arrow that people type: `->`.
std::optional<CueTiming> shortArrowTimingIn(std::string_view line)
{
    const std::size_t arrow = line.find("->");
    if (arrow == std::string_view::npos || line.size() > kMostTimingBytes)
        return std::nullopt;
    auto found = cueTimingIn(std::string(line).insert(arrow, "-"));
    if (found)
        found->settings = {}; // they lie in the text that was made here
    return found;
}

/// The lines of a cue as they come; blank ones at its ends are left out.
class CueLines {
public:
    void add(TextLine line)
    {
        if (isBlankLine(line.text)) {
            ++m_blanks;
            return;
        }
        if (m_text.empty() && !m_last)
            m_firstLine = line.number;
        flush();
        m_gap = std::exchange(m_blanks, 0);
        m_last = line.text;
    }
    std::size_t firstLine() const { return m_firstLine; }
    /// Whether a timing may follow: behind a blank line, an index, or nothing.
    bool awaitsTiming() const { return m_blanks > 0 || !m_last || isIndex(*m_last); }
    /// Digits are an index only in front of a timing.
    void dropIndex()
    {
        if (m_last && m_blanks == 0 && isIndex(*m_last))
            m_last.reset();
    }
    std::string take()
    {
        flush();
        m_blanks = 0;
        return std::exchange(m_text, {});
    }

private:
    void flush()
    {
        if (m_last && m_text.size() <= TierImport::kMostTextBytes) // more is refused
            m_text.append(m_text.empty() ? 0 : std::min(m_gap, TierImport::kMostTextBytes) + 1, '\n')
                .append(*m_last);
        m_last.reset();
    }

    std::string m_text;
    std::optional<std::string_view> m_last;
    std::size_t m_gap = 0; ///< blank lines in front of the last line
    std::size_t m_blanks = 0; ///< and behind it
    std::size_t m_firstLine = 0; ///< that is not blank
};

void addCue(TierImport& import, const CueTiming& timing, std::string text, std::size_t line)
{
    const Segment* segment = import.add(import.tierNamed(kCaptionTier), timing.times.start, timing.times.end,
                                        std::move(text), line);
    if (const std::string_view settings = trimmed(timing.settings); segment && !settings.empty())
        import.addExtra({kSrtId, kSettings, std::string(settings), segment->id});
}

ImportedTiers readSrt(const std::filesystem::path& path, const ImportOptions&)
{
    TierImport import(path);
    const TextInput input = readText(path);
    import.notes(input.notes);
    LineReader lines(input.text);
    std::optional<CueTiming> timing;
    std::size_t timingLine = 0;
    bool isUnread = false; // the text belongs to a timing that was skipped
    bool hasShortArrows = false;
    CueLines text;
    const auto endCue = [&] {
        std::string cue = text.take();
        if (timing)
            addCue(import, *timing, std::move(cue), timingLine);
        else if (!cue.empty() && !isUnread)
            import.skip(text.firstLine(), "text without a time");
    };
    for (TextLine line; lines.next(line);) {
        auto found = cueTimingIn(line.text);
        if (!found && text.awaitsTiming() && (found = shortArrowTimingIn(line.text))
            && !std::exchange(hasShortArrows, true))
            import.note(fmt::format("Line {}: '->' was read as '-->', here and further on.", line.number));
        if (found) {
            text.dropIndex();
            endCue();
            timing = found;
            isUnread = false;
            timingLine = line.number;
        } else if (line.text.find("-->") != std::string_view::npos && line.number != timingLine + 1
                   && text.awaitsTiming()) { // right behind a timing it is text
            text.dropIndex();
            endCue();
            import.skip(line.number, "is a timing that cannot be read");
            timing.reset();
            isUnread = true;
        } else {
            text.add(line);
        }
    }
    endCue();
    return import.finish();
}

/// A line that would be read as a timing has a blank in its arrow.
std::string withoutTimings(const std::string& text)
{
    std::string result;
    LineReader lines(text);
    for (TextLine line; lines.next(line);) {
        std::string plain(line.text);
        if (cueTimingIn(plain) || shortArrowTimingIn(plain))
            plain.insert(plain.find("->") + 1, " ");
        result += (line.number == 1 ? "" : "\n") + plain;
    }
    return result;
}

/// What stood behind timings, by their segments.
std::map<SegmentId, std::string> settingsOf(const ExchangedTiers& tiers)
{
    std::map<SegmentId, std::string> settings;
    for (const FormatExtra& extra : tiers.extras) {
        if (extra.format == kSrtId && extra.kind == kSettings)
            settings.emplace(extra.segment, "  " + extra.text);
    }
    return settings;
}

std::string srtOfTier(const ExchangedTier& tier, const std::map<SegmentId, std::string>& settings)
{
    std::string text;
    std::size_t index = 0;
    for (const Segment& segment : tier.segments) {
        const CueTimes times = cueTimes(segment);
        const auto behind = settings.find(segment.id);
        text += fmt::format("{}{}\n{} --> {}{}\n{}\n", index == 0 ? "" : "\n", index + 1,
                            clockTime(times.start, ','), clockTime(times.end, ','),
                            behind == settings.end() ? std::string() : behind->second,
                            withoutTimings(cueText(textOrLabel(tier.tier, segment))));
        ++index;
    }
    return text;
}

std::vector<std::filesystem::path> writeSrt(const ExchangedTiers& tiers, const std::filesystem::path& path,
                                            const ExportOptions& options)
{
    const auto settings = settingsOf(tiers);
    return writePerTier(withoutEmpty(withoutContinuous(tiers)), path, options,
                        [&](const ExchangedTier& tier) { return srtOfTier(tier, settings); });
}

std::vector<std::string> lossesOfSrt(const ExchangedTiers& tiers)
{
    Carries carries;
    carries.labels = LabelsIn::Text;
    carries.format = kSrtId;
    std::vector<std::string> sentences = captionLosses(tiers, carries);
    const auto hasTimings = [](const auto&, const Segment& segment) {
        const std::string text = cueText(segment.text);
        return withoutTimings(text) != text;
    };
    if (const std::size_t count = countSegments(tiers, hasTimings); count > 0)
        sentences.push_back(
            fmt::format("{} texts have lines like timings; their arrows get a blank.", count));
    return sentences;
}

/// Whether a timing comes within the first lines that are not blank.
bool resemblesSrt(std::string_view beginning)
{
    LineReader lines(beginning);
    int tried = 0;
    for (TextLine line; tried < 3 && lines.next(line);) {
        if (isBlankLine(line.text))
            continue;
        ++tried;
        if (cueTimingIn(line.text))
            return true;
    }
    return false;
}

}

const Format& srtFormat()
{
    static const Format format{"srt",   "SubRip subtitles", {".srt"}, resemblesSrt,
                               readSrt, lossesOfSrt,        writeSrt};
    return format;
}

}
