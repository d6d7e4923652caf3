// Annotation of 100 000 segments: written to, and imported from, the formats that people exchange; and of two
// million words.
#include "engine/formats/format_registry.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/bench/bench_row.h"

namespace {

constexpr int kSegments = 100'000;
constexpr int kRepeats = 3;

/// Words of 0.3 s and, below them, one symbolic tier; half each.
engine::ExchangedTiers manyTiers()
{
    engine::ExchangedTiers tiers;
    engine::ExchangedTier words;
    words.tier.id = 1;
    words.tier.name = "words";
    engine::ExchangedTier notes = words;
    notes.tier.id = 2;
    notes.tier.name = "notes";
    notes.tier.parent = 1;
    notes.tier.constraint = engine::Constraint::SymbolicAssociation;
    for (int i = 0; i < kSegments / 2; ++i) {
        engine::Segment segment;
        segment.id = i + 1;
        segment.tier = 1;
        segment.start = engine::TimePoint::ofSeconds(0.3 * i);
        segment.end = engine::TimePoint::ofSeconds(0.3 * (i + 1));
        segment.text = "word " + std::to_string(i);
        words.segments.push_back(segment);
        segment.id += kSegments;
        segment.tier = 2;
        segment.parent = i + 1;
        notes.segments.push_back(segment);
    }
    tiers.tiers = {words, notes};
    return tiers;
}

/// @return whether it was all read within the budget.
bool measure(const char* id, const std::filesystem::path& file, const engine::ExchangedTiers& tiers,
             double budget, double reference)
{
    const engine::Format& format = *engine::formatById(id);
    format.write(tiers, file, {});
    double seconds = 2.0 * budget;
    bool isWhole = true;
    for (int i = 0; i < kRepeats; ++i) { // the quickest is the least disturbed
        const bench::Stopwatch watch;
        isWhole = format.read(file, {}).report.read == kSegments && isWhole;
        seconds = std::min(seconds, watch.milliseconds() / 1000.0);
    }
    return bench::printRow(std::string("exchange.") + id + ".import", seconds, "s", budget, reference)
        && isWhole;
}

/// Two million words of CTM, which `convert --large` takes: read and written as a table.
bool measureLarge(const std::filesystem::path& folder, double budget, double reference)
{
    constexpr int kWords = 2'000'000;
    constexpr int kWordsOfATalk = 20'000;
    std::string text;
    for (int i = 0; i < kWords; ++i)
        text += "talk_" + std::to_string(i / kWordsOfATalk) + " 1 " + std::to_string(i % kWordsOfATalk)
            + " 0.5 word\n";
    std::ofstream(folder / "large.ctm") << text;
    engine::ImportOptions options;
    options.isLarge = true;
    const bench::Stopwatch watch;
    const engine::ImportedTiers read = engine::formatById("ctm")->read(folder / "large.ctm", options);
    engine::formatById("csv")->write(read.content, folder / "large.csv", {});
    return bench::printRow("exchange.ctm.csv.2M", watch.milliseconds() / 1000.0, "s", budget, reference)
        && read.report.read == kWords;
}

}

int main()
{
    const auto folder = std::filesystem::temp_directory_path() / "polylogue-bench-exchange";
    std::filesystem::create_directories(folder);
    const engine::ExchangedTiers tiers = manyTiers();
    const bool eaf = measure("eaf", folder / "a.eaf", tiers, 2.0, 0.3);
    const bool grid = measure("textgrid", folder / "a.TextGrid", tiers, 2.0, 0.2);
    const bool large = measureLarge(folder, 10.0, 2.5);
    std::filesystem::remove_all(folder);
    return eaf && grid && large ? 0 : 1;
}
