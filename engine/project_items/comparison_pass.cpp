#include "engine/project_items/comparison_pass.h"

#include "engine/core/text_file.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

using nlohmann::json;

json toJson(const ComparisonPass::Answer& answer)
{
    json content{{"shown", answer.shown}, {"when", answer.when}, {"best", nullptr}};
    if (answer.best)
        content["best"] = *answer.best;
    if (answer.worst)
        content["worst"] = *answer.worst;
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
    return answer;
}

/// Whether all places are there that the pass speaks of.
bool isWhole(const ComparisonPass& pass)
{
    const auto areClips = [&](const std::vector<std::size_t>& clips) {
        return std::ranges::all_of(clips, [&](std::size_t clip) { return clip < pass.clips.size(); });
    };
    return std::ranges::all_of(pass.sets, areClips)
        && std::ranges::all_of(pass.answers, [&](const ComparisonPass::Answer& answer) {
               return areClips(answer.shown) && answer.shown.size() > 1
                   && answer.best.value_or(0) < answer.shown.size()
                   && answer.worst.value_or(0) < answer.shown.size()
                   && (pass.kind == ComparisonKind::Preference || (answer.best && answer.worst));
           });
}

std::optional<ComparisonPass> passIn(const Item& item)
{
    try {
        const json content = json::parse(item.json);
        ComparisonPass pass;
        const auto kind = content.at("kind").get<std::string>();
        if (kind != name(ComparisonKind::Preference) && kind != name(ComparisonKind::BestWorst))
            return std::nullopt;
        pass.kind = kind == name(ComparisonKind::Preference) ? ComparisonKind::Preference
                                                             : ComparisonKind::BestWorst;
        pass.annotator = content.at("annotator").get<std::string>();
        pass.of = content.at("of").get<std::string>();
        pass.number = content.value("number", 1);
        pass.seed = content.value("seed", 1U);
        for (const json& clip : content.at("clips"))
            pass.clips.push_back({clip.at(0).get<std::string>(),
                                  {clip.at(1).get<double>(), clip.at(2).get<double>()},
                                  clip.at(3).get<int>()});
        pass.sets = content.value("sets", std::vector<std::vector<std::size_t>>());
        for (const json& answer : content.at("answers"))
            pass.answers.push_back(answerIn(answer));
        return isWhole(pass) ? std::optional(pass) : std::nullopt;
    } catch (const json::exception&) { // of another version: it stays in the project as it is
        return std::nullopt;
    }
}

}

std::string name(ComparisonKind kind)
{
    return kind == ComparisonKind::Preference ? "preference" : "best-worst";
}

std::string ComparisonPass::name() const
{
    return fmt::format("{}/{}/{}/{}", of, annotator, engine::name(kind), number);
}

bool ComparisonPass::isDone() const
{
    return kind == ComparisonKind::BestWorst && answers.size() >= sets.size();
}

std::string clipName(const ComparisonPass::Clip& clip)
{
    std::string video = clip.video;
    std::ranges::replace(video, ';', ',');
    return fmt::format("{} {:.2f}-{:.2f}", video, clip.span.start, clip.span.end);
}

Item itemOf(const ComparisonPass& pass)
{
    json clips = json::array();
    for (const ComparisonPass::Clip& clip : pass.clips)
        clips.push_back({clip.video, clip.span.start, clip.span.end, clip.number});
    json answers = json::array();
    for (const ComparisonPass::Answer& answer : pass.answers)
        answers.push_back(toJson(answer));
    const json content{{"kind", name(pass.kind)}, {"annotator", pass.annotator}, {"of", pass.of},
                       {"number", pass.number},   {"seed", pass.seed},           {"clips", clips},
                       {"sets", pass.sets},       {"answers", answers}};
    return {kComparisonItems, pass.name(), content.dump()};
}

std::vector<ComparisonPass> comparisonPasses(const Annotation& annotation)
{
    std::vector<ComparisonPass> all;
    for (auto found = annotation.items().lower_bound({kComparisonItems, {}});
         found != annotation.items().end() && found->first.first == kComparisonItems; ++found) {
        if (auto pass = passIn(found->second))
            all.push_back(*std::move(pass));
    }
    return all;
}

std::optional<ComparisonPass> comparisonPass(const Annotation& annotation, const std::string& name)
{
    const Item* item = annotation.item(kComparisonItems, name);
    return item ? passIn(*item) : std::nullopt;
}

std::string comparisonTable(const ComparisonPass& pass)
{
    const auto clip = [&](std::size_t i) { return tableCell(clipName(pass.clips[i])); };
    std::string table;
    if (pass.kind == ComparisonKind::Preference) {
        table = "first,second,choice\n";
        for (const ComparisonPass::Answer& answer : pass.answers)
            table += fmt::format("{},{},{}\n", clip(answer.shown[0]), clip(answer.shown[1]),
                                 answer.best ? *answer.best + 1 : 0);
        return table;
    }
    const std::size_t size = pass.sets.empty() ? 0 : pass.sets.front().size();
    for (std::size_t i = 0; i < size; ++i)
        table += fmt::format("item{},", i + 1);
    table += "best,worst\n";
    for (const ComparisonPass::Answer& answer : pass.answers) {
        for (const std::size_t shown : answer.shown)
            table += clip(shown) + ",";
        table += fmt::format("{},{}\n", *answer.best + 1, *answer.worst + 1);
    }
    return table;
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
        std::optional<ComparisonPass> pass = passIn(*mine);
        if (!pass || pass->clips != theirs.clips || pass->sets != theirs.sets)
            continue; // another pass of this name: that of the project stays
        const std::size_t before = pass->answers.size();
        if (pass->kind == ComparisonKind::BestWorst && theirs.answers.size() > before)
            pass->answers = theirs.answers;
        for (const ComparisonPass::Answer& answer : theirs.answers) {
            if (pass->kind == ComparisonKind::Preference
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
