// Annotation of 100 000 segments: written to, and imported from, the formats that people exchange.
#include "engine/annotation/formats/format_registry.h"

#include <cstdlib>
#include <filesystem>

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

}

int main()
{
    const auto folder = std::filesystem::temp_directory_path() / "polylogue-bench-exchange";
    std::filesystem::create_directories(folder);
    const engine::ExchangedTiers tiers = manyTiers();
    const bool eaf = measure("eaf", folder / "a.eaf", tiers, 2.0, 0.3);
    const bool grid = measure("textgrid", folder / "a.TextGrid", tiers, 2.0, 0.2);
    std::filesystem::remove_all(folder);
    return eaf && grid ? 0 : 1;
}
