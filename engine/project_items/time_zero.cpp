#include "engine/project_items/time_zero.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/media/media_info.h"

#include <nlohmann/json.hpp>

namespace engine {

namespace {

constexpr auto kZeroKind = "timeline";
constexpr auto kZeroName = "zero";
constexpr auto kEarliest = "earliest_stream";
constexpr double kSameZero = 1e-3; // seconds

}

Item timeZeroItem()
{
    return {kZeroKind, kZeroName, jsonText(nlohmann::json{{"at", kEarliest}})};
}

TimeZero timeZeroOf(const Annotation& annotation)
{
    const Item* item = annotation.item(kZeroKind, kZeroName);
    if (!item)
        return isNew(annotation) ? TimeZero::EarliestStream : TimeZero::FirstPicture;
    const nlohmann::json noted = nlohmann::json::parse(item->json, nullptr, false);
    const bool isEarliest = noted.is_object() && noted.value("at", nlohmann::json()) == kEarliest;
    return isEarliest ? TimeZero::EarliestStream : TimeZero::FirstPicture;
}

std::optional<OtherZero> otherZero(const DatasetList& dataset, const std::set<std::string>& videos,
                                   const RunContext& run)
{
    std::size_t done = 0;
    for (const std::string& video : videos) {
        run.tick(done++, videos.size());
        const DatasetList::Media* media = dataset.mediaOf(video);
        if (!media)
            continue;
        const auto startBy
            = [&](TimeZero rule) { return probeMedia(MediaFile(media->file, rule)).startTime; };
        try {
            const double later = startBy(TimeZero::FirstPicture) - startBy(TimeZero::EarliestStream);
            if (later > kSameZero)
                return OtherZero{video, later};
        } catch (const Error&) {
            return OtherZero{video, std::nullopt};
        }
    }
    return std::nullopt;
}

bool isNew(const Annotation& annotation)
{
    return annotation.items().empty() && annotation.tiers().empty();
}

}
