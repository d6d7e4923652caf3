#include "app/project/time_zero.h"

#include "engine/core/error.h"
#include "engine/media/media_info.h"

#include <nlohmann/json.hpp>

namespace app {

namespace {

constexpr auto kZeroKind = "timeline";
constexpr auto kZeroName = "zero";
constexpr auto kEarliest = "earliest_stream";
constexpr double kSameZero = 1e-3; // seconds

}

engine::Item timeZeroItem()
{
    return {kZeroKind, kZeroName, nlohmann::json{{"at", kEarliest}}.dump()};
}

engine::TimeZero timeZeroOf(const engine::Annotation& annotation)
{
    const engine::Item* item = annotation.item(kZeroKind, kZeroName);
    if (!item)
        return isNew(annotation) ? engine::TimeZero::EarliestStream : engine::TimeZero::FirstPicture;
    const nlohmann::json noted = nlohmann::json::parse(item->json, nullptr, false);
    const bool isEarliest = noted.is_object() && noted.value("at", nlohmann::json()) == kEarliest;
    return isEarliest ? engine::TimeZero::EarliestStream : engine::TimeZero::FirstPicture;
}

std::optional<OtherZero> otherZero(const engine::DatasetList& dataset, const std::set<std::string>& videos,
                                   const engine::RunContext& run)
{
    std::size_t done = 0;
    for (const std::string& video : videos) {
        run.tick(done++, videos.size());
        const engine::DatasetList::Media* media = dataset.mediaOf(video);
        if (!media)
            continue;
        const auto startBy = [&](engine::TimeZero rule) {
            return engine::probeMedia(engine::MediaFile(media->file, rule)).startTime;
        };
        try {
            const double later
                = startBy(engine::TimeZero::FirstPicture) - startBy(engine::TimeZero::EarliestStream);
            if (later > kSameZero)
                return OtherZero{video, later};
        } catch (const engine::Error&) {
            return OtherZero{video, std::nullopt};
        }
    }
    return std::nullopt;
}

bool isNew(const engine::Annotation& annotation)
{
    return annotation.items().empty() && annotation.tiers().empty();
}

}
