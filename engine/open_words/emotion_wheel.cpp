#include "engine/open_words/emotion_wheel.h"

#include "engine/core/table_text.h"
#include "engine/core/utf8.h"

#include <algorithm>

namespace engine {

namespace {

using WheelNames = std::map<std::string, std::string>; // a word → its name at the level

WheelNames namesOf(const WheelRows& rows, int level)
{
    std::map<std::string, std::map<std::string, std::vector<std::string>>> tree;
    std::vector<std::string> middle; // of level 1, in the order of the rows
    for (const auto& [first, second, third] : rows) {
        const std::string outer = wheelWord(first);
        if (!tree.contains(outer))
            middle.push_back(outer);
        tree[outer][wheelWord(second)].push_back(wheelWord(third));
    }
    std::map<std::string, std::vector<std::string>> seconds; // in the order of the rows, each once
    for (const auto& [first, second, third] : rows) {
        std::vector<std::string>& own = seconds[wheelWord(first)];
        if (std::ranges::find(own, wheelWord(second)) == own.end())
            own.push_back(wheelWord(second));
    }
    WheelNames names; // a word that occurs twice has the name of its last place
    for (const std::string& first : middle) {
        names[first] = level == 1 ? first : tree[first].begin()->first;
        for (const std::string& second : seconds[first]) {
            const std::string& name = level == 1 ? first : second;
            names[second] = name;
            for (const std::string& third : tree[first][second])
                names[third] = name;
        }
    }
    return names;
}

/// The words of any wheel that a word may stand for, in alphabetical order.
TermSet meaningsOf(const std::string& word, const WheelTables& tables)
{
    TermSet meanings;
    const auto forms = tables.forms.find(wheelWord(word));
    if (forms == tables.forms.end())
        return meanings;
    for (const std::string& form : forms->second) {
        if (const auto found = tables.synonyms.find(form); found != tables.synonyms.end())
            meanings.insert(found->second.begin(), found->second.end());
    }
    return meanings;
}

TermSet onWheel(const TermSet& words, const WheelTables& tables, const WheelNames& names)
{
    TermSet placed;
    for (const std::string& word : words) {
        for (const std::string& meaning : meaningsOf(word, tables)) {
            if (const auto name = names.find(meaning); name != names.end()) {
                placed.insert(name->second);
                break;
            }
        }
    }
    return placed;
}

}

std::string wheelWord(const std::string& text)
{
    return inLowerCase(trimmedCell(text));
}

std::optional<WheelPlace> wheelPlace(const std::string& word, const WheelTables& tables)
{
    for (std::size_t wheel = 0; wheel < tables.wheels.size(); ++wheel) {
        const TermSet names = onWheel({word}, tables, namesOf(tables.wheels[wheel], 1));
        if (names.empty())
            continue;
        std::vector<std::string> middle; // of level 1, each once
        for (const auto& row : tables.wheels[wheel]) {
            if (const std::string name = wheelWord(row[0]); std::ranges::find(middle, name) == middle.end())
                middle.push_back(name);
        }
        const auto place = std::ranges::find(middle, *names.begin()) - middle.begin();
        return WheelPlace{wheel, *names.begin(), static_cast<std::size_t>(place)};
    }
    return std::nullopt;
}

WheelScores wheelScores(const std::vector<SaidWords>& units, const WheelTables& tables, int level)
{
    WheelScores scores;
    std::vector<WheelNames> wheels;
    for (const WheelRows& rows : tables.wheels)
        wheels.push_back(namesOf(rows, level));
    for (const auto& [truth, said] : units) {
        for (const TermSet& words : {truth, said}) {
            for (const std::string& word : words) {
                bool isKnown = false;
                for (const WheelNames& names : wheels)
                    isKnown = isKnown || !onWheel({word}, tables, names).empty();
                if (!isKnown)
                    ++scores.dropped[wheelWord(word)];
            }
        }
    }
    for (const WheelNames& names : wheels) {
        std::vector<SaidWords> placed;
        placed.reserve(units.size());
        for (const auto& [truth, said] : units)
            placed.push_back({onWheel(truth, tables, names), onWheel(said, tables, names)});
        scores.wheels.push_back(setScores(placed));
        if (!scores.wheels.back().undefined.empty())
            scores.mean.undefined = scores.wheels.back().undefined;
    }
    if (wheels.empty())
        scores.mean.undefined = {"There is no wheel."};
    if (!scores.mean.undefined.empty())
        return scores;
    const auto count = static_cast<double>(wheels.size());
    for (const SetScores& wheel : scores.wheels) {
        scores.mean.precision += wheel.precision / count;
        scores.mean.recall += wheel.recall / count;
        scores.mean.f += wheel.f / count;
    }
    scores.mean.units = scores.wheels.front().units;
    return scores;
}

}
