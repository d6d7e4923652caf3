#include "engine/formats/speech/audacity.h"

#include "engine/formats/common/export_losses.h"
#include "engine/formats/common/format_files.h"
#include "engine/formats/common/tier_import.h"
#include "engine/formats/input/number_text.h"
#include "engine/formats/input/text_input.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>

namespace engine {

namespace {

constexpr const char* kLow = "low_hz";
constexpr const char* kHigh = "high_hz";
constexpr int kAudacityDecimals = 6;
constexpr const char* kAudacityTier = "labels"; // what the tier of a file is called

struct Fields {
    std::string_view first, second, rest;
    bool areThere = false;
};

/// Parted at the first two tabs; what follows is text, tabs and all.
Fields fieldsOf(std::string_view line)
{
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos)
        return {};
    const std::size_t second = line.find('\t', tab + 1);
    if (second == std::string_view::npos)
        return {line.substr(0, tab), line.substr(tab + 1), {}, true};
    return {line.substr(0, tab), line.substr(tab + 1, second - tab - 1), line.substr(second + 1), true};
}

/// With a point, or, as old versions wrote it, with a comma in both.
std::optional<Interval> timesOf(const Fields& fields)
{
    for (const auto parse : {numberIn, commaNumberIn}) {
        const auto start = parse(fields.first);
        const auto end = parse(fields.second);
        if (start && end)
            return Interval{*start, *end};
    }
    // A whole number has neither point nor comma.
    const auto start = commaNumberIn(fields.first) ? commaNumberIn(fields.first) : numberIn(fields.first);
    const auto end = commaNumberIn(fields.second) ? commaNumberIn(fields.second) : numberIn(fields.second);
    return start && end ? std::optional(Interval{*start, *end}) : std::nullopt;
}

void readFrequencies(TierImport& import, Segment* above, const Fields& fields, std::size_t line)
{
    const auto range = timesOf({fields.second, fields.rest.substr(0, fields.rest.find('\t')), {}, true});
    if (!above || !range || !std::isfinite(range->start) || !std::isfinite(range->end)) {
        import.note(fmt::format("Line {}: frequencies that belong to no label.", line));
        return;
    }
    if (range->start >= 0.0) // −1: not defined
        import.setLabel(*above, kLow, valueOf(range->start));
    if (range->end >= 0.0)
        import.setLabel(*above, kHigh, valueOf(range->end));
}

bool areAllPoints(const ExchangedTier& tier)
{
    return std::ranges::all_of(tier.segments, [](const Segment& segment) { return segment.length() == 0; });
}

ImportedTiers readAudacity(const std::filesystem::path& path, const ImportOptions&)
{
    TierImport import(path);
    const TextInput input = readText(path);
    import.notes(input.notes);
    LineReader lines(input.text);
    Segment* above = nullptr;
    double before = -std::numeric_limits<double>::infinity();
    bool wentBack = false;
    for (TextLine line; lines.next(line);) {
        if (line.text.find_first_not_of(" \t") == std::string_view::npos)
            continue;
        const Fields fields = fieldsOf(line.text);
        if (fields.areThere && fields.first == "\\") {
            readFrequencies(import, above, fields, line.number);
            continue;
        }
        const auto times = timesOf(fields);
        above = nullptr;
        if (!fields.areThere || !times) {
            import.skip(line.number, "is no label: it does not begin with two times and tabs");
            continue;
        }
        above = import.add(import.tierNamed(kAudacityTier), times->start, times->end,
                           std::string(fields.rest), line.number);
        if (times->start < before && !wentBack) {
            import.note(
                fmt::format("Line {}: times go back; these may be several label tracks one after the other.",
                            line.number));
            wentBack = true;
        }
        before = times->start;
    }
    ImportedTiers result = import.finish();
    ExchangedTier& tier = result.content.tiers.front();
    if (areAllPoints(tier))
        tier.tier.kind = TierKind::Point;
    return result;
}

const double* number(const Segment& segment, const char* label)
{
    const auto found = segment.values.find(label);
    return found == segment.values.end() ? nullptr : std::get_if<double>(&found->second.value);
}

std::string labelsOfTier(const ExchangedTier& tier)
{
    std::string text;
    for (const Segment& segment : tier.segments) {
        const auto seconds = [](double time) { return fmt::format("{:.{}f}", time, kAudacityDecimals); };
        text += seconds(segment.start.seconds()) + '\t' + seconds(segment.end.seconds()) + '\t'
            + onOneLine(textOrLabel(tier.tier, segment)) + '\n';
        const double* low = number(segment, kLow);
        const double* high = number(segment, kHigh);
        if (low || high)
            text += fmt::format("\\\t{}\t{}\n", low ? shortest(*low) : "-1", high ? shortest(*high) : "-1");
    }
    return text;
}

std::vector<std::filesystem::path>
writeAudacity(const ExchangedTiers& tiers, const std::filesystem::path& path, const ExportOptions& options)
{
    return writePerTier(withoutEmpty(withoutContinuous(tiers)), path, options, labelsOfTier);
}

std::vector<std::string> lossesOfAudacity(const ExchangedTiers& tiers)
{
    Carries carries;
    carries.points = true;
    carries.pointTiers = true;
    carries.tierName = kAudacityTier;
    carries.labels = LabelsIn::Text;
    carries.manyTiers = false;
    carries.lineBreaks = false;
    carries.keepsLabel
        = [](const auto&, const std::string& label) { return label == kLow || label == kHigh; };
    carries.decimals = kAudacityDecimals;
    std::vector<std::string> sentences = lossesOf(tiers, carries);
    for (const ExchangedTier& tier : tiers.tiers) {
        const bool isOfPoints = tier.tier.kind == TierKind::Point;
        if (!tier.segments.empty() && tier.tier.kind != TierKind::Continuous
            && isOfPoints != areAllPoints(tier))
            sentences.push_back(fmt::format("The tier '{}' becomes one of {}.", tier.tier.name,
                                            isOfPoints ? "intervals" : "points"));
    }
    return sentences;
}

/// Whether the first line that is not blank is a label.
bool resemblesAudacity(std::string_view beginning)
{
    LineReader lines(beginning);
    for (TextLine line; lines.next(line);) {
        if (line.text.find_first_not_of(" \t") == std::string_view::npos)
            continue;
        const Fields fields = fieldsOf(line.text);
        return fields.areThere && timesOf(fields).has_value();
    }
    return false;
}

}

const Format& audacityFormat()
{
    static const Format format{"audacity",   "Audacity labels", {".txt"},     resemblesAudacity,
                               readAudacity, lossesOfAudacity,  writeAudacity};
    return format;
}

}
