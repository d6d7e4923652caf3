#include "app/project/camera_items.h"

#include "engine/annotation/edits.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

namespace app {

namespace {

namespace fs = std::filesystem;

constexpr auto kMedia = "media/"; // the role of their files

struct Noted {
    double offset = 0.0;
    bool isAdded = false;
};

Noted camerasNotedIn(const engine::Item& item)
{
    const nlohmann::json json = nlohmann::json::parse(item.json, nullptr, false);
    Noted noted;
    if (!json.is_object())
        return noted;
    if (json.contains("offset") && json["offset"].is_number())
        noted.offset = json["offset"].get<double>();
    if (!std::isfinite(noted.offset))
        noted.offset = 0.0;
    noted.isAdded = json.contains("added") && json["added"] == true;
    return noted;
}

engine::Item itemOf(const std::string& key, const Noted& noted)
{
    const nlohmann::json json{{"offset", noted.offset}, {"added", noted.isAdded}};
    return {kCameraItems, key, engine::jsonText(json)};
}

/// Absent: the project says nothing of it that can be read.
std::optional<fs::path> addedFile(const engine::Annotation& annotation, const std::string& key,
                                  const fs::path& projectFolder)
{
    const engine::Item* item = annotation.item(engine::kFileItem, kMedia + key);
    try {
        return item ? std::optional(engine::placeOf(engine::sourceFileOf(*item), projectFolder))
                    : std::nullopt;
    } catch (const engine::FormatError&) {
        return std::nullopt;
    }
}

}

std::string cameraKey(const std::string& video, const fs::path& file)
{
    return video + "/" + file.filename().string();
}

std::string videoOfCamera(const std::string& key)
{
    return key.substr(0, key.rfind('/'));
}

std::vector<Camera> camerasOf(const engine::Annotation& annotation, const engine::DatasetList& dataset,
                              const std::string& video, const fs::path& projectFolder)
{
    std::vector<Camera> cameras;
    if (const auto* media = dataset.mediaOf(video)) {
        for (const fs::path& file : media->otherCameras) {
            Camera camera{cameraKey(video, file), file};
            if (const engine::Item* item = annotation.item(kCameraItems, camera.key))
                camera.offset = camerasNotedIn(*item).offset;
            cameras.push_back(std::move(camera));
        }
    }
    for (const auto& [place, item] : annotation.items()) {
        const bool isOfVideo = item.kind == kCameraItems && videoOfCamera(item.name) == video;
        const bool isThere = std::ranges::find(cameras, item.name, &Camera::key) != cameras.end();
        const Noted noted = isOfVideo ? camerasNotedIn(item) : Noted();
        if (!noted.isAdded || isThere)
            continue;
        if (const auto file = addedFile(annotation, item.name, projectFolder))
            cameras.push_back({item.name, *file, noted.offset, true});
    }
    return cameras;
}

engine::Change putOffset(const engine::Annotation& annotation, const Camera& camera, double seconds)
{
    return engine::putItem(annotation, itemOf(camera.key, {seconds, camera.isAdded}));
}

engine::Change addCamera(const engine::Annotation& annotation, const engine::SourceFile& file)
{
    return engine::putItem(annotation, engine::itemOf(file))
        .followedBy(engine::putItem(annotation, itemOf(file.name, {0.0, true})));
}

engine::Change removeCamera(const engine::Annotation& annotation, const Camera& camera)
{
    engine::Change change;
    for (const auto& [kind, name] :
         {std::pair(std::string(kCameraItems), camera.key), {engine::kFileItem, kMedia + camera.key}}) {
        if (const engine::Item* item = annotation.item(kind, name))
            change.items.push_back({*item, std::nullopt});
    }
    return change;
}

}
