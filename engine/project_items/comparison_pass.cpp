#include "engine/project_items/comparison_pass.h"

#include "engine/core/json_text.h"
#include "engine/core/text_file.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

using nlohmann::json;

constexpr std::array kKinds{std::pair{ComparisonKind::Preference, "preference"},
                            std::pair{ComparisonKind::BestWorst, "best-worst"},
                            std::pair{ComparisonKind::Texts, "texts"}};

json toJson(const ComparisonPass::Answer& answer)
{
    json content{{"shown", answer.shown}, {"when", answer.when}, {"best", nullptr}};
    if (answer.best)
        content["best"] = *answer.best;
    if (answer.worst)
        content["worst"] = *answer.worst;
    if (answer.clip)
        content["clip"] = *answer.clip;
    return content;
}

/// @throws json::exception
ComparisonPass::Answer answerIn(const json& content)
{
    ComparisonPass::Answer answer{
        content.at("shown").get<std::vector<std::size_t>>(), {}, {}, content.value("when", std::int64_t{0})};
    if (!content.at("best").is_null())
        answer.best = content["best"].get<std::size_t>();
    if (content.contains("worst"))
        answer.worst = content["worst"].get<std::size_t>();
    if (content.contains("clip"))
        answer.clip = content["clip"].get<std::size_t>();
    return answer;
}

bool isWhole(const ComparisonPass& pass, const ComparisonPass::Answer& answer)
{
    const bool isOfTexts = pass.kind == ComparisonKind::Texts;
    return answer.shown.size() > 1 && answer.best.value_or(0) < answer.shown.size()
        && answer.worst.value_or(0) < answer.shown.size() && answer.clip.has_value() == isOfTexts
        && answer.clip.value_or(0) < pass.clips.size()
        && (pass.kind != ComparisonKind::BestWorst || (answer.best && answer.worst));
}

/// Whether all places are there that the pass speaks of.
bool isWhole(const ComparisonPass& pass)
{
    const auto areItems = [&](const std::vector<std::size_t>& items) {
        return std::ranges::all_of(items, [&](std::size_t item) { return item < pass.items(); });
    };
    const bool isOfTexts = pass.kind == ComparisonKind::Texts;
    return isOfTexts == (pass.sources.size() > 1) && std::ranges::all_of(pass.sets, areItems)
        && std::ranges::all_of(
               pass.clips,
               [&](const ComparisonPass::Clip& clip) { return clip.texts.size() == pass.sources.size(); })
        && std::ranges::all_of(pass.answers, [&](const ComparisonPass::Answer& answer) {
               return areItems(answer.shown) && isWhole(pass, answer);
           });
}

}

std::string name(ComparisonKind kind)
{
    return std::ranges::find(kKinds, kind, [](const auto& each) { return each.first; })->second;
}

std::string ComparisonPass::name() const
{
    return fmt::format("{}/{}/{}/{}", of, annotator, engine::name(kind), number);
}

std::size_t ComparisonPass::items() const
{
    return kind == ComparisonKind::Texts ? sources.size() : clips.size();
}

std::string ComparisonPass::itemName(std::size_t item) const
{
    return kind == ComparisonKind::Texts ? sources[item] : clipName(clips[item]);
}

bool ComparisonPass::isDone() const
{
    if (kind == ComparisonKind::Preference)
        return false;
    if (kind == ComparisonKind::BestWorst)
        return answers.size() >= sets.size();
    std::size_t questions = 0;
    for (const Clip& clip : clips)
        questions += pairsOf(clip).size();
    return answers.size() >= questions;
}

std::vector<std::pair<std::size_t, std::size_t>> ComparisonPass::pairsOf(const Clip& clip) const
{
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < clip.texts.size(); ++i) {
        for (std::size_t j = i + 1; j < clip.texts.size(); ++j) {
            if (!clip.texts[i].empty() && !clip.texts[j].empty() && clip.texts[i] != clip.texts[j])
                pairs.emplace_back(i, j);
        }
    }
    return pairs;
}

std::string clipName(const ComparisonPass::Clip& clip)
{
    std::string video = clip.video;
    std::ranges::replace(video, ';', ',');
    return fmt::format("{} {:.2f}-{:.2f}", video, clip.span.start, clip.span.end);
}

std::optional<ComparisonPass> comparisonPassIn(const Item& item)
{
    if (item.kind != kComparisonItems)
        return std::nullopt;
    try {
        const json content = json::parse(item.json);
        ComparisonPass pass;
        const auto kind = content.at("kind").get<std::string>();
        const auto known = std::ranges::find(kKinds, kind, [](const auto& each) { return each.second; });
        if (known == kKinds.end())
            return std::nullopt;
        pass.kind = known->first;
        pass.annotator = content.at("annotator").get<std::string>();
        pass.of = content.at("of").get<std::string>();
        pass.number = content.value("number", 1);
        pass.seed = content.value("seed", 1U);
        for (const json& clip : content.at("clips"))
            pass.clips.push_back(
                {clip.at(0).get<std::string>(),
                 {clip.at(1).get<double>(), clip.at(2).get<double>()},
                 clip.at(3).get<int>(),
                 clip.size() > 4 ? clip.at(4).get<std::vector<std::string>>() : std::vector<std::string>()});
        pass.sources = content.value("sources", std::vector<std::string>());
        pass.sets = content.value("sets", std::vector<std::vector<std::size_t>>());
        for (const json& answer : content.at("answers"))
            pass.answers.push_back(answerIn(answer));
        return isWhole(pass) ? std::optional(pass) : std::nullopt;
    } catch (const json::exception&) { // of another version: it stays in the project as it is
        return std::nullopt;
    }
}

Item itemOf(const ComparisonPass& pass)
{
    json clips = json::array();
    for (const ComparisonPass::Clip& clip : pass.clips) {
        clips.push_back({clip.video, clip.span.start, clip.span.end, clip.number});
        if (!clip.texts.empty())
            clips.back().push_back(clip.texts);
    }
    json answers = json::array();
    for (const ComparisonPass::Answer& answer : pass.answers)
        answers.push_back(toJson(answer));
    json content{{"kind", name(pass.kind)}, {"annotator", pass.annotator}, {"of", pass.of},
                 {"number", pass.number},   {"seed", pass.seed},           {"clips", clips},
                 {"sets", pass.sets},       {"answers", answers}};
    if (!pass.sources.empty())
        content["sources"] = pass.sources;
    return {kComparisonItems, pass.name(), jsonText(content)};
}

std::vector<ComparisonPass> comparisonPasses(const Annotation& annotation)
{
    std::vector<ComparisonPass> all;
    for (auto found = annotation.items().lower_bound({kComparisonItems, {}});
         found != annotation.items().end() && found->first.first == kComparisonItems; ++found) {
        if (auto pass = comparisonPassIn(found->second))
            all.push_back(*std::move(pass));
    }
    return all;
}

std::optional<ComparisonPass> comparisonPass(const Annotation& annotation, const std::string& name)
{
    const Item* item = annotation.item(kComparisonItems, name);
    return item ? comparisonPassIn(*item) : std::nullopt;
}

std::string comparisonTable(const ComparisonPass& pass)
{
    const auto item = [&](std::size_t i) { return tableCell(pass.itemName(i)); };
    const bool isOfTexts = pass.kind == ComparisonKind::Texts;
    std::string table;
    if (pass.kind != ComparisonKind::BestWorst) {
        table = isOfTexts ? "first,second,choice,clip\n" : "first,second,choice\n";
        for (const ComparisonPass::Answer& answer : pass.answers)
            table += fmt::format("{},{},{}{}\n", item(answer.shown[0]), item(answer.shown[1]),
                                 answer.best ? *answer.best + 1 : 0,
                                 isOfTexts ? "," + tableCell(clipName(pass.clips[*answer.clip])) : "");
        return table;
    }
    const std::size_t size = pass.sets.empty() ? 0 : pass.sets.front().size();
    for (std::size_t i = 0; i < size; ++i)
        table += fmt::format("item{},", i + 1);
    table += "best,worst\n";
    for (const ComparisonPass::Answer& answer : pass.answers) {
        for (const std::size_t shown : answer.shown)
            table += item(shown) + ",";
        table += fmt::format("{},{}\n", *answer.best + 1, *answer.worst + 1);
    }
    return table;
}

ComparisonPass withoutClips(const ComparisonPass& pass, const std::set<std::string>& videos)
{
    ComparisonPass left = pass;
    std::vector<std::optional<std::size_t>> placeOf;
    left.clips.clear();
    for (const ComparisonPass::Clip& clip : pass.clips) {
        const bool stays = !videos.contains(clip.video);
        placeOf.push_back(stays ? std::optional(left.clips.size()) : std::nullopt);
        if (stays)
            left.clips.push_back(clip);
    }
    if (left.clips.size() == pass.clips.size())
        return left;
    const bool areClips = pass.kind != ComparisonKind::Texts;
    const auto moved = [&](std::vector<std::size_t> items) -> std::optional<std::vector<std::size_t>> {
        for (std::size_t& item : items) {
            if (areClips && !placeOf[item])
                return std::nullopt;
            item = areClips ? *placeOf[item] : item;
        }
        return items;
    };
    left.sets.clear();
    for (const std::vector<std::size_t>& set : pass.sets) {
        if (auto stays = moved(set))
            left.sets.push_back(*std::move(stays));
    }
    left.answers.clear();
    for (ComparisonPass::Answer answer : pass.answers) {
        auto shown = moved(answer.shown);
        if (!shown || (answer.clip && !placeOf[*answer.clip]))
            continue;
        answer.shown = *std::move(shown);
        if (answer.clip)
            answer.clip = placeOf[*answer.clip];
        left.answers.push_back(std::move(answer));
    }
    return left;
}

std::vector<Item> lackingComparisons(const Annotation& project, const Annotation& copy)
{
    std::vector<Item> lacking;
    for (const ComparisonPass& theirs : comparisonPasses(copy)) {
        const Item* mine = project.item(kComparisonItems, theirs.name());
        if (!mine) {
            lacking.push_back(itemOf(theirs));
            continue;
        }
        std::optional<ComparisonPass> pass = comparisonPassIn(*mine);
        if (!pass || pass->clips != theirs.clips || pass->sources != theirs.sources
            || pass->sets != theirs.sets)
            continue; // another pass of this name: that of the project stays
        const std::size_t before = pass->answers.size();
        if (pass->kind == ComparisonKind::BestWorst && theirs.answers.size() > before)
            pass->answers = theirs.answers;
        for (const ComparisonPass::Answer& answer : theirs.answers) {
            if (pass->kind != ComparisonKind::BestWorst
                && std::ranges::find(pass->answers, answer) == pass->answers.end())
                pass->answers.push_back(answer);
        }
        std::ranges::stable_sort(pass->answers, {}, &ComparisonPass::Answer::when);
        if (pass->answers.size() > before)
            lacking.push_back(itemOf(*pass));
    }
    return lacking;
}

}
