#include "engine/formats/tables/csv.h"

#include "engine/annotation/layer_names.h"
#include "engine/annotation/word_sets.h"
#include "engine/core/table_text.h"
#include "engine/core/utf8.h"
#include "engine/formats/common/tier_import.h"
#include "engine/formats/common/time_doubts.h"
#include "engine/formats/input/number_text.h"
#include "engine/formats/tables/csv_writer.h"
#include "engine/formats/tables/table_columns.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fmt/format.h>
#include <iterator>

namespace engine {

namespace {

constexpr const char* kTableTier = "labels"; ///< of tables without a column for it
constexpr int kMostPasses = 1000;
constexpr std::string_view kSettledPurpose = "settled"; ///< of values that settle what annotators said
constexpr std::string_view kEmotions[]{"happy", "sad", "anger", "surprise", "disgust", "fear"};

/// Lines above a table that begin with `#`, also in quotes, as ELAN writes where its file lies.
struct Remarks {
    std::size_t bytes = 0;
    std::size_t lines = 0;
};

Remarks remarksIn(std::string_view text)
{
    Remarks remarks;
    for (;;) {
        const std::string_view rest = text.substr(remarks.bytes);
        if (!rest.starts_with('#') && !rest.starts_with("\"#"))
            return remarks;
        const std::size_t end = rest.find('\n');
        remarks.bytes += end == std::string_view::npos ? rest.size() : end + 1;
        ++remarks.lines;
    }
}

/// Milliseconds since 1970, UTC, of `2026-11-26T20:36:29.512Z`; 0: it is no such time.
std::int64_t millisecondsIn(const std::string& text)
{
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    int hour = 0;
    int minute = 0;
    double second = 0.0;
    if (std::sscanf(text.c_str(), "%d-%u-%uT%d:%d:%lf", &year, &month, &day, &hour, &minute, &second) != 6)
        return 0;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                           std::chrono::day(day)};
    if (!date.ok() || hour < 0 || hour > 23 || minute < 0 || minute > 59 || !(second >= 0.0 && second < 61.0))
        return 0;
    const auto days = std::chrono::sys_days(date).time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(days).count()
        + (hour * 60 + minute) * 60000LL + std::llround(second * 1000.0);
}

/// Seconds of a number or a clock.
std::optional<double> anyTimeIn(const std::string& text)
{
    const auto clock = clockTimeIn(text);
    return clock ? clock : numberIn(text);
}

/// The names that the columns of ELAN's tab-delimited text would have, where it has none: tier, participant,
/// starts, ends and lengths, each in the same one to four forms, and the annotation. Empty: it is no such
/// row.
std::vector<std::string> elanColumns(const TableRow& row)
{
    const std::size_t times = row.cells.size() < 6 ? 0 : row.cells.size() - 3;
    const std::size_t forms = times / 3;
    if (times == 0 || times % 3 != 0 || forms > 4 || anyTimeIn(row.cells[0]))
        return {};
    for (std::size_t form = 0; form < forms; ++form) {
        const auto start = anyTimeIn(row.cells[2 + form]);
        const auto end = anyTimeIn(row.cells[2 + forms + form]);
        const auto length = anyTimeIn(row.cells[2 + 2 * forms + form]);
        if (!start || !end || !length || std::abs(*end - *start - *length) > 0.0015)
            return {};
    }
    const bool isMilliseconds
        = row.cells[2].find_first_of(".:") == std::string::npos; // ELAN's seconds have a point
    std::vector<std::string> names{"tier", "participant"};
    for (const char* time : {"start", "end", "duration"}) {
        for (std::size_t form = 0; form < forms; ++form)
            names.push_back(fmt::format("{} {}", time, isMilliseconds && form == 0 ? "ms" : "s"));
    }
    names.emplace_back("text");
    return names;
}

class LabelTableReader {
public:
    LabelTableReader(const std::filesystem::path& path, const ImportOptions& options)
        : m_import(path, options.times())
        , m_input(readText(path, options.times() * kMostTextBytes))
        , m_head(remarksIn(m_input.text))
        , m_table(std::string_view(m_input.text).substr(m_head.bytes), {.firstLine = m_head.lines + 1})
        , m_video(options.video)
    {
        m_import.notes(m_input.notes);
    }

    ImportedTiers read()
    {
        TableRow row;
        if (!m_table.next(row))
            m_import.fail(0, "is empty");
        checkEnds(row);
        if (m_head.lines > 0)
            m_import.note(fmt::format("{} lines of remarks (#) above the table are not read.", m_head.lines));
        const bool hasNoNames = m_table.separator() == '\t' && !elanColumns(row).empty();
        nameColumns(hasNoNames ? elanColumns(row) : row.cells);
        takeAlignersColumns();
        takeElansColumns();
        takeJudgementsColumns();
        passOver();
        m_isTimed = has(TableColumn::Start) && (has(TableColumn::End) || has(TableColumn::Length));
        if (!m_isTimed)
            refuseUnknownTimes(row.line);
        if (m_isTimed && isInMilliseconds()) {
            m_scale = 0.001;
            m_import.note(
                "The times are whole numbers, as whisper writes milliseconds; they were read as such.");
        }
        if (!m_isTimed && !has(TableColumn::Video) && !has(TableColumn::Clip) && !has(TableColumn::Text))
            m_import.fail(
                row.line,
                "names no columns that a table of labels has (start and end, or video_id and clip_id)");
        for (const TableColumn column : {TableColumn::Start, lastColumn()}) {
            if (const std::size_t place = placeOf(column); m_isTimed)
                m_doubts.column(m_names[place], m_meanings[place].saysUnit || m_scale != 1.0);
        }
        if (hasNoNames)
            readRow(row);
        while (m_table.next(row))
            readRow(row);
        m_import.notes(m_doubts.sentences());
        if (!m_isTimed)
            m_import.note("The table has no times; rows were put one second apart, in their order.");
        ImportedTiers result = m_import.finish();
        for (ExchangedTier& tier : result.content.tiers) {
            takeWordSets(tier);
            addScales(tier);
        }
        return result;
    }

private:
    bool has(TableColumn column) const { return std::ranges::find(m_columns, column) != m_columns.end(); }

    void nameColumns(const std::vector<std::string>& names)
    {
        for (const std::string& name : names) {
            m_names.emplace_back(trimmed(name));
            m_meanings.push_back(meaningOf(m_names.back()));
            m_columns.push_back(m_meanings.back().column);
        }
    }

    /// Tier, …, Annotation between tabs: what ELAN exports.
    void takeElansColumns()
    {
        const auto annotation = std::ranges::find(m_names, "Annotation");
        if (m_table.separator() == '\t' && has(TableColumn::Tier) && !has(TableColumn::Text)
            && annotation != m_names.end())
            m_columns[static_cast<std::size_t>(annotation - m_names.begin())] = TableColumn::Text;
    }

    /// video_id, start, end, rater, label, value, with what is known of each answer: the judgements that the
    /// window writes beside a report, a row for each label. Each pass is a tier.
    void takeJudgementsColumns()
    {
        const auto placeOfName = [this](std::string_view name) {
            return static_cast<std::size_t>(std::ranges::find(m_names, name) - m_names.begin());
        };
        const std::size_t rater = placeOfName("rater");
        m_label = placeOfName("label");
        m_value = placeOfName("value");
        m_isJudgements = std::max({rater, m_label, m_value}) < m_names.size() && has(TableColumn::Video)
            && has(TableColumn::Start) && has(TableColumn::End);
        if (!m_isJudgements)
            return;
        m_pass = placeOfName("pass");
        m_flag = placeOfName("flagged");
        m_presentation = placeOfName("presentation");
        m_purpose = placeOfName("purpose");
        m_when = placeOfName("when");
        m_visible = placeOfName("visible");
        m_judgedTier = placeOfName("tier");
        for (TableColumn& column : m_columns) {
            if (column == TableColumn::Label || column == TableColumn::Text || column == TableColumn::Tier)
                column = TableColumn::Passed;
        }
        m_columns[rater] = TableColumn::Annotator;
    }

    static std::string cellAt(const TableRow& row, std::size_t place)
    {
        return place < row.cells.size() ? row.cells[place] : std::string();
    }

    /// The label of a row of judgements, in the segment that its other labels are in.
    void addJudgement(const TableRow& row, const Interval& times, std::size_t tier, const std::string& video)
    {
        const std::string label = cellAt(row, m_label);
        const std::string value = cellAt(row, m_value);
        const bool isFlagged = cellAt(row, m_flag) == "1";
        const bool saysMore = isFlagged || !cell(row, TableColumn::Comment).empty();
        if (label.empty() != value.empty() || (label.empty() && !saysMore)) {
            m_import.skip(row.line, "has no label or no value");
            return;
        }
        const auto [known, isNew] = m_judged.try_emplace({tier, video, times.start, times.end},
                                                         m_import.tier(tier).segments.size());
        Segment* segment = isNew ? m_import.add(tier, times.start, times.end, {}, row.line)
                                 : &m_import.tier(tier).segments[known->second];
        if (!segment) {
            m_judged.erase(known);
            return;
        }
        if (isNew) {
            segment->comment = cell(row, TableColumn::Comment);
            segment->flagged = isFlagged;
            segment->confidence = numberInCell(cell(row, TableColumn::Confidence));
        }
        if (label.empty())
            return;
        const auto number = numberInCell(value);
        LabelValue given = number && std::isfinite(*number) ? valueOf(*number) : valueOf(value);
        given.by = {m_import.tier(tier).tier.annotator, millisecondsIn(cellAt(row, m_when)), passOf(row),
                    cellAt(row, m_visible)};
        m_import.setLabel(*segment, label, std::move(given));
    }

    int passOf(const TableRow& row) const
    {
        const auto pass = numberIn(cellAt(row, m_pass));
        return pass && *pass >= 1 && *pass < kMostPasses ? static_cast<int>(*pass) : 1;
    }

    /// The tier that the answers of a row's annotator, pass and purpose are kept in: `labels/anna/2`.
    std::string layerOf(const TableRow& row) const
    {
        const std::string cellOfTier = cellAt(row, m_judgedTier);
        const std::string of = cellOfTier.empty() ? kTableTier : cellOfTier;
        const std::string annotator = cell(row, TableColumn::Annotator);
        const std::string purpose = cellAt(row, m_purpose);
        if (purpose == kSettledPurpose)
            return settledLayer(of, annotator).name;
        const Layer judging
            = annotatorLayer(of, annotator, passOf(row),
                             presentationOf(cellAt(row, m_presentation)).value_or(Presentation::All));
        for (const LayerPurpose other : {LayerPurpose::Repeat, LayerPurpose::Training}) {
            if (purpose == engine::name(other))
                return layerFor(judging, other).name;
        }
        return judging.name;
    }

    /// Of several columns for one time the first that is read is taken.
    void passOver()
    {
        for (const TableColumn time : {TableColumn::Start, TableColumn::End, TableColumn::Length}) {
            const auto first = std::ranges::find(m_columns, time);
            if (first != m_columns.end())
                std::replace(first + 1, m_columns.end(), time, TableColumn::Passed);
        }
    }

    /// Begin, End, Label, Type, Speaker: words and phones of the Montreal Forced Aligner.
    void takeAlignersColumns()
    {
        const auto named = [this](std::string_view name) {
            const auto found = std::ranges::find(m_names, name, inLowerCase);
            return found == m_names.end() ? m_columns.end() : m_columns.begin() + (found - m_names.begin());
        };
        if (!has(TableColumn::Start) || !has(TableColumn::End) || has(TableColumn::Text)
            || named("label") == m_columns.end() || named("type") == m_columns.end())
            return;
        *named("label") = TableColumn::Text;
        *named("type") = TableColumn::Tier;
    }

    /// Times that are there, and not understood, are not made up.
    void refuseUnknownTimes(std::size_t line)
    {
        for (const std::string& name : m_names) {
            std::string known = inLowerCase(name);
            if (const std::size_t place = known.find("sentiment"); place != std::string::npos)
                known.erase(place, 9); // there is "time" in it
            for (const std::string_view part : {"start", "begin", "onset", "time", "tmin", "tmax"}) {
                if (known.find(part) != std::string::npos)
                    m_import.fail(
                        line,
                        "has times in a column '" + name
                            + "' that is not known, or not all of them; start and end, or duration, are");
            }
        }
    }

    /// A table of tabs with start, end, text and nothing else, whose times are all whole numbers.
    bool isInMilliseconds() const
    {
        const bool saysUnit
            = std::ranges::any_of(m_meanings, [](const ColumnMeaning& meaning) { return meaning.saysUnit; });
        if (m_table.separator() != '\t' || saysUnit
            || m_columns != std::vector{TableColumn::Start, TableColumn::End, TableColumn::Text})
            return false;
        TableReader table(std::string_view(m_input.text).substr(m_head.bytes));
        TableRow row;
        table.next(row);
        bool isAny = false;
        while (table.next(row)) {
            for (std::size_t i = 0; i < 2 && i < row.cells.size(); ++i) {
                const std::string_view time = trimmed(row.cells[i]);
                if (time.empty() || time.find_first_not_of("0123456789") != std::string_view::npos)
                    return false;
                isAny = isAny || time.size() > 3; // seconds that are whole are rarely beyond a thousand
            }
        }
        return isAny;
    }

    std::size_t placeOf(TableColumn column) const
    {
        return static_cast<std::size_t>(std::ranges::find(m_columns, column) - m_columns.begin());
    }
    /// Which tells where a segment ends.
    TableColumn lastColumn() const { return has(TableColumn::End) ? TableColumn::End : TableColumn::Length; }

    std::string cell(const TableRow& row, TableColumn column) const
    {
        const std::size_t place = placeOf(column);
        return place < m_columns.size() && place < row.cells.size() ? row.cells[place] : std::string();
    }

    void checkEnds(const TableRow& row) const
    {
        if (row.isTooLong || row.isOpen)
            m_import.fail(row.line, "has a cell without an end");
    }

    /// Without empty ones at the end, which spreadsheets leave.
    static std::size_t cellCount(const TableRow& row)
    {
        std::size_t count = row.cells.size();
        while (count > 0 && trimmed(row.cells[count - 1]).empty())
            --count;
        return count;
    }

    void readRow(const TableRow& row)
    {
        checkEnds(row);
        if (const std::size_t cells = cellCount(row); cells > m_columns.size()) {
            m_import.skip(row.line,
                          fmt::format("has {} cells, and the table {} columns", cells, m_columns.size()));
            return;
        }
        const std::string video = cell(row, TableColumn::Video);
        if (!m_video.empty() && video != m_video)
            return;
        const auto times = timesOf(row, video);
        if (!times) {
            m_import.skip(row.line, "has no times");
            return;
        }
        const std::size_t tier = tierOf(row, video);
        m_import.tier(tier).timesAreInvented = !m_isTimed;
        if (m_isJudgements)
            return addJudgement(row, *times, tier, video);
        Segment* segment
            = m_import.add(tier, times->start, times->end, cell(row, TableColumn::Text), row.line);
        if (!segment)
            return;
        segment->comment = cell(row, TableColumn::Comment);
        if (const auto confidence = numberInCell(cell(row, TableColumn::Confidence));
            confidence && std::isfinite(*confidence))
            segment->confidence = *confidence;
        for (std::size_t i = 0; i < std::min(m_columns.size(), row.cells.size()); ++i) {
            if ((m_columns[i] != TableColumn::Label && m_columns[i] != TableColumn::Clip)
                || row.cells[i].empty())
                continue;
            const auto number = numberInCell(row.cells[i]);
            const bool isNumber = number && std::isfinite(*number) && m_columns[i] == TableColumn::Label;
            m_import.setLabel(*segment, m_names[i], isNumber ? valueOf(*number) : valueOf(row.cells[i]));
        }
    }

    std::optional<Interval> timesOf(const TableRow& row, const std::string& video)
    {
        if (!m_isTimed) {
            const auto index = static_cast<double>(m_rows[video]++);
            return Interval{index, index + 1.0};
        }
        const auto start = timeIn(row, TableColumn::Start);
        const auto end = timeIn(row, lastColumn());
        if (!start || !end)
            return std::nullopt;
        const Interval times{*start, has(TableColumn::End) ? *end : decimalSum(*start, *end)};
        m_doubts.length(times.length());
        return times;
    }

    /// Decimal commas stand where commas do not part the cells.
    std::optional<double> numberInCell(const std::string& text) const
    {
        const auto number = numberIn(text);
        return number || m_table.separator() == ',' ? number : commaNumberIn(text);
    }

    /// A number in the column's unit, or hours, minutes and seconds.
    std::optional<double> timeIn(const TableRow& row, TableColumn column)
    {
        const std::string text = cell(row, column);
        const ColumnMeaning& meaning = m_meanings[placeOf(column)];
        const bool isUnsaid = !meaning.saysUnit && m_scale == 1.0;
        if (const auto clock = clockTimeIn(text)) {
            if (isUnsaid)
                m_doubts.time(text, /*isClock=*/true);
            return clock;
        }
        const auto number = numberInCell(text);
        if (number && isUnsaid)
            m_doubts.time(text, /*isClock=*/false);
        const double scale = meaning.saysUnit ? meaning.scale : m_scale;
        if (!number || scale == 1.0)
            return number;
        return std::round(*number * 1e6)
            / (1e6 / scale); // as the nearest double: 0.3, not 0.30000000000000004
    }

    std::size_t tierOf(const TableRow& row, const std::string& video)
    {
        const std::string name = m_isJudgements ? layerOf(row) : cell(row, TableColumn::Tier);
        const std::string annotator = cell(row, TableColumn::Annotator);
        const std::string participant = cell(row, TableColumn::Participant);
        const auto [found, isNew]
            = m_tiers.try_emplace({video, name, annotator, participant}, m_import.tierCount());
        if (isNew) {
            Tier tier;
            tier.video = video;
            tier.name = m_isJudgements || has(TableColumn::Tier) ? name : kTableTier;
            tier.annotator = annotator;
            m_import.tier(m_import.addTier(std::move(tier))).tier.participant = participant;
        }
        return found->second;
    }

    /// A column whose cells are all arrays of texts is a label of sets of words.
    static void takeWordSets(ExchangedTier& tier)
    {
        std::map<std::string, std::size_t> arrays;
        std::set<std::string> others;
        for (const Segment& segment : tier.segments) {
            for (const auto& [name, value] : segment.values) {
                const auto* text = std::get_if<std::string>(&value.value);
                if (text && wordsFromJson(*text))
                    ++arrays[name];
                else
                    others.insert(name);
            }
        }
        std::erase_if(arrays, [&](const auto& each) { return others.contains(each.first); });
        for (const auto& [name, count] : arrays) {
            if (!tier.tier.label(name))
                tier.tier.labels.push_back({name, FreeText{WordList{}}});
            for (Segment& segment : tier.segments) {
                if (const auto given = segment.values.find(name); given != segment.values.end())
                    given->second.value = *wordsFromJson(std::get<std::string>(given->second.value));
            }
        }
    }

    /// Of columns that hold numbers alone, in their order.
    void addScales(ExchangedTier& tier) const
    {
        std::map<std::string, NumberScale> scales;
        std::set<std::string> texts;
        for (const Segment& segment : tier.segments) {
            for (const auto& [name, value] : segment.values) {
                const double* number = std::get_if<double>(&value.value);
                if (!number) {
                    texts.insert(name);
                    continue;
                }
                const bool isEmotion = std::ranges::find(kEmotions, name) != std::end(kEmotions);
                NumberScale& scale
                    = scales.try_emplace(name, NumberScale{isEmotion ? 0.0 : -3.0, 3.0, 0.0}).first->second;
                scale.least = std::min(scale.least, std::floor(*number));
                scale.greatest = std::max(scale.greatest, std::ceil(*number));
            }
        }
        for (const std::string& name : m_names) {
            const auto scale = scales.find(name);
            if (scale != scales.end() && !texts.contains(name) && !tier.tier.label(name))
                tier.tier.labels.push_back({name, scale->second});
        }
    }

    TierImport m_import;
    TextInput m_input;
    Remarks m_head;
    TableReader m_table;
    std::string m_video;
    std::vector<std::string> m_names;
    std::vector<TableColumn> m_columns;
    std::vector<ColumnMeaning> m_meanings;
    bool m_isTimed = false;
    TimeDoubts m_doubts;
    double m_scale = 1.0; ///< seconds in a unit of the table's times
    std::map<std::string, std::size_t> m_rows; ///< by video, of tables without times
    bool m_isJudgements = false;
    std::size_t m_label = 0; ///< places of columns of judgements
    std::size_t m_value = 0;
    std::size_t m_pass = 0;
    std::size_t m_flag = 0;
    std::size_t m_presentation = 0;
    std::size_t m_purpose = 0;
    std::size_t m_when = 0;
    std::size_t m_visible = 0;
    std::size_t m_judgedTier = 0;
    /// The place of a segment in its tier, by tier, video, start and end.
    std::map<std::tuple<std::size_t, std::string, double, double>, std::size_t> m_judged;
    /// By video, name, annotator and participant.
    std::map<std::tuple<std::string, std::string, std::string, std::string>, std::size_t> m_tiers;
};

ImportedTiers readTable(const std::filesystem::path& path, const ImportOptions& options)
{
    return LabelTableReader(path, options).read();
}

/// Whether the first line names columns of ours.
bool resemblesTable(std::string_view beginning)
{
    TableReader table(beginning.substr(remarksIn(beginning).bytes));
    TableRow row;
    if (!table.next(row) || row.cells.size() < 2)
        return false;
    if (table.separator() == '\t' && !elanColumns(row).empty())
        return true;
    const auto known = std::ranges::count_if(
        row.cells, [](const std::string& cell) { return columnOf(cell) != TableColumn::Label; });
    return known >= 2;
}

}

const Format& csvFormat()
{
    static const Format format{"csv",     "CSV label table",  {".csv", ".tsv"}, resemblesTable,
                               readTable, lossesOfLabelTable, writeLabelTable};
    return format;
}

}
