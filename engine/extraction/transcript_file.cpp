#include "engine/extraction/transcript_file.h"

#include "engine/core/error.h"
#include "engine/core/stored_bytes.h"
#include "engine/core/utf8.h"
#include "engine/formats/format_registry.h"
#include "engine/formats/input/text_input.h"

#include <algorithm>
#include <array>

namespace engine {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 5> kEndings{".txt", ".srt", ".vtt", ".TextGrid", ".eaf"};
constexpr std::array<std::string_view, 6> kUsualNames{"words",         "word", "transcript",
                                                      "transcription", "text", "captions"};
constexpr std::uintmax_t kMostBytes = 64U << 20U;

bool hasLetters(const std::string& text)
{
    return text.find_first_not_of(" \t\r\n") != std::string::npos;
}

std::string plainText(const fs::path& file)
{
    TextInput read = readText(file, kMostBytes);
    if (!read.notes.empty()) // guessed letters would be aligned as if they were right
        throw FormatError("data_invalid", file.string(), "is not text in UTF-8");
    return std::move(read.text);
}

std::size_t lettersIn(const ExchangedTier& tier)
{
    std::size_t letters = 0;
    for (const Segment& segment : tier.segments)
        letters += segment.text.size();
    return letters;
}

int rankOf(const ExchangedTier& tier)
{
    const std::string name = inLowerCase(tier.tier.name);
    const auto usual = std::ranges::find(kUsualNames, std::string_view(name));
    return static_cast<int>(usual - kUsualNames.begin());
}

}

std::span<const std::string_view> transcriptEndings()
{
    return kEndings;
}

std::optional<fs::path> fileNamedAs(const fs::path& media, const fs::path& folder, std::string_view ending)
{
    fs::path file = folder / media.stem().string().append(ending);
    return storedBytesIfAny(file) ? std::optional(std::move(file)) : std::nullopt;
}

std::optional<fs::path> transcriptOf(const fs::path& media, const fs::path& folder)
{
    for (const std::string_view ending : kEndings) {
        if (auto file = fileNamedAs(media, folder, ending))
            return file;
    }
    return std::nullopt;
}

bool isWordsJson(const fs::path& file)
{
    try {
        const std::string_view id = formatOf(file).id;
        return id == "mfa" || id == "gentle" || id == "whisperx";
    } catch (const Error&) {
        return false;
    }
}

std::vector<TranscriptPart> readTranscript(const fs::path& file)
{
    std::vector<TranscriptPart> parts;
    if (file.extension() == ".txt") {
        parts.push_back({plainText(file), std::nullopt});
        if (!hasLetters(parts.front().text))
            throw FormatError("data_invalid", file.string(), "has no text");
        return parts;
    }
    const Format& format = formatOf(file);
    if (!format.read)
        throw FormatError("unknown_format", file.string(), "is only written, not read");
    const ImportedTiers read = format.read(file, {});
    const ExchangedTier* best = nullptr;
    for (const ExchangedTier& tier : read.content.tiers) {
        if (lettersIn(tier) == 0)
            continue;
        const auto isBetter = [&] {
            return rankOf(tier) != rankOf(*best) ? rankOf(tier) < rankOf(*best)
                                                 : lettersIn(tier) > lettersIn(*best);
        };
        if (!best || isBetter())
            best = &tier;
    }
    if (!best)
        throw FormatError("data_invalid", file.string(), "has no tier with text");
    for (const Segment& segment : best->segments) {
        if (!hasLetters(segment.text))
            continue;
        TranscriptPart part{segment.text, std::nullopt};
        if (!best->timesAreInvented && segment.end.ticks > segment.start.ticks)
            part.roughly = Interval{segment.start.seconds(), segment.end.seconds()};
        parts.push_back(std::move(part));
    }
    if (std::ranges::all_of(parts, [](const TranscriptPart& part) { return part.roughly.has_value(); }))
        std::ranges::stable_sort(parts, {}, [](const TranscriptPart& part) { return part.roughly->start; });
    return parts;
}

}
