#include "engine/formats/speech/kaldi_segments.h"

#include "engine/formats/common/export_losses.h"
#include "engine/formats/common/format_files.h"
#include "engine/formats/common/tier_import.h"
#include "engine/formats/input/number_text.h"
#include "engine/formats/input/text_input.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>

namespace engine {

namespace {

constexpr const char* kPart = "segments";
constexpr const char* kKaldiTier = "utterances"; // what a recording's tier is called
constexpr const char* kUtterance = "utterance";
constexpr const char* kSpeakerTier = "speaker";

using Table = std::unordered_map<std::string, std::string>;

/// A file of ids and what follows them, if it is there.
Table tableBeside(const std::filesystem::path& path, const char* name, TierImport& import, std::size_t times)
{
    Table table;
    const std::filesystem::path beside = companion(path, kPart, name);
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(beside, ignored))
        return table;
    const TextInput input = readText(beside, times * kMostTextBytes);
    import.addFile(beside);
    import.notes(input.notes);
    LineReader lines(input.text);
    for (TextLine line; lines.next(line) && table.size() < times * TierImport::kMostItems;) {
        const auto fields = blankSeparated(line.text, 2);
        if (!fields.empty())
            table.emplace(fields[0], fields.size() > 1 ? fields[1] : std::string_view());
    }
    return table;
}

const std::string* entry(const Table& table, std::string_view id)
{
    const auto found = table.find(std::string(id));
    return found == table.end() ? nullptr : &found->second;
}

ImportedTiers readKaldi(const std::filesystem::path& path, const ImportOptions& options)
{
    TierImport import(path, options.times());
    const TextInput input = readText(path, options.times() * kMostTextBytes);
    import.notes(input.notes);
    const Table texts = tableBeside(path, "text", import, options.times());
    const Table speakers = tableBeside(path, "utt2spk", import, options.times());
    const Table lengths = tableBeside(path, "reco2dur", import, options.times());
    std::size_t open = 0;
    std::size_t further = 0; ///< lines that go on behind the end
    LineReader lines(input.text);
    for (TextLine line; lines.next(line);) {
        const auto fields = blankSeparated(line.text);
        if (fields.empty())
            continue;
        const auto start = fields.size() >= 4 ? numberIn(fields[2]) : std::nullopt;
        auto end = fields.size() >= 4 ? numberIn(fields[3]) : std::nullopt;
        if (!start || !end) {
            import.skip(line.number, "is no utterance, recording, start and end");
            continue;
        }
        further += fields.size() > 4 ? 1 : 0;
        if (!options.video.empty() && fields[1] != options.video)
            continue;
        if (*end == -1.0) { // as long as the recording, which other files may tell
            const std::string* length = entry(lengths, fields[1]);
            end = length ? numberIn(*length).value_or(*start) : *start;
            open += length ? 0 : 1;
        }
        const std::string* text = entry(texts, fields[0]);
        Segment* segment = import.add(import.tierNamed(kKaldiTier, std::string(fields[1])), *start, *end,
                                      text ? *text : std::string(), line.number);
        if (!segment)
            continue;
        import.setLabel(*segment, kUtterance, valueOf(std::string(fields[0])));
        if (const std::string* speaker = entry(speakers, fields[0]))
            import.setLabel(*segment, kSpeakerTier, valueOf(*speaker));
    }
    if (further > 0)
        import.note(fmt::format("What follows the end was not read, in {} lines.", further));
    if (open > 0)
        import.note(fmt::format(
            "{} segments last to the end of their recording, which is not known here (there is no "
            "reco2dur); they have no length.",
            open));
    return import.finish();
}

/// `03bSnISJMiM[4]` → `03bSnISJMiM_0004`, and no blanks.
std::string idOf(const std::string& text)
{
    std::string id = withoutBlanks(text);
    const std::size_t bracket = id.find('[');
    if (bracket != std::string::npos && id.ends_with(']')) {
        const std::string number = id.substr(bracket + 1, id.size() - bracket - 2);
        if (!number.empty() && number.size() < 9
            && std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; }))
            id = fmt::format("{}_{:04}", id.substr(0, bracket), std::stoi(number));
    }
    return id;
}

struct Utterance {
    std::string id;
    std::string recording;
    const Segment* segment = nullptr;
    std::string speaker;
};

std::vector<Utterance> utterancesOf(const ExchangedTiers& tiers, const std::filesystem::path& path)
{
    std::vector<Utterance> utterances;
    std::set<std::string> taken;
    for (const ExchangedTier& tier : tiers.tiers) {
        if (tier.tier.kind == TierKind::Continuous)
            continue;
        const std::string recording = idOf(tier.tier.video.empty() ? path.stem().string() : tier.tier.video);
        for (std::size_t i = 0; i < tier.segments.size(); ++i) {
            const Segment& segment = tier.segments[i];
            const auto named = segment.values.find(kUtterance);
            const auto spoken = segment.values.find(kSpeakerTier);
            const std::string speaker = spoken != segment.values.end() ? idOf(textOf(spoken->second))
                : tier.tier.participant.empty()                             ? recording
                                                                       : idOf(tier.tier.participant);
            // Kaldi wants ids that begin with the speaker's.
            std::string id = named != segment.values.end()
                ? idOf(textOf(named->second))
                : fmt::format("{}-{}-{:07}", speaker, idOf(tier.tier.name), i);
            const std::string plain = id;
            for (int number = 2; !taken.insert(id).second; ++number)
                id = fmt::format("{}-{}", plain, number);
            utterances.push_back({id, recording, &segment, speaker});
        }
    }
    std::ranges::sort(utterances, {}, &Utterance::id); // byte by byte, as in the C locale
    return utterances;
}

/// Whether ids, speakers or the order become others.
bool changesIds(const ExchangedTiers& tiers)
{
    std::vector<const Segment*> order;
    for (const ExchangedTier& tier : tiers.tiers) {
        for (const Segment& segment : tier.segments) {
            if (tier.tier.kind != TierKind::Continuous)
                order.push_back(&segment);
        }
    }
    const auto says = [](const Segment& segment, const char* label, const std::string& text) {
        const auto found = segment.values.find(label);
        return found != segment.values.end() && textOf(found->second) == text;
    };
    std::size_t place = 0;
    return !std::ranges::all_of(utterancesOf(tiers, {}), [&](const Utterance& utterance) {
        return utterance.segment == order[place++] && says(*utterance.segment, kUtterance, utterance.id)
            && says(*utterance.segment, kSpeakerTier, utterance.speaker);
    });
}

std::vector<std::filesystem::path> writeKaldi(const ExchangedTiers& tiers, const std::filesystem::path& path,
                                              const ExportOptions& options)
{
    std::string segments;
    std::string texts;
    std::string speakers;
    for (const Utterance& utterance : utterancesOf(tiers, path)) {
        const Segment& segment = *utterance.segment;
        segments += fmt::format("{} {} {} {}\n", utterance.id, utterance.recording,
                                shortest(segment.start.seconds()), shortest(segment.end.seconds()));
        const std::string text = onOneLine(segment.text);
        texts += text.empty() ? utterance.id + "\n" : fmt::format("{} {}\n", utterance.id, text);
        speakers += fmt::format("{} {}\n", utterance.id, utterance.speaker);
    }
    return writeTogether({{path, segments},
                          {companion(path, kPart, "text"), texts},
                          {companion(path, kPart, "utt2spk"), speakers}},
                         path, options);
}

std::vector<std::string> lossesOfKaldi(const ExchangedTiers& tiers)
{
    Carries carries;
    carries.points = true;
    carries.videos = true;
    carries.tierName = kKaldiTier;
    carries.lineBreaks = false;
    carries.keepsLabel
        = [](const auto&, const std::string& label) { return label == kUtterance || label == kSpeakerTier; };
    std::vector<std::string> sentences = lossesOf(tiers, carries);
    std::ranges::copy(recordingLosses(tiers, idOf), std::back_inserter(sentences));
    const auto hasBlanksAround = [](const auto&, const Segment& segment) {
        const std::string text = onOneLine(segment.text);
        return trimmed(text) != text;
    };
    if (const std::size_t count = countSegments(tiers, hasBlanksAround); count > 0)
        sentences.push_back(fmt::format("The blanks around {} texts go.", count));
    if (changesIds(tiers))
        sentences.emplace_back(
            "Segments are sorted by their ids, which have no blanks; names of tiers are part of new ids.");
    return sentences;
}

bool resemblesKaldi(std::string_view beginning)
{
    LineReader lines(beginning);
    TextLine line;
    if (!lines.next(line))
        return false;
    const auto fields = blankSeparated(line.text);
    return (fields.size() == 4 || fields.size() == 5) && !numberIn(fields[0]) && numberIn(fields[2])
        && numberIn(fields[3]);
}

}

const Format& kaldiSegmentsFormat()
{
    static const Format format{"kaldi",   "Kaldi segments", {"segments"}, resemblesKaldi,
                               readKaldi, lossesOfKaldi,    writeKaldi};
    return format;
}

}
