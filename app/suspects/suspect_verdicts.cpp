#include "app/suspects/suspect_verdicts.h"

#include "engine/annotation/edits.h"
#include "engine/core/json_text.h"
#include "engine/core/json_value.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace app {

namespace {

constexpr std::array<const char*, kVerdictCount> kVerdicts{"accepted", "kept", "dismissed", "never",
                                                           "corrected"};

}

std::map<std::string, SuspectVerdict> suspectVerdicts(const engine::Annotation& annotation)
{
    std::map<std::string, SuspectVerdict> verdicts;
    for (const auto& [key, item] : annotation.items()) {
        if (key.first != kSuspectItems)
            continue;
        const nlohmann::json noted = nlohmann::json::parse(item.json, nullptr, false);
        if (!noted.is_object() || !noted.value("label", nlohmann::json()).is_number())
            continue;
        const auto verdict = std::ranges::find(kVerdicts, engine::valueOr(noted, "verdict", std::string()));
        if (verdict != kVerdicts.end())
            verdicts[item.name]
                = {static_cast<Verdict>(verdict - kVerdicts.begin()), noted.at("label").get<double>()};
    }
    return verdicts;
}

engine::Change putSuspectVerdict(const engine::Annotation& annotation, const std::string& id,
                                 const SuspectVerdict& verdict)
{
    const nlohmann::json noted{{"verdict", kVerdicts[static_cast<std::size_t>(verdict.verdict)]},
                               {"label", verdict.label}};
    return engine::putItem(annotation, {kSuspectItems, id, engine::jsonText(noted)});
}

}
