#include "engine/publishing/published_comparisons.h"

#include "engine/open_words/comparison_figures.h"
#include "engine/publishing/table_lines.h"

#include <fmt/ranges.h>
#include <tuple>

namespace engine {

namespace {

/// `c01`
std::string comparisonCode(std::size_t place)
{
    return fmt::format("c{:02}", place + 1);
}

/// What segments are called: the id of the unit that lies there.
class ClipNames {
public:
    explicit ClipNames(const PublishedStudy& study)
    {
        for (const PublishedUnit& unit : study.units)
            m_units[keyOf(unit.video, unit.span)] = unit.id;
    }
    std::string of(const ComparisonPass::Clip& clip) const
    {
        const auto unit = m_units.find(keyOf(clip.video, clip.span));
        return unit == m_units.end() ? clipName(clip) : unit->second;
    }
    std::string item(const ComparisonPass& pass, std::size_t item) const
    {
        return pass.kind == ComparisonKind::Texts ? pass.itemName(item) : of(pass.clips[item]);
    }

private:
    using Key = std::tuple<std::string, std::int64_t, std::int64_t>;
    static Key keyOf(const std::string& video, const Interval& span)
    {
        return {video, TimePoint::ofSeconds(span.start).ticks, TimePoint::ofSeconds(span.end).ticks};
    }

    std::map<Key, std::string> m_units;
};

std::string answersTable(const PublishedStudy& study, const ClipNames& names, const TableWishes& wishes)
{
    TableLines lines(
        {"comparison", "kind", "rater", "pass", "step_of_pass", "given_at", "unit", "items", "best", "worst"},
        wishes.guardsCells);
    for (std::size_t place = 0; place < study.comparisons.size(); ++place) {
        const auto& [pass, rater] = study.comparisons[place];
        std::size_t step = 0;
        for (const ComparisonPass::Answer& answer : pass.answers) {
            std::vector<std::string> shown;
            for (const std::size_t item : answer.shown)
                shown.push_back(names.item(pass, item));
            lines.add(comparisonCode(place))
                .add(name(pass.kind))
                .add(study.raterCode(rater))
                .add(static_cast<std::size_t>(pass.number))
                .add(++step)
                .add(utcTime(answer.when))
                .add(answer.clip ? names.of(pass.clips[*answer.clip]) : std::string())
                .add(fmt::format("{}", fmt::join(shown, "; ")))
                .add(answer.best ? shown[*answer.best] : std::string())
                .add(answer.worst ? shown[*answer.worst] : std::string())
                .end();
        }
    }
    return lines.take();
}

std::string scoresTable(const PublishedStudy& study, const ClipNames& names, const TableWishes& wishes)
{
    TableLines lines({"comparison", "item", "score", "strength", "deviation", "answers"}, wishes.guardsCells);
    for (std::size_t place = 0; place < study.comparisons.size(); ++place) {
        const ComparisonPass& pass = study.comparisons[place].pass;
        for (const ComparisonFigures::Row& row : comparisonFigures(pass).rows)
            lines.add(comparisonCode(place))
                .add(names.item(pass, row.item))
                .add(row.score)
                .add(row.strength)
                .add(row.deviation)
                .add(row.answers)
                .end();
    }
    return lines.take();
}

/// Empty: no texts were compared.
std::string textsTable(const PublishedStudy& study, const ClipNames& names, const TableWishes& wishes)
{
    TableLines lines({"comparison", "unit", "source", "text"}, wishes.guardsCells);
    bool isEmpty = true;
    for (std::size_t place = 0; place < study.comparisons.size(); ++place) {
        const ComparisonPass& pass = study.comparisons[place].pass;
        for (const ComparisonPass::Clip& clip : pass.clips) {
            for (std::size_t source = 0; source < clip.texts.size(); ++source) {
                if (clip.texts[source].empty())
                    continue;
                isEmpty = false;
                lines.add(comparisonCode(place))
                    .add(names.of(clip))
                    .add(pass.sources[source])
                    .add(clip.texts[source])
                    .end();
            }
        }
    }
    return isEmpty ? std::string() : lines.take();
}

std::string kindText(ComparisonKind kind)
{
    switch (kind) {
    case ComparisonKind::Preference:
        return "which of two segments";
    case ComparisonKind::BestWorst:
        return "best and worst of four segments";
    case ComparisonKind::Texts:
        break;
    }
    return "which of two texts of a segment";
}

}

std::map<std::string, std::string> comparisonTables(const PublishedStudy& study, const TableWishes& wishes)
{
    if (study.comparisons.empty())
        return {};
    const ClipNames names(study);
    std::map<std::string, std::string> tables{{"comparisons.csv", answersTable(study, names, wishes)},
                                              {"comparison_scores.csv", scoresTable(study, names, wishes)}};
    if (std::string texts = textsTable(study, names, wishes); !texts.empty())
        tables["comparison_texts.csv"] = std::move(texts);
    return tables;
}

std::vector<PublishedFacts::OfComparison> factsOfComparisons(const PublishedStudy& study)
{
    std::vector<PublishedFacts::OfComparison> facts;
    for (std::size_t place = 0; place < study.comparisons.size(); ++place) {
        const auto& [pass, rater] = study.comparisons[place];
        const ComparisonFigures figures = comparisonFigures(pass);
        facts.push_back({comparisonCode(place), kindText(pass.kind), study.raterCode(rater),
                         figures.rows.size(), pass.answers.size(),
                         figures.halves ? figures.halves->correlation : std::nullopt});
    }
    return facts;
}

}
