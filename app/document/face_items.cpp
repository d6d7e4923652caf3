#include "app/document/face_items.h"

#include "engine/annotation/edits.h"

#include <charconv>
#include <nlohmann/json.hpp>

namespace app {

namespace {

using nlohmann::json;

struct AsJson {
    json operator()(const engine::MergedFaces& merged) const
    {
        return {{"merge", {merged.kept, merged.other}}};
    }
    json operator()(const engine::SplitFace& split) const
    {
        return {{"split", split.person}, {"time", split.time}};
    }
    json operator()(const engine::ChosenSpeaker& speaker) const
    {
        return {{"speaks", speaker.person ? json(*speaker.person) : json()},
                {"span", {speaker.span.start, speaker.span.end}}};
    }
};

/// @throws json::exception where it is none of these
engine::FaceCorrection stepOf(const json& step)
{
    if (step.contains("merge"))
        return engine::MergedFaces{step["merge"].at(0).get<std::size_t>(),
                                   step["merge"].at(1).get<std::size_t>()};
    if (step.contains("split"))
        return engine::SplitFace{step["split"].get<std::size_t>(), step.at("time").get<double>()};
    engine::ChosenSpeaker speaker;
    if (!step.at("speaks").is_null())
        speaker.person = step["speaks"].get<std::size_t>();
    speaker.span = {step.at("span").at(0).get<double>(), step.at("span").at(1).get<double>()};
    return speaker;
}

engine::FaceCorrections correctionsIn(const engine::Item& item)
{
    engine::FaceCorrections corrections;
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

engine::FaceCorrections faceCorrections(const engine::Annotation& annotation, const std::string& video)
{
    const engine::Item* item = annotation.item(kFaceItems, video);
    return item ? correctionsIn(*item) : engine::FaceCorrections();
}

ProjectFaces projectFaces(const engine::Annotation& annotation)
{
    ProjectFaces faces;
    for (const auto& [place, item] : annotation.items()) {
        engine::FaceCorrections corrections
            = item.kind == kFaceItems ? correctionsIn(item) : engine::FaceCorrections();
        if (corrections.changeTracks())
            faces.emplace(item.name, std::move(corrections));
    }
    return faces;
}

engine::Change putFaceCorrections(const engine::Annotation& annotation, const std::string& video,
                                  const engine::FaceCorrections& corrections)
{
    json noted = json::object();
    for (const engine::FaceCorrection& step : corrections.steps)
        noted["steps"].push_back(std::visit(AsJson(), step));
    for (const auto& [person, name] : corrections.names)
        noted["names"][std::to_string(person)] = name;
    if (corrections.measured)
        noted["measured"] = *corrections.measured;
    return engine::putItem(annotation, {kFaceItems, video, noted.dump()});
}

}
