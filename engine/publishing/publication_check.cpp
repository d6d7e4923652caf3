#include "engine/core/delimited_text.h"
#include "engine/core/error.h"
#include "engine/core/sha256.h"
#include "engine/publishing/publication.h"
#include "engine/publishing/publication_files.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace engine {

namespace {

namespace fs = std::filesystem;

class PublicationCheck {
public:
    PublicationCheck(const fs::path& folder, const RunContext& run) : m_folder(folder), m_run(run) { }

    PublicationReport check()
    {
        checkSums();
        const std::optional<DelimitedText> labels = table("labels.csv"), votes = table("votes.csv"),
                                           splits = table("splits.csv");
        const std::set<std::string> units = labels ? cells(*labels, "unit") : std::set<std::string>();
        if (labels && votes)
            checkUnits(*votes, "votes.csv", units);
        if (labels && splits)
            checkUnits(*splits, "splits.csv", units);
        if (splits)
            checkGroups(*splits);
        if (labels && votes && splits)
            checkLabels(*labels, *votes, *splits);
        checkComparisons();
        return std::move(m_report);
    }

private:
    void find(const char* code, const std::string& place, const std::string& message)
    {
        m_report.findings.push_back({Finding::Severity::Invalid, code, place, message});
    }

    void checkSums()
    {
        std::set<std::string> listed;
        const std::vector<PublicationSum> sums = readSums(m_folder / kPublicationSums);
        for (std::size_t i = 0; i < sums.size(); ++i) {
            m_run.tick(i, sums.size());
            const fs::path file = m_folder / sums[i].path;
            listed.insert(sums[i].path);
            std::error_code error;
            if (!fs::is_regular_file(fs::symlink_status(file, error))) {
                find("file_missing", sums[i].path, "The file is not there.");
                continue;
            }
            const std::string sum = hexadecimal(sha256OfFile(file, m_run));
            if (sum != sums[i].sha256)
                find("file_changed", sums[i].path,
                     "The file is not as it was published: its SHA-256 is " + sum + ".");
            m_report.files.push_back({sums[i].path, fs::file_size(file), sum});
        }
        for (const std::string& file : filesBelow(m_folder)) {
            if (file != kPublicationSums && !listed.contains(file))
                find("file_unlisted", file, "The file is in no sum: it was added later.");
        }
    }

    std::optional<DelimitedText> table(const char* name)
    {
        try {
            return readDelimited(m_folder / name);
        } catch (const Error& error) {
            find("table_unreadable", name, error.what());
            return std::nullopt;
        }
    }

    std::set<std::string> cells(const DelimitedText& table, const char* column)
    {
        std::set<std::string> cells;
        const auto at = table.column(column);
        if (!at)
            find("table_unreadable", table.path.filename().string(),
                 fmt::format("It has no column {}.", column));
        for (const DelimitedText::Row& row : table.rows) {
            if (at)
                cells.insert(row.cells[*at]);
        }
        return cells;
    }

    void checkUnits(const DelimitedText& table, const std::string& name, const std::set<std::string>& units)
    {
        std::size_t unknown = 0;
        std::string first;
        for (const std::string& unit : cells(table, "unit")) {
            if (!units.contains(unit) && unknown++ == 0)
                first = unit;
        }
        if (unknown > 0)
            find("unit_unknown", name,
                 fmt::format("{} units are not in labels.csv, the first is {}.", unknown, first));
    }

    void checkGroups(const DelimitedText& splits)
    {
        const auto group = splits.column("group"), split = splits.column("split");
        if (!group || !split)
            return;
        std::map<std::string, std::set<std::string>> splitsOf;
        for (const DelimitedText::Row& row : splits.rows)
            splitsOf[row.cells[*group]].insert(row.cells[*split]);
        for (const auto& [name, in] : splitsOf) {
            if (in.size() > 1)
                m_report.findings.push_back({Finding::Severity::Warning, "group_cut", "splits.csv: " + name,
                                             "A group lies in several splits."});
        }
    }

    /// Each unit's split and count of votes in labels.csv beside what the other tables say.
    void checkLabels(const DelimitedText& labels, const DelimitedText& votes, const DelimitedText& splits)
    {
        const auto unit = labels.column("unit"), label = labels.column("label"),
                   split = labels.column("split"), count = labels.column("n");
        if (!unit || !label || !split || !count)
            return;
        std::map<std::string, std::string> splitOf;
        const auto listed = splits.column("unit"), listedSplit = splits.column("split");
        for (const DelimitedText::Row& row : splits.rows) {
            if (listed && listedSplit)
                splitOf[row.cells[*listed]] = row.cells[*listedSplit];
        }
        const std::map<std::pair<std::string, std::string>, std::size_t> counted = firstVotes(votes);
        for (const DelimitedText::Row& row : labels.rows) {
            const std::string place = "labels.csv: " + row.cells[*unit] + ", " + row.cells[*label];
            if (const auto said = splitOf.find(row.cells[*unit]);
                said != splitOf.end() && said->second != row.cells[*split])
                find("tables_differ", place, "splits.csv says another split.");
            const auto found = counted.find({row.cells[*unit], row.cells[*label]});
            if (row.cells[*count] != fmt::format("{}", found == counted.end() ? 0 : found->second))
                find("tables_differ", place, "votes.csv has another number of answers.");
        }
    }

    /// Each comparison that has scores has answers, too.
    void checkComparisons()
    {
        if (!fs::exists(m_folder / "comparison_scores.csv"))
            return;
        const std::optional<DelimitedText> answers = table("comparisons.csv"),
                                           scores = table("comparison_scores.csv");
        if (!answers || !scores)
            return;
        const std::set<std::string> known = cells(*answers, "comparison");
        for (const std::string& comparison : cells(*scores, "comparison")) {
            if (!known.contains(comparison))
                find("tables_differ", "comparison_scores.csv: " + comparison,
                     "comparisons.csv has no answer of it.");
        }
    }

    /// How many people's first judging answer there is, by unit and label.
    static std::map<std::pair<std::string, std::string>, std::size_t> firstVotes(const DelimitedText& votes)
    {
        std::map<std::pair<std::string, std::string>, std::set<std::string>> raters;
        const auto unit = votes.column("unit"), label = votes.column("label"), rater = votes.column("rater"),
                   pass = votes.column("pass"), purpose = votes.column("purpose");
        for (const DelimitedText::Row& row : votes.rows) {
            if (unit && label && rater && pass && purpose && row.cells[*pass] == "1"
                && row.cells[*purpose] == "judging")
                raters[{row.cells[*unit], row.cells[*label]}].insert(row.cells[*rater]);
        }
        std::map<std::pair<std::string, std::string>, std::size_t> counts;
        for (const auto& [key, people] : raters)
            counts[key] = people.size();
        return counts;
    }

    const fs::path& m_folder;
    const RunContext& m_run;
    PublicationReport m_report;
};

}

PublicationReport verifyPublication(const fs::path& folder, const RunContext& run)
{
    return PublicationCheck(folder, run).check();
}

}
