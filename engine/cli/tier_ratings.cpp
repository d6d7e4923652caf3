#include "engine/cli/tier_ratings.h"

#include "engine/agreement/rating_cells.h"
#include "engine/agreement/trace.h"
#include "engine/annotation/formats/format_registry.h"
#include "engine/annotation/formats/number_text.h"
#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace engine::cli {

namespace {

constexpr double kUsualRate = 25.0; // frames per second of traces that differ

/// What a tier is a rating of, and whose.
struct Named {
    std::string base;
    std::string rater;
};

Named named(const Tier& tier, const std::string& file)
{
    if (tier.annotator.empty())
        return {tier.name, file};
    const auto at = tier.name.find("/" + tier.annotator);
    if (at == std::string::npos)
        return {tier.name, tier.annotator};
    return {tier.name.substr(0, at), tier.name.substr(at + 1)}; // `anna`, `anna/2` are passes
}

std::string textOf(const LabelValue& value)
{
    const double* number = std::get_if<double>(&value.value);
    return number ? shortest(*number) : std::get<std::string>(value.value);
}

class Collector {
public:
    explicit Collector(const RatingFileOptions& options) : m_options(options) { }

    void add(const ExchangedTier& tier, const Named& who, std::size_t file, std::size_t index)
    {
        if (tier.tier.kind == TierKind::Continuous)
            addTrace(tier, who, file, index);
        else
            addSegments(tier, who, file, index);
    }

    std::size_t file(const std::string& name) { return m_cells.file(name); }

    RatingTables finish()
    {
        m_ratings.tables = m_cells.tables(m_options.asWords);
        return std::move(m_ratings);
    }

private:
    bool isWanted(const std::string& label) const
    {
        return m_options.labels.empty()
            || std::ranges::find(m_options.labels, label) != m_options.labels.end();
    }

    void give(const std::string& base, const std::string& label, const RatingCells::Unit& unit,
              const std::string& rater, const std::string& text, RatingCells::Place place)
    {
        if (!isWanted(label) || text.empty())
            return;
        const std::string name = base == label ? base : fmt::format("{}: {}", base, label);
        m_cells.add(m_cells.label(name), m_cells.unit(unit), m_cells.rater(rater), text, place);
    }

    void addSegments(const ExchangedTier& tier, const Named& who, std::size_t file, std::size_t index)
    {
        RatedSegments segments{tier.tier.video, who.rater, {}, {}};
        for (std::size_t i = 0; i < tier.segments.size(); ++i) {
            const Segment& segment = tier.segments[i];
            const Interval span{segment.start.seconds(), segment.end.seconds()};
            const RatingCells::Unit unit{
                fmt::format("{} {} {:.3f}–{:.3f}", tier.tier.video, who.base, span.start, span.end),
                tier.tier.video};
            const RatingCells::Place place{file, index + i + 1};
            segments.intervals.push_back(span);
            segments.marks[who.base].push_back(
                segment.values.empty() ? segment.text : textOf(segment.values.begin()->second));
            for (const auto& [label, value] : segment.values)
                give(who.base, label, unit, who.rater, textOf(value), place);
            if (segment.values.empty())
                give(who.base, who.base, unit, who.rater, segment.text, place);
        }
        m_ratings.segments.push_back(std::move(segments));
    }

    /// Values at their places on the clock of `kUsualRate`, from the start of the video.
    void addTrace(const ExchangedTier& tier, const Named& who, std::size_t file, std::size_t index)
    {
        for (const Segment& piece : tier.segments) {
            Trace trace{piece.start.seconds(), tier.tier.rate, {}};
            for (const float value : piece.samples)
                trace.frames.push_back(std::isnan(value) ? std::nullopt : std::optional<double>(value));
            const double first = std::ceil(trace.start * kUsualRate) / kUsualRate;
            const TraceFrames frames = onClock(trace, {first, piece.end.seconds()}, kUsualRate);
            for (std::size_t i = 0; i < frames.size(); ++i) {
                if (!frames[i])
                    continue;
                const RatingCells::Unit unit{fmt::format("{} {} {:.2f}", tier.tier.video, who.base,
                                                         first + static_cast<double>(i) / kUsualRate),
                                             tier.tier.video};
                give(who.base, who.base, unit, who.rater, shortest(*frames[i]), {file, index + i + 1});
            }
        }
    }

    const RatingFileOptions& m_options;
    RatingCells m_cells{{}};
    RatingTables m_ratings;
};

}

bool holdsTiers(const std::filesystem::path& path)
{
    const std::string ending = path.extension().string();
    return ending != ".csv" && ending != ".tsv" && ending != ".txt";
}

RatingTables tierRatings(const std::vector<std::filesystem::path>& paths, const RatingFileOptions& options)
{
    Collector collector(options);
    std::size_t index = 0; // of a segment among all: its place, for messages
    for (const std::filesystem::path& path : paths) {
        const Format& format = formatOf(path);
        if (!format.read)
            throw FormatError("unknown_format", path.string(), "is only written, not read");
        const ImportedTiers imported = format.read(path, {});
        const std::size_t file = collector.file(path.string());
        for (const ExchangedTier& tier : imported.content.tiers) {
            collector.add(tier, named(tier.tier, path.stem().string()), file, index);
            index += tier.segments.size();
        }
    }
    return collector.finish();
}

}
