#include "app/project/time_zero.h"

#include <nlohmann/json.hpp>

namespace app {

namespace {

constexpr auto kKind = "timeline";
constexpr auto kName = "zero";
constexpr auto kEarliest = "earliest_stream";

}

engine::Item timeZeroItem()
{
    return {kKind, kName, nlohmann::json{{"at", kEarliest}}.dump()};
}

engine::TimeZero timeZeroOf(const engine::Annotation& annotation)
{
    const engine::Item* item = annotation.item(kKind, kName);
    if (!item)
        return isNew(annotation) ? engine::TimeZero::EarliestStream : engine::TimeZero::FirstPicture;
    const nlohmann::json noted = nlohmann::json::parse(item->json, nullptr, false);
    const bool isEarliest = noted.is_object() && noted.value("at", nlohmann::json()) == kEarliest;
    return isEarliest ? engine::TimeZero::EarliestStream : engine::TimeZero::FirstPicture;
}

bool isNew(const engine::Annotation& annotation)
{
    return annotation.items().empty() && annotation.tiers().empty();
}

}
