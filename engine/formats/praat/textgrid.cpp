#include "engine/formats/praat/textgrid.h"

#include "engine/core/error.h"
#include "engine/formats/common/export_losses.h"
#include "engine/formats/common/format_files.h"
#include "engine/formats/common/tier_import.h"
#include "engine/formats/common/tier_shaping.h"
#include "engine/formats/input/number_text.h"
#include "engine/formats/input/text_input.h"
#include "engine/formats/praat/praat_tokens.h"
#include "engine/formats/praat/textgrid_binary.h"

#include <algorithm>
#include <fmt/format.h>

namespace engine {

namespace {

constexpr TimeUnit kExact{1, 0};
constexpr std::int64_t kSameEdge = kTicksPerSecond / 1000; // intervals that overlap by less meet

void readIntervals(TierImport& import, PraatTokens& tokens, std::size_t tier, double count)
{
    for (double i = 0; i < count; ++i) {
        const double start = tokens.number("the start of an interval");
        const std::size_t line = tokens.line();
        const double end = tokens.number("the end of an interval");
        std::string text = tokens.text("the text of an interval");
        if (std::ranges::all_of(text, isPraatBlank))
            import.leaveOut(line, "blank interval: no segment");
        else
            import.add(tier, start, end, std::move(text), line);
    }
}

void readPoints(TierImport& import, PraatTokens& tokens, std::size_t tier, double count)
{
    for (double i = 0; i < count; ++i) {
        const double time = tokens.number("the time of a point");
        const std::size_t line = tokens.line();
        import.add(tier, time, time, tokens.text("the mark of a point"), line);
    }
}

ImportedTiers readTextGrid(const std::filesystem::path& path, const ImportOptions&)
{
    TierImport import(path);
    std::string bytes = readBytes(path);
    if (bytes.starts_with(kBinaryPraat)) {
        readBinaryTextGrid(bytes, import);
        return import.finish();
    }
    const TextInput input = decodeText(std::move(bytes), path);
    import.notes(input.notes);
    PraatTokens tokens(input.text, import);
    if (!tokens.text("\"ooTextFile\"").starts_with("ooTextFile")
        || !tokens.text("\"TextGrid\"").starts_with("TextGrid"))
        import.fail(1, "is no TextGrid");
    Interval extent;
    extent.start = tokens.number("the start of the grid");
    extent.end = tokens.number("the end of the grid");
    import.setExtent(extent);
    if (tokens.flag("<exists>") != "<exists>")
        import.fail(tokens.line(), "has no tiers");
    const double tiers = tokens.count("the number of tiers");
    for (double i = 0; i < tiers; ++i) {
        const std::string kind = tokens.text("the class of a tier");
        if (kind != "IntervalTier" && kind != "TextTier")
            import.fail(tokens.line(), fmt::format("'{}' is no class of tiers", kind.substr(0, 40)));
        Tier tier;
        tier.name = tokens.text("the name of a tier");
        const std::size_t line = tokens.line();
        tier.kind = kind == "TextTier" ? TierKind::Point : TierKind::Interval;
        const std::size_t place = import.addTier(tier, line);
        tokens.number("the start of a tier");
        tokens.number("the end of a tier");
        const double count = tokens.count("the number of items");
        if (tier.kind == TierKind::Point)
            readPoints(import, tokens, place, count);
        else
            readIntervals(import, tokens, place, count);
    }
    if (tokens.foreignBreaks() > 0)
        import.note(fmt::format("The line ends (CR) of {} texts became LF.", tokens.foreignBreaks()));
    if (!tokens.atEnd())
        import.note("More follows behind the last tier; it was not read.");
    return import.finish();
}

std::string praatText(const std::string& text)
{
    std::string result = "\"";
    for (const char letter : text)
        result += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return result + "\"";
}

/// Points of an interval tier, in a tier of their own: intervals have a length.
ExchangedTiers withPointsApart(const ExchangedTiers& tiers)
{
    ExchangedTiers result{{}, {}, tiers.extent};
    TierId last = 0;
    for (const ExchangedTier& tier : tiers.tiers)
        last = std::max(last, tier.tier.id);
    for (const ExchangedTier& tier : tiers.tiers) {
        ExchangedTier plain = tier;
        plain.tier.parent = 0; // there is no tree
        plain.tier.constraint = Constraint::None;
        ExchangedTier points = plain;
        const auto isPoint = [](const Segment& segment) { return segment.length() == 0; };
        if (tier.tier.kind == TierKind::Interval) {
            std::erase_if(plain.segments, isPoint);
            std::erase_if(points.segments, [&](const Segment& segment) { return !isPoint(segment); });
            result.tiers.push_back(std::move(plain));
        }
        if (tier.tier.kind == TierKind::Point || !points.segments.empty()) {
            points.tier.kind = TierKind::Point;
            if (tier.tier.kind == TierKind::Interval)
                points.tier.id = ++last;
            result.tiers.push_back(std::move(points));
        }
    }
    return result;
}

struct Piece {
    double start = 0.0;
    double end = 0.0;
    const std::string* text = nullptr; ///< null: nothing is there
};

/// A tier's segments by time, with blank intervals between them.
std::vector<Piece> contiguous(const ExchangedTier& tier, Interval grid)
{
    std::vector<const Segment*> order;
    for (const Segment& segment : tier.segments)
        order.push_back(&segment);
    std::ranges::stable_sort(order, {}, [](const Segment* segment) { return segment->start; });
    std::vector<Piece> pieces;
    double reached = grid.start;
    std::int64_t reachedTicks = TimePoint::ofSeconds(reached).ticks;
    for (const Segment* segment : order) {
        if (segment->start.ticks > reachedTicks)
            pieces.push_back({reached, segment->start.seconds(), nullptr});
        // Edges of the same tick are one edge, even where doubles differ.
        const double start = segment->start.ticks > reachedTicks ? segment->start.seconds() : reached;
        pieces.push_back({start, segment->end.seconds(), &segment->text});
        reached = segment->end.seconds();
        reachedTicks = segment->end.ticks;
    }
    if (reachedTicks < TimePoint::ofSeconds(grid.end).ticks || pieces.empty())
        pieces.push_back({reached, grid.end, nullptr});
    else
        pieces.back().end
            = grid.end > pieces.back().start && TimePoint::ofSeconds(grid.end).ticks == reachedTicks
            ? grid.end
            : pieces.back().end;
    return pieces;
}

Interval gridOf(const ExchangedTiers& tiers)
{
    std::optional<Interval> grid = tiers.extent;
    for (const ExchangedTier& tier : tiers.tiers) {
        for (const Segment& segment : tier.segments) {
            const Interval span{segment.start.seconds(), segment.end.seconds()};
            grid = grid ? Interval{std::min(grid->start, span.start), std::max(grid->end, span.end)} : span;
        }
    }
    if (!tiers.extent && grid)
        grid->start = std::min(grid->start, 0.0);
    return grid && grid->end > grid->start
        ? *grid
        : Interval{grid ? grid->start : 0.0, (grid ? grid->start : 0.0) + 1.0};
}

std::string gridOfTier(const ExchangedTier& tier, const std::string& name, std::size_t number, Interval grid)
{
    const bool isPoints = tier.tier.kind == TierKind::Point;
    std::string text
        = fmt::format("    item [{}]:\n        class = \"{}\" \n        name = {} \n        xmin = {} \n"
                      "        xmax = {} \n",
                      number, isPoints ? "TextTier" : "IntervalTier", praatText(name), shortest(grid.start),
                      shortest(grid.end));
    if (isPoints) {
        std::vector<const Segment*> order;
        for (const Segment& segment : tier.segments)
            order.push_back(&segment);
        std::ranges::stable_sort(order, {}, [](const Segment* segment) { return segment->start; });
        text += fmt::format("        points: size = {} \n", order.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            text += fmt::format("        points [{}]:\n            number = {} \n            mark = {} \n",
                                i + 1, shortest(order[i]->start.seconds()), praatText(order[i]->text));
        return text;
    }
    const std::vector<Piece> pieces = contiguous(tier, grid);
    text += fmt::format("        intervals: size = {} \n", pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i)
        text += fmt::format("        intervals [{}]:\n            xmin = {} \n            xmax = {} \n       "
                            "     text = {} \n",
                            i + 1, shortest(pieces[i].start), shortest(pieces[i].end),
                            praatText(pieces[i].text ? *pieces[i].text : std::string()));
    return text;
}

/// Two points of a tier are never at the same time.
ExchangedTiers withPointsOfOneTimeApart(ExchangedTiers tiers)
{
    for (ExchangedTier& tier : tiers.tiers) {
        for (Segment& segment : tier.segments) {
            if (tier.tier.kind == TierKind::Point)
                segment.end = TimePoint::ofTicks(segment.start.ticks + 1); // so that they overlap
        }
    }
    tiers = withoutOverlaps(tiers, kExact);
    for (ExchangedTier& tier : tiers.tiers) {
        for (Segment& segment : tier.segments) {
            if (tier.tier.kind == TierKind::Point)
                segment.end = segment.start;
        }
    }
    return tiers;
}

std::vector<std::filesystem::path>
writeTextGrid(const ExchangedTiers& tiers, const std::filesystem::path& path, const ExportOptions& options)
{
    ExchangedTiers named = tiers;
    shareEdges(named, kSameEdge);
    nameSpeakers(named);
    const ExchangedTiers shaped = withPointsOfOneTimeApart(withPointsApart(withLabelsAsTiers(named)));
    const Interval grid = gridOf(shaped);
    std::string text
        = fmt::format("File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\nxmin = {} \nxmax = {} \n"
                      "tiers? <exists> \nsize = {} \nitem []: \n",
                      shortest(grid.start), shortest(grid.end), shaped.tiers.size());
    const std::vector<std::string> names = uniqueNames(shaped);
    for (std::size_t i = 0; i < shaped.tiers.size(); ++i)
        text += gridOfTier(shaped.tiers[i], names[i], i + 1, grid);
    return writeTogether({{path, text}}, path, options);
}

std::vector<std::string> lossesOfTextGrid(const ExchangedTiers& tiers)
{
    Carries carries;
    carries.emptyTiers = true;
    carries.points = true;
    carries.pointTiers = true;
    carries.fileOrder = false;
    carries.ownNames = true;
    carries.extent = true;
    carries.overlaps = false;
    carries.labels = LabelsIn::OwnTiers;
    carries.emptyTexts = false;
    ExchangedTiers named = tiers;
    const std::size_t edges = shareEdges(named, kSameEdge);
    const std::size_t speakers = nameSpeakers(named);
    std::vector<std::string> sentences = lossesOf(named, carries);
    if (edges > 0)
        sentences.push_back(
            fmt::format("{} segments begin up to a millisecond later, where the one before ends.", edges));
    if (speakers > 0)
        sentences.push_back(fmt::format("{} segments without text get the speaker's name.", speakers));
    if (const Interval grid = gridOf(tiers); tiers.extent && grid != *tiers.extent)
        sentences.push_back(fmt::format("The grid lasts from {} to {} s, as its segments do.",
                                        shortest(grid.start), shortest(grid.end)));
    const auto isPointAmongIntervals = [](const ExchangedTier& tier, const Segment& segment) {
        return tier.tier.kind == TierKind::Interval && segment.length() == 0;
    };
    if (const std::size_t points = countSegments(tiers, isPointAmongIntervals); points > 0)
        sentences.push_back(fmt::format("{} segments without length go to tiers of points.", points));
    return sentences;
}

}

const Format& textGridFormat()
{
    static const Format format{
        "textgrid",
        "Praat TextGrid",
        {".TextGrid"},
        [](std::string_view beginning) {
            return beginning.starts_with(kBinaryPraat)
                || (beginning.substr(0, 200).find("ooTextFile") != std::string_view::npos
                    && beginning.substr(0, 400).find("\"TextGrid") != std::string_view::npos);
        },
        readTextGrid,
        lossesOfTextGrid,
        writeTextGrid};
    return format;
}

}
