#include "engine/agreement/rating_files.h"

#include "engine/agreement/rating_cells.h"
#include "engine/core/delimited_text.h"
#include "engine/core/error.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace engine {

namespace {

using Row = DelimitedText::Row;

constexpr std::string_view kUsualTier = "labels"; // whose judgements need no name of a tier

constexpr std::array<std::string_view, 3> kPartShown{"words", "sound", "picture"}; // of a published vote

/// Votes of a published folder, whose units have names (publication_tables.cpp).
bool isOfVotes(const DelimitedText& file)
{
    return std::ranges::all_of(std::array{"unit", "video", "rater", "label", "value", "shown", "exposure"},
                               [&](const char* name) { return file.column(name).has_value(); });
}

/// Columns of label tables that say what a row is, not what somebody thought of it.
bool isDescription(const std::string& column)
{
    static const std::set<std::string> names{"unit", "video_id", "clip_id", "annotator",  "start",
                                             "end",  "text",     "mode",    "annotation", "confidence",
                                             "pass", "comment",  "flagged", "tier"};
    return column.empty() || names.contains(column);
}

/// Segments by video, tier and rater, in the order in which these came.
class SegmentTracks {
public:
    RatedSegments& of(const std::string& video, const std::string& base, const std::string& rater)
    {
        const auto [place, isNew] = m_places.try_emplace({video, base, rater}, m_tracks.size());
        if (isNew)
            m_tracks.push_back({video, base, rater, {}, {}});
        return m_tracks[place->second];
    }
    std::vector<RatedSegments> take() { return std::move(m_tracks); }

private:
    std::vector<RatedSegments> m_tracks;
    std::map<std::tuple<std::string, std::string, std::string>, std::size_t> m_places;
};

/// What a whole reading comes to.
struct Reading {
    RatingCells cells;
    SegmentTracks tracks;
    std::vector<std::string> notes;
};

class FileReader {
public:
    FileReader(const DelimitedText& file, const RatingFileOptions& options)
        : m_file(file)
        , m_options(options)
        , m_isPublished(isOfVotes(file))
        , m_video(m_isPublished ? file.column("video") : file.column("video_id"))
        , m_annotator(file.column("annotator"))
        , m_rater(file.column("rater"))
        , m_label(file.column("label"))
        , m_value(file.column("value"))
        , m_pass(file.column("pass"))
        , m_presentation(file.column(m_isPublished ? "shown" : "presentation"))
        , m_purpose(file.column("purpose"))
        , m_tier(file.column("tier"))
        , m_start(file.column("start"))
        , m_end(file.column("end"))
    {
        if (!options.ids.empty()) {
            for (const std::string& name : options.ids)
                m_ids.push_back(needed(name));
        } else if (const auto unit = file.column("unit")) {
            m_ids = {*unit};
        } else if (m_video) {
            m_ids = {*m_video};
            if (const auto clip = file.column("clip_id"))
                m_ids.push_back(*clip);
            else if (isLong() && m_start && m_end) // as tables of labels are imported
                m_ids.insert(m_ids.end(), {*m_start, *m_end});
        }
    }

    bool isLong() const { return m_annotator.has_value(); }
    /// The judgements beside a report of the window: a row for each label that a rater gave a segment.
    bool isJudgements() const { return m_rater && m_label && m_value && m_video && m_start && m_end; }

    /// A row per unit, a column per rater.
    void readWide(Reading& reading) const
    {
        if (m_options.labels.size() > 1)
            throw FormatError("data_invalid", m_file.path.string(),
                              "has a column per rater, all for one label; there are names for more");
        const std::size_t label = reading.cells.label(m_options.labels.empty() ? m_file.path.stem().string()
                                                                               : m_options.labels.front());
        const std::size_t file = reading.cells.file(m_file.path.string());
        std::vector<std::pair<std::size_t, std::size_t>> raters; // column, rater
        for (const std::size_t column : ratedColumns())
            raters.emplace_back(column, reading.cells.rater(m_file.columns[column]));
        for (std::size_t i = 0; i < m_file.rows.size(); ++i) {
            const Row& row = m_file.rows[i];
            const std::size_t unit = !namesUnits()
                ? reading.cells.newUnit(
                    {m_ids.empty() ? fmt::format("row {}", i + 1) : unitName(row), videoOf(row)})
                : reading.cells.unit({unitName(row), videoOf(row)});
            for (const auto& [column, rater] : raters)
                reading.cells.claim(unit, rater, {file, row.line});
            for (const auto& [column, rater] : raters)
                reading.cells.add(label, unit, rater, row.cells[column], {file, row.line});
        }
    }

    /// A row per segment, rater and label.
    void readJudgements(Reading& reading) const
    {
        const std::size_t file = reading.cells.file(m_file.path.string());
        std::size_t laterPasses = 0;
        std::size_t others = 0;
        for (const Row& row : m_file.rows) {
            const std::string& label = row.cells[*m_label];
            const std::string& who = row.cells[*m_rater];
            if (label.empty())
                continue; // a flag or a comment alone
            if (isOtherAnswer(row)) {
                ++others;
                continue;
            }
            if (who.empty())
                throw FormatError("data_invalid", place(row), "there is no rater");
            if (!m_options.labels.empty()
                && std::ranges::find(m_options.labels, label) == m_options.labels.end())
                continue;
            if (isLaterPass(row)) {
                ++laterPasses;
                continue;
            }
            const std::string& video = row.cells[*m_video];
            const std::size_t unit
                = reading.cells.unit({m_isPublished ? unitName(row) : judgedSegment(row), video});
            reading.cells.add(reading.cells.label(label), unit, reading.cells.rater(who), row.cells[*m_value],
                              {file, row.line});
        }
        noteLaterPasses(laterPasses, reading);
        if (others > 0)
            reading.notes.push_back(
                fmt::format("{}: {} rows are left out that settle, repeat or practise, or were "
                            "given with a part hidden.",
                            m_file.path.string(), others));
    }

    /// A row per unit and rater, a column per label. @param rater  of all rows, of a file without that column
    void readLong(Reading& reading, const std::string& rater) const
    {
        if (m_ids.empty())
            throw FormatError(
                "data_invalid", m_file.path.string(),
                "has no column that names the units: unit, or video_id and clip_id, or one that is "
                "named as the id");
        const std::size_t file = reading.cells.file(m_file.path.string());
        std::vector<std::pair<std::size_t, std::size_t>> labels; // column, label
        for (const std::size_t column : labelColumns())
            labels.emplace_back(column, reading.cells.label(m_file.columns[column]));
        std::size_t laterPasses = 0;
        for (const Row& row : m_file.rows) {
            const RatedTier tier = tierOf(row);
            const std::string& who = !m_annotator ? rater
                : tier.rater.empty()              ? row.cells[*m_annotator]
                                                  : tier.rater;
            if (who.empty())
                throw FormatError("data_invalid", place(row), "there is no annotator");
            if (isLaterPass(row)) {
                ++laterPasses;
                continue;
            }
            const std::size_t unit = reading.cells.unit({unitName(row), videoOf(row)});
            const std::size_t rated = reading.cells.rater(who);
            for (const auto& [column, label] : labels)
                reading.cells.add(label, unit, rated, row.cells[column], {file, row.line});
            reading.cells.claim(unit, rated, {file, row.line});
            addSegment(row, tier.base, who, labels, reading);
        }
        noteLaterPasses(laterPasses, reading);
    }

private:
    std::string judgedSegment(const Row& row) const
    {
        const std::string tier
            = m_tier && row.cells[*m_tier] != kUsualTier ? row.cells[*m_tier] : std::string();
        return fmt::format("{} {}–{}{}{}", row.cells[*m_video], row.cells[*m_start], row.cells[*m_end],
                           tier.empty() ? "" : " ", tier);
    }

    /// Whether a judgement is none of an annotator's own pass with everything shown.
    bool isOtherAnswer(const Row& row) const
    {
        const auto differs = [&](const std::optional<std::size_t>& column, std::string_view usual) {
            return column && !row.cells[*column].empty() && row.cells[*column] != usual;
        };
        const bool hidesPart = m_isPublished
            ? std::ranges::find(kPartShown, row.cells[*m_presentation]) != kPartShown.end()
            : differs(m_presentation, "all");
        return hidesPart || differs(m_purpose, "judging");
    }

    bool isLaterPass(const Row& row) const
    {
        return m_pass && !row.cells[*m_pass].empty() && finiteNumber(row.cells[*m_pass]) != 1.0;
    }

    void noteLaterPasses(std::size_t rows, Reading& reading) const
    {
        if (rows > 0)
            reading.notes.push_back(fmt::format("{}: {} rows of later passes than the first are left out.",
                                                m_file.path.string(), rows));
    }

    /// Whether a row's names are its own: all frames of a video may have only the video's.
    bool namesUnits() const
    {
        const bool isVideoAlone = m_options.ids.empty() && m_video && m_ids == std::vector{*m_video};
        return !m_ids.empty() && !isVideoAlone;
    }

    std::string place(const Row& row) const
    {
        return fmt::format("{}, line {}", m_file.path.string(), row.line);
    }

    std::size_t needed(const std::string& name) const
    {
        if (const auto column = m_file.column(name))
            return *column;
        throw FormatError("data_invalid", m_file.path.string(),
                          fmt::format("has no column {}; it has {}", name, fmt::join(m_file.columns, ", ")));
    }

    RatedTier tierOf(const Row& row) const
    {
        return m_tier ? ratedTier(row.cells[*m_tier], m_annotator ? row.cells[*m_annotator] : std::string())
                      : RatedTier();
    }

    std::string unitName(const Row& row) const
    {
        const std::string base = m_options.ids.empty() ? tierOf(row).base : std::string();
        return base.empty() ? idOf(row) : idOf(row) + " " + base;
    }

    std::string idOf(const Row& row) const
    {
        const bool isClip = m_options.ids.empty() && m_ids.size() == 2;
        if (isClip)
            return fmt::format("{}[{}]", row.cells[m_ids[0]], row.cells[m_ids[1]]);
        std::string name = row.cells[m_ids[0]];
        for (std::size_t i = 1; i < m_ids.size(); ++i)
            name += " " + row.cells[m_ids[i]];
        return name;
    }

    std::string videoOf(const Row& row) const { return m_video ? row.cells[*m_video] : std::string(); }

    std::vector<std::size_t> ratedColumns() const
    {
        std::vector<std::size_t> columns;
        for (std::size_t column = 0; column < m_file.columns.size(); ++column) {
            const bool isId = std::ranges::find(m_ids, column) != m_ids.end();
            if (!isId && !isDescription(m_file.columns[column]))
                columns.push_back(column);
        }
        if (columns.empty())
            throw FormatError(
                "data_invalid", m_file.path.string(),
                fmt::format("has no column of ratings; it has {}", fmt::join(m_file.columns, ", ")));
        return columns;
    }

    std::vector<std::size_t> labelColumns() const
    {
        if (m_options.labels.empty())
            return ratedColumns();
        std::vector<std::size_t> columns;
        for (const std::string& label : m_options.labels)
            columns.push_back(needed(label));
        return columns;
    }

    void addSegment(const Row& row, const std::string& base, const std::string& rater,
                    const std::vector<std::pair<std::size_t, std::size_t>>& labels, Reading& reading) const
    {
        if (!m_start || !m_end)
            return;
        const auto start = finiteNumber(row.cells[*m_start]);
        const auto end = finiteNumber(row.cells[*m_end]);
        if (!start || !end || *end < *start)
            throw FormatError("data_invalid", place(row),
                              fmt::format("'{}' to '{}' is no span of time in seconds", row.cells[*m_start],
                                          row.cells[*m_end]));
        RatedSegments& track = reading.tracks.of(videoOf(row), base, rater);
        track.intervals.push_back({*start, *end});
        for (const auto& [column, label] : labels) {
            auto& marks = track.marks[m_file.columns[column]];
            marks.resize(track.intervals.size() - 1);
            marks.push_back(row.cells[column]);
        }
        for (auto& [label, marks] : track.marks)
            marks.resize(track.intervals.size());
    }

    const DelimitedText& m_file;
    const RatingFileOptions& m_options;
    bool m_isPublished;
    std::optional<std::size_t> m_video;
    std::optional<std::size_t> m_annotator;
    std::optional<std::size_t> m_rater;
    std::optional<std::size_t> m_label;
    std::optional<std::size_t> m_value;
    std::optional<std::size_t> m_pass;
    std::optional<std::size_t> m_presentation;
    std::optional<std::size_t> m_purpose;
    std::optional<std::size_t> m_tier;
    std::optional<std::size_t> m_start;
    std::optional<std::size_t> m_end;
    std::vector<std::size_t> m_ids;
};

}

RatedTier ratedTier(const std::string& tier, const std::string& annotator)
{
    const std::string part = "/" + annotator;
    const auto at = annotator.empty() ? std::string::npos : (tier + "/").find(part + "/");
    return at == std::string::npos ? RatedTier{tier, annotator}
                                   : RatedTier{tier.substr(0, at), tier.substr(at + 1)};
}

std::vector<std::string> ratersOf(const std::vector<std::filesystem::path>& paths)
{
    std::map<std::string, std::size_t> stems;
    for (const auto& path : paths)
        ++stems[path.stem().string()];
    std::vector<std::string> raters;
    for (const auto& path : paths) {
        const std::string stem = path.stem().string();
        raters.push_back(stems[stem] > 1 ? path.string() : stem);
    }
    return raters;
}

RatingTables readRatings(const std::vector<std::filesystem::path>& paths, const RatingFileOptions& options)
{
    std::vector<DelimitedText> files;
    files.reserve(paths.size());
    for (const std::filesystem::path& path : paths)
        files.push_back(readDelimited(path));
    const auto longForms = std::ranges::count_if(
        files, [](const DelimitedText& file) { return file.column("annotator").has_value(); });
    if (longForms > 0 && static_cast<std::size_t>(longForms) < files.size())
        throw FormatError(
            "data_invalid", paths.front().string(),
            "and the other files do not go together: some have a column annotator, some have not");

    Reading reading{RatingCells(options.missing), {}, {}};
    const std::vector<std::string> raters = ratersOf(paths);
    for (std::size_t i = 0; i < files.size(); ++i) {
        const FileReader reader(files[i], options);
        if (reader.isJudgements())
            reader.readJudgements(reading);
        else if (files.size() > 1 || reader.isLong())
            reader.readLong(reading, raters[i]);
        else
            reader.readWide(reading);
    }
    return {reading.cells.tables(options.asWords), reading.tracks.take(), std::move(reading.notes)};
}

}
