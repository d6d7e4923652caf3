#include "engine/agreement_reports/perspectives.h"

#include "engine/agreement/commonest.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>

namespace engine {

namespace {

constexpr std::string_view kSelfEnding = "_self";
constexpr std::string_view kUsualTierEnding = " labels"; // of units whose tier need not be named

/// A unit's name without what tells the perspective, and which it is.
struct BareUnit {
    std::string name;
    bool isSelf = false;
};

BareUnit bareUnit(std::string name)
{
    BareUnit bare{std::move(name), false};
    for (std::size_t at = bare.name.find(kSelfEnding); at != std::string::npos;
         at = bare.name.find(kSelfEnding, at)) {
        const std::size_t end = at + kSelfEnding.size();
        const bool isWord = end == bare.name.size() || bare.name[end] == ' ';
        if (!isWord) {
            at = end;
            continue;
        }
        bare.isSelf = bare.isSelf || end == bare.name.size();
        bare.name.erase(at, kSelfEnding.size());
    }
    if (bare.name.ends_with(kUsualTierEnding))
        bare.name.resize(bare.name.size() - kUsualTierEnding.size());
    return bare;
}

/// The units of one perspective.
RatingTable partOf(const RatingTable& table, bool isSelf)
{
    std::vector<std::string> units, videos;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < table.units().size(); ++i) {
        if (bareUnit(table.units()[i]).isSelf != isSelf)
            continue;
        places.push_back(i);
        units.push_back(table.units()[i]);
        if (!table.videos().empty())
            videos.push_back(table.videos()[i]);
    }
    RatingTable part(isSelf ? table.label() + ", self" : table.label(), units, table.raters(), videos);
    if (table.isNominal())
        part.setCategories(table.categories());
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t rater = 0; rater < table.raters().size(); ++rater)
            part.setValue(i, rater, table.value(places[i], rater));
    }
    return part;
}

std::optional<double> told(const RatingTable& table, std::size_t unit)
{
    const std::vector<double> values = table.valuesOf(unit);
    if (!table.isNominal())
        return table.mean(unit);
    const std::vector<double> most = commonestOf(values);
    return most.size() == 1 ? std::optional(most.front()) : std::nullopt;
}

/// The same value by the numbers of other categories.
std::optional<double> inCategories(std::optional<double> value, const RatingTable& from,
                                   const std::vector<std::string>& categories)
{
    if (!value || !from.isNominal())
        return value;
    const auto place = std::ranges::find(categories, from.text(*value));
    return place == categories.end() ? std::nullopt
                                     : std::optional(static_cast<double>(place - categories.begin()));
}

double nearest(const std::set<double>& values, double value)
{
    const auto above = values.lower_bound(value);
    if (above == values.begin())
        return *above;
    const double below = *std::prev(above);
    return above == values.end() || value - below <= *above - value ? below : *above;
}

std::set<double> valuesIn(const RatingTable& table)
{
    std::set<double> values;
    for (std::size_t unit = 0; unit < table.units().size(); ++unit) {
        for (const double value : table.valuesOf(unit))
            values.insert(value);
    }
    return values;
}

/// `labels: sentiment` of `labels_self: sentiment`; empty: the label names no tier of that perspective.
std::string observedLabel(const std::string& label)
{
    const std::size_t colon = label.find(": ");
    const std::string tier = observedTier(label.substr(0, colon));
    return tier.empty() || colon == std::string::npos ? tier : tier + label.substr(colon);
}

}

std::string observedTier(std::string_view tier)
{
    return tier.size() > kSelfEnding.size() && tier.ends_with(kSelfEnding)
        ? std::string(tier.substr(0, tier.size() - kSelfEnding.size()))
        : std::string();
}

PerspectivePair perspectivePair(const std::string& label, const RatingTable& observers,
                                const RatingTable& self)
{
    std::map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < observers.units().size(); ++i)
        seen.emplace(bareUnit(observers.units()[i]).name, i);
    std::vector<std::string> categories = observers.categories();
    for (const std::string& category : self.categories()) {
        if (std::ranges::find(categories, category) == categories.end())
            categories.push_back(category);
    }
    struct Both {
        std::string unit;
        std::string video;
        double observed;
        double own;
    };
    std::vector<Both> rows;
    for (std::size_t i = 0; i < self.units().size(); ++i) {
        const BareUnit bare = bareUnit(self.units()[i]);
        const auto place = seen.find(bare.name);
        if (place == seen.end())
            continue;
        const auto observed = inCategories(told(observers, place->second), observers, categories);
        const auto own = inCategories(told(self, i), self, categories);
        if (observed && own)
            rows.push_back(
                {bare.name, self.videos().empty() ? std::string() : self.videos()[i], *observed, *own});
    }
    std::vector<std::string> units, videos;
    for (const Both& row : rows) {
        units.push_back(row.unit);
        videos.push_back(row.video);
    }
    PerspectivePair pair{label, RatingTable(label, units, {"observer", "self"}, videos), {}};
    if (!categories.empty())
        pair.beside.setCategories(categories);
    pair.steps = pair.beside;
    std::set<double> steps = valuesIn(observers);
    steps.merge(valuesIn(self));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        pair.beside.setValue(i, 0, rows[i].observed);
        pair.beside.setValue(i, 1, rows[i].own);
        const bool isNumber = categories.empty();
        pair.steps.setValue(i, 0, isNumber ? nearest(steps, rows[i].observed) : rows[i].observed);
        pair.steps.setValue(i, 1, isNumber ? nearest(steps, rows[i].own) : rows[i].own);
    }
    return pair;
}

Perspectives byPerspective(const std::vector<RatingTable>& tables)
{
    Perspectives found;
    for (const RatingTable& table : tables) {
        const auto isSelf = [](const std::string& unit) { return bareUnit(unit).isSelf; };
        const bool hasSelf = std::ranges::any_of(table.units(), isSelf);
        const bool hasObservers = std::ranges::any_of(table.units(), std::not_fn(isSelf));
        if (hasSelf && hasObservers) {
            found.tables.push_back(partOf(table, false));
            found.tables.push_back(partOf(table, true));
            found.pairs.push_back(
                perspectivePair(table.label(), found.tables[found.tables.size() - 2], found.tables.back()));
            continue;
        }
        found.tables.push_back(table);
        const std::string observed = observedLabel(table.label());
        const auto other = std::ranges::find(tables, observed, &RatingTable::label);
        if (!observed.empty() && other != tables.end())
            found.pairs.push_back(perspectivePair(observed, *other, table));
    }
    std::erase_if(found.pairs, [](const PerspectivePair& pair) { return pair.beside.units().empty(); });
    return found;
}

}
