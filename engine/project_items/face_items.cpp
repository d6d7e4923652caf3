#include "engine/project_items/face_items.h"

#include "engine/annotation/edits.h"
#include "engine/core/json_text.h"

#include <charconv>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

using nlohmann::json;

struct AsJson {
    json operator()(const MergedFaces& merged) const { return {{"merge", {merged.kept, merged.other}}}; }
    json operator()(const SplitFace& split) const { return {{"split", split.person}, {"time", split.time}}; }
    json operator()(const ChosenSpeaker& speaker) const
    {
        return {{"speaks", speaker.person ? json(*speaker.person) : json()},
                {"span", {speaker.span.start, speaker.span.end}}};
    }
};

/// @throws json::exception where it is none of these
FaceCorrection stepOf(const json& step)
{
    if (step.contains("merge"))
        return MergedFaces{step["merge"].at(0).get<std::size_t>(), step["merge"].at(1).get<std::size_t>()};
    if (step.contains("split"))
        return SplitFace{step["split"].get<std::size_t>(), step.at("time").get<double>()};
    ChosenSpeaker speaker;
    if (!step.at("speaks").is_null())
        speaker.person = step["speaks"].get<std::size_t>();
    speaker.span = {step.at("span").at(0).get<double>(), step.at("span").at(1).get<double>()};
    return speaker;
}

FaceCorrections correctionsIn(const Item& item)
{
    FaceCorrections corrections;
    try {
        const json noted = json::parse(item.json);
        for (const json& step : noted.value("steps", json::array()))
            corrections.steps.push_back(stepOf(step));
        const json names = noted.value("names", json::object());
        for (const auto& [key, name] : names.items()) {
            std::size_t person = 0;
            if (std::from_chars(key.data(), key.data() + key.size(), person).ptr == key.data() + key.size())
                corrections.names.emplace(person, name.get<std::string>());
        }
        if (noted.contains("measured"))
            corrections.measured = noted["measured"].get<std::size_t>();
    } catch (const json::exception&) {
        return {};
    }
    return corrections;
}

}

FaceCorrections faceCorrections(const Annotation& annotation, const std::string& video)
{
    const Item* item = annotation.item(kFaceItems, video);
    return item ? correctionsIn(*item) : FaceCorrections();
}

ProjectFaces projectFaces(const Annotation& annotation)
{
    ProjectFaces faces;
    for (const auto& [place, item] : annotation.items()) {
        FaceCorrections corrections = item.kind == kFaceItems ? correctionsIn(item) : FaceCorrections();
        if (corrections.changeTracks())
            faces.emplace(item.name, std::move(corrections));
    }
    return faces;
}

Change putFaceCorrections(const Annotation& annotation, const std::string& video,
                          const FaceCorrections& corrections)
{
    json noted = json::object();
    for (const FaceCorrection& step : corrections.steps)
        noted["steps"].push_back(std::visit(AsJson(), step));
    for (const auto& [person, name] : corrections.names)
        noted["names"][std::to_string(person)] = name;
    if (corrections.measured)
        noted["measured"] = *corrections.measured;
    return putItem(annotation, {kFaceItems, video, jsonText(noted)});
}

}
