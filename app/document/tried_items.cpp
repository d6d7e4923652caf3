#include "app/document/tried_items.h"

#include "engine/alignment/word_rule.h"
#include "engine/annotation/edits.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace app {

namespace {

using nlohmann::json;

constexpr std::array<const char*, 9> kKinds{"without_word", "other_word",       "other_segment",
                                            "shifted",      "without_modality", "frozen",
                                            "moved_edge",   "other_function",   "other_fill"};

json toJson(const Tried& tried)
{
    return {{"kind", kKinds[static_cast<std::size_t>(tried.kind)]},
            {"segment", {tried.segment.start, tried.segment.end}},
            {"word", tried.word},
            {"text", tried.text},
            {"other", tried.other},
            {"modality", engine::name(tried.modality)},
            {"seconds", tried.seconds},
            {"at_end", tried.atEnd},
            {"name", tried.name}};
}

/// @throws json::exception, FormatError where it is none
Tried triedFromJson(const json& noted)
{
    Tried tried;
    const auto kind = std::ranges::find(kKinds, noted.at("kind").get<std::string>());
    const auto modality = std::ranges::find_if(engine::allModalities, [&](engine::Modality one) {
        return engine::name(one) == noted.at("modality").get<std::string>();
    });
    if (kind == kKinds.end() || modality == engine::allModalities.end())
        throw json::other_error::create(501, "a kind that there is not", nullptr);
    tried.kind = static_cast<Tried::Kind>(kind - kKinds.begin());
    tried.modality = *modality;
    tried.segment = {noted.at("segment").at(0).get<double>(), noted.at("segment").at(1).get<double>()};
    noted.at("word").get_to(tried.word);
    noted.at("text").get_to(tried.text);
    noted.at("other").get_to(tried.other);
    noted.at("seconds").get_to(tried.seconds);
    tried.atEnd = noted.value("at_end", false);
    tried.name = noted.value("name", std::string());
    if (tried.kind == Tried::Kind::OtherFill)
        engine::parseFill(tried.text);
    if (tried.kind == Tried::Kind::OtherFunction)
        engine::CollapseFunction::parse(tried.text);
    return tried;
}

}

std::vector<Tried> triedOf(const engine::Annotation& annotation, const std::string& video)
{
    const engine::Item* item = annotation.item(kTriedItems, video);
    std::vector<Tried> all;
    if (!item)
        return all;
    try {
        const json list = json::parse(item->json);
        for (const json& noted : list)
            all.push_back(triedFromJson(noted));
    } catch (const json::exception&) {
        return {};
    } catch (const engine::FormatError&) {
        return {};
    }
    return all;
}

engine::Change putTried(const engine::Annotation& annotation, const std::string& video,
                        const std::vector<Tried>& all)
{
    json list = json::array();
    for (const Tried& tried : all)
        list.push_back(toJson(tried));
    return engine::putItem(annotation, {kTriedItems, video, engine::jsonText(list)});
}

}
