#include "app/scripting/script_segments.h"

#include "app/document/document.h"
#include "app/scripting/script_fields.h"
#include "app/scripting/script_video.h"
#include "engine/core/error.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace app {

nlohmann::json segmentsTold(const Document& document, const ScriptFields& fields)
{
    requireVideo(document);
    if (document.sight().now().hidesInsight())
        throw engine::Error("blind", "A pass of review goes on that hides labels: it tells nothing of them.");
    const TierName tier = fields.text("tier").toStdString();
    if (!document.tier(tier))
        throw engine::Error("no_tier", "The video has no tier “" + tier + "”.");
    const std::size_t count = document.spans(tier).size();
    const double from = fields.has("first") ? std::clamp(fields.number("first"), 0.0, 1e9) : 0.0;
    const std::size_t first = std::min(count, static_cast<std::size_t>(from));
    nlohmann::json told{{"count", count},
                        {"ids", nlohmann::json::array()},
                        {"spans", nlohmann::json::array()},
                        {"texts", nlohmann::json::array()},
                        {"values", nlohmann::json::array()}};
    for (std::size_t place = first; place < std::min(count, first + kSegmentsTold); ++place) {
        const engine::SegmentId id = document.segmentId(tier, place);
        const engine::Segment* segment = document.annotation().segment(id);
        if (!segment)
            continue;
        nlohmann::json values = nlohmann::json::object();
        for (const auto& [label, given] : segment->values)
            std::visit([&](const auto& value) { values[label] = value; }, given.value);
        told["ids"].push_back(id);
        told["spans"].push_back({segment->start.seconds(), segment->end.seconds()});
        told["texts"].push_back(segment->text);
        told["values"].push_back(std::move(values));
    }
    return told;
}

}
