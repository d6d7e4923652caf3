#include "engine/formats/speech/mfa_json.h"

#include "engine/formats/common/tier_import.h"
#include "engine/formats/input/json_input.h"

#include <fmt/format.h>

namespace engine {

namespace {

/// @param entries  `[[start, end, text], …]`, of points `[[time, text], …]`; or objects with `begin`, `end`,
/// `label`
void readEntries(TierImport& import, const JsonInput& input, std::size_t tier, const OrderedJson& entries)
{
    const bool isPoints = import.tier(tier).tier.kind == TierKind::Point;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const OrderedJson& entry = entries[i];
        const std::size_t line = input.lineOf(entry.is_structured() ? entry : entries);
        std::optional<double> start;
        std::optional<double> end;
        std::string text;
        if (entry.is_array() && entry.size() >= (isPoints ? 2U : 3U)) {
            start = numberOf(entry[0]);
            end = isPoints ? start : numberOf(entry[1]);
            text = textOf(entry[isPoints ? 1 : 2]);
        } else if (entry.is_object()) {
            start = numberOf(field(entry, field(entry, "begin").is_null() ? "start" : "begin"));
            end = numberOf(field(entry, "end"));
            text = textOf(field(entry, "label"));
        }
        if (start && end)
            import.add(tier, *start, *end, std::move(text), line);
        else
            import.skip(line,
                        fmt::format("entry {} of tier '{}' is no start, end and text", i + 1,
                                    import.tier(tier).tier.name));
    }
}

void readTier(TierImport& import, const JsonInput& input, const std::string& name, const OrderedJson& json)
{
    Tier tier;
    tier.name = name;
    const std::string kind = textOf(field(json, "type")) + textOf(field(json, "class"));
    tier.kind = kind == "point" || kind == "TextTier" ? TierKind::Point : TierKind::Interval;
    const OrderedJson& entries = field(json, "entries");
    if (!entries.is_array()) {
        import.skip(input.lineOf(json), fmt::format("the tier '{}' has no entries", name));
        return;
    }
    readEntries(import, input, import.addTier(tier, input.lineOf(json)), entries);
}

ImportedTiers readMfa(const std::filesystem::path& path, const ImportOptions&)
{
    TierImport import(path);
    const JsonInput input = readJson(path);
    import.notes(input.notes);
    const OrderedJson& tiers = field(input.value, "tiers");
    if (!tiers.is_structured())
        import.fail(0, "has no tiers");
    const auto bound = [&](const char* name, const char* other) {
        return numberOf(field(input.value, field(input.value, name).is_null() ? other : name));
    };
    const auto start = bound("start", "xmin");
    const auto end = bound("end", "xmax");
    if (start && end)
        import.setExtent({*start, *end});
    for (const auto& [key, tier] : tiers.items())
        readTier(import, input, tiers.is_array() ? textOf(field(tier, "name")) : key, tier);
    return import.finish();
}

bool resemblesMfa(std::string_view beginning)
{
    return hasKey(beginning, "tiers") && hasKey(beginning, "entries");
}

}

const Format& mfaJsonFormat()
{
    static const Format format{
        "mfa", "Montreal Forced Aligner JSON", {".json"}, resemblesMfa, readMfa, nullptr, nullptr};
    return format;
}

}
