#include "engine/project_items/asked_next.h"

#include "engine/annotation/time_point.h"
#include "engine/core/json_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

using nlohmann::json;

constexpr std::array kVerdicts{std::pair{GuidelineVerdict::Fault, "fault"},
                               std::pair{GuidelineVerdict::Both, "both"},
                               std::pair{GuidelineVerdict::Slip, "slip"}};

std::string verdictName(const std::string& label, const std::string& video, double start)
{
    return label + "|" + video + "|" + jsonText(json(start));
}

bool isAbout(const AskedTask& task, const ReviewPass::Place& place)
{
    return task.video == place.video
        && TimePoint::ofSeconds(task.start).ticks == TimePoint::ofSeconds(place.span.start).ticks;
}

}

Item askedItem(const AskedNext& asked)
{
    json tasks = json::array();
    for (const AskedTask& task : asked.tasks)
        tasks.push_back({task.video, task.start, task.annotator, task.reason, task.gain, task.loss});
    return {kAskedItems, asked.of, jsonText(json{{"label", asked.label}, {"tasks", std::move(tasks)}})};
}

std::optional<AskedNext> askedNext(const Annotation& annotation, const std::string& of)
{
    const Item* item = annotation.item(kAskedItems, of);
    if (!item)
        return std::nullopt;
    try {
        const json content = json::parse(item->json);
        AskedNext asked{of, content.at("label").get<std::string>(), {}};
        for (const json& task : content.at("tasks"))
            asked.tasks.push_back({task.at(0).get<std::string>(), task.at(1).get<double>(),
                                   task.at(2).get<std::string>(), task.at(3).get<std::string>(),
                                   task.at(4).get<double>(), task.at(5).get<double>()});
        return asked.tasks.empty() ? std::nullopt : std::optional(std::move(asked));
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

const AskedTask* askedTask(const AskedNext& asked, const ReviewPass& pass, const ReviewPass::Place& place)
{
    if (place.isRepeat || !isFirstPass(pass.layer) || pass.layer.of != asked.of)
        return nullptr;
    const auto task = std::ranges::find_if(asked.tasks, [&](const AskedTask& each) {
        return each.annotator == pass.layer.annotator && isAbout(each, place);
    });
    return task == asked.tasks.end() ? nullptr : &*task;
}

std::vector<std::size_t> askedOrder(const AskedNext& asked, const ReviewPass& pass)
{
    std::vector<std::pair<const AskedTask*, std::size_t>> found;
    for (std::size_t place = 0; place < pass.places.size(); ++place) {
        if (const AskedTask* task = askedTask(asked, pass, pass.places[place]))
            found.push_back({task, place});
    }
    std::ranges::sort(found); // tasks lie in their order
    std::vector<std::size_t> order;
    for (const auto& [task, place] : found)
        order.push_back(place);
    return order;
}

const char* name(GuidelineVerdict wanted)
{
    for (const auto& [verdict, name] : kVerdicts) {
        if (verdict == wanted)
            return name;
    }
    return "";
}

Item verdictItem(const std::string& label, const std::string& video, double start, GuidelineVerdict verdict)
{
    return {kGuidelineItems, verdictName(label, video, start), jsonText(json{{"verdict", name(verdict)}})};
}

std::optional<GuidelineVerdict> guidelineVerdict(const Annotation& annotation, const std::string& label,
                                                 const std::string& video, double start)
{
    const Item* item = annotation.item(kGuidelineItems, verdictName(label, video, start));
    if (!item)
        return std::nullopt;
    const json content = json::parse(item->json, nullptr, false);
    const std::string said = content.is_object() ? content.value("verdict", std::string()) : std::string();
    for (const auto& [verdict, name] : kVerdicts) {
        if (said == name)
            return verdict;
    }
    return std::nullopt;
}

}
