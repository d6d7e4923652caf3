#include "engine/formats/tier_ratings.h"

#include "engine/agreement/rating_cells.h"
#include "engine/agreement/trace.h"
#include "engine/annotation/layer_names.h"
#include "engine/core/error.h"
#include "engine/formats/format_registry.h"
#include "engine/formats/input/number_text.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <set>

namespace engine {

namespace {

constexpr double kUsualRate = 25.0; // frames per second of traces that differ

std::string ratingText(const LabelValue& value)
{
    const double* number = std::get_if<double>(&value.value);
    return number ? shortest(*number) : std::get<std::string>(value.value);
}

class Collector {
public:
    explicit Collector(const RatingFileOptions& options) : m_options(options) { }

    void add(const ExchangedTier& tier, const RatedTier& who, std::size_t file, std::size_t index)
    {
        if (tier.tier.kind == TierKind::Continuous)
            addTrace(tier, who, file, index);
        else
            addSegments(tier, who, file, index);
    }

    /// Of the whole recording, as a file says it; another file may know of more.
    void addSpan(const std::string& video, Interval span)
    {
        const auto [place, isNew] = m_ratings.spans.try_emplace(video, span);
        place->second.start = std::min(place->second.start, span.start);
        place->second.end = std::max(place->second.end, span.end);
    }

    std::size_t file(const std::string& name) { return m_cells.file(name); }

    /// @throws FormatError (`data_invalid`) for a label to compare that no tier of `path` and the others has.
    RatingTables finish(const std::string& path)
    {
        for (const std::string& label : m_options.labels) {
            if (!m_labels.contains(label))
                throw FormatError(
                    "data_invalid", path,
                    fmt::format("has no label {}; there are {}", label, fmt::join(m_labels, ", ")));
        }
        m_ratings.tables = m_cells.tables(m_options.asWords);
        return std::move(m_ratings);
    }

private:
    bool isWanted(const std::string& label)
    {
        m_labels.insert(label);
        return m_options.labels.empty()
            || std::ranges::find(m_options.labels, label) != m_options.labels.end();
    }

    static std::string tableOf(const std::string& base, const std::string& label)
    {
        return base == label ? base : fmt::format("{}: {}", base, label);
    }

    void give(const std::string& base, const std::string& label, const RatingCells::Unit& unit,
              const std::string& rater, const std::string& text, RatingCells::Place place)
    {
        if (!isWanted(label) || text.empty())
            return;
        m_cells.add(m_cells.label(tableOf(base, label)), m_cells.unit(unit), m_cells.rater(rater), text,
                    place);
    }

    void addSegments(const ExchangedTier& tier, const RatedTier& who, std::size_t file, std::size_t index)
    {
        RatedSegments segments{tier.tier.video, who.base, who.rater, {}, {}};
        std::map<std::pair<double, double>, int> seen; // a parent's parts in an order share its times
        for (std::size_t i = 0; i < tier.segments.size(); ++i) {
            const Segment& segment = tier.segments[i];
            const Interval span{segment.start.seconds(), segment.end.seconds()};
            RatingCells::Unit unit{
                fmt::format("{} {} {:.3f}–{:.3f}", tier.tier.video, who.base, span.start, span.end),
                tier.tier.video};
            if (tier.tier.constraint == Constraint::SymbolicSubdivision)
                unit.name += fmt::format(" #{}", ++seen[{span.start, span.end}]);
            const RatingCells::Place place{file, index + i + 1};
            segments.intervals.push_back(span);
            const auto rate = [&](const std::string& label, const std::string& text) {
                give(who.base, label, unit, who.rater, text, place);
                if (!isWanted(label))
                    return;
                auto& marks = segments.marks[tableOf(who.base, label)];
                marks.resize(i);
                marks.push_back(text);
            };
            for (const auto& [label, value] : segment.values)
                rate(label, ratingText(value));
            if (segment.values.empty())
                rate(who.base, segment.text);
            m_cells.claim(m_cells.unit(unit), m_cells.rater(who.rater), place);
        }
        for (auto& [label, marks] : segments.marks)
            marks.resize(segments.intervals.size());
        m_ratings.segments.push_back(std::move(segments));
    }

    /// Values at their places on the clock of `kUsualRate`, from the start of the video.
    void addTrace(const ExchangedTier& tier, const RatedTier& who, std::size_t file, std::size_t index)
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
    std::set<std::string> m_labels; ///< of all tiers, whether wanted or not
};

/// The tiers over which people judged in layers: `labels` of `labels/anna`.
std::set<std::string> judgedTiers(const ExchangedTiers& content)
{
    std::set<std::string> judged;
    for (const ExchangedTier& tier : content.tiers) {
        if (const RatedTier who = ratedTier(tier.tier.name, tier.tier.annotator); who.base != tier.tier.name)
            judged.insert(who.base);
    }
    return judged;
}

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
    const std::vector<std::string> raters = ratersOf(paths);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const std::filesystem::path& path = paths[i];
        const Format& format = formatOf(path);
        if (!format.read)
            throw FormatError("unknown_format", path.string(), "is only written, not read");
        const ImportedTiers imported = format.read(path, {});
        const std::size_t file = collector.file(path.string());
        const std::set<std::string> judged
            = format.id == "project" ? judgedTiers(imported.content) : std::set<std::string>();
        for (const ExchangedTier& tier : imported.content.tiers) {
            const std::optional<Layer> layer = layerByName(tier.tier);
            const bool isCheck = format.id == "project" && layer && layer->purpose != LayerPurpose::Judging;
            if (judged.contains(tier.tier.name) || isCheck)
                continue;
            RatedTier who = ratedTier(tier.tier.name, tier.tier.annotator);
            if (who.rater.empty())
                who.rater = raters[i];
            collector.add(tier, who, file, index);
            if (imported.content.extent)
                collector.addSpan(tier.tier.video, *imported.content.extent);
            index += tier.segments.size();
        }
    }
    return collector.finish(paths.front().string());
}

RatingTables tierRatings(const std::vector<ExchangedTier>& tiers, const RatingFileOptions& options)
{
    std::map<std::string, std::set<std::string>> ratersOf; // by base
    for (const ExchangedTier& tier : tiers) {
        if (const RatedTier who = ratedTier(tier.tier.name, tier.tier.annotator); !who.rater.empty())
            ratersOf[who.base].insert(who.rater);
    }
    Collector collector(options);
    const std::size_t file = collector.file({});
    std::size_t index = 0;
    for (const ExchangedTier& tier : tiers) {
        const RatedTier who = ratedTier(tier.tier.name, tier.tier.annotator);
        if (who.rater.empty() || ratersOf[who.base].size() < 2)
            continue;
        collector.add(tier, who, file, index);
        index += tier.segments.size();
    }
    return collector.finish({});
}

}
