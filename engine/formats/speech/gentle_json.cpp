#include "engine/formats/speech/gentle_json.h"

#include "engine/formats/common/tier_import.h"
#include "engine/formats/input/json_input.h"
#include "engine/formats/input/number_text.h"

#include <fmt/format.h>

namespace engine {

namespace {

/// Phones have lengths only; they follow each other from the word's start.
void readPhones(TierImport& import, const JsonInput& input, const OrderedJson& phones, double start,
                SegmentId word)
{
    if (!phones.is_array())
        return;
    for (const OrderedJson& phone : phones) {
        const std::string name = textOf(field(phone, "phone"));
        const auto length = numberOf(field(phone, "duration"));
        if (!length) {
            import.skip(input.lineOf(phone), fmt::format("the phone '{}' has no length", name));
            continue;
        }
        const std::size_t tier = import.tierNamed("phones");
        import.tier(tier).tier.parent = import.tier(0).tier.id;
        import.tier(tier).tier.constraint = Constraint::IncludedIn;
        const double end = decimalSum(start, *length);
        if (Segment* segment = import.add(tier, start, end, name, input.lineOf(phone)))
            segment->parent = word;
        start = end;
    }
}

ImportedTiers readGentle(const std::filesystem::path& path, const ImportOptions&)
{
    TierImport import(path);
    const JsonInput input = readJson(path);
    import.notes(input.notes);
    const OrderedJson& words = field(input.value, "words");
    if (!words.is_array())
        import.fail(0, "has no list of words");
    const std::size_t tier = import.tierNamed("words");
    for (std::size_t i = 0; i < words.size(); ++i) {
        const OrderedJson& json = words[i];
        const std::string text = textOf(field(json, "word"));
        const auto start = numberOf(field(json, "start"));
        const auto end = numberOf(field(json, "end"));
        if (!start || !end) {
            const std::string why = textOf(field(json, "case"));
            import.skip(input.lineOf(json),
                        fmt::format("word {} ('{}') has no times: {}", i + 1, text,
                                    why.empty() ? "none are given" : why));
            continue;
        }
        Segment* segment = import.add(tier, *start, *end, text, input.lineOf(json));
        if (!segment)
            continue;
        if (const std::string aligned = textOf(field(json, "alignedWord"));
            !aligned.empty() && aligned != text)
            import.setLabel(*segment, "alignedWord", valueOf(aligned));
        readPhones(import, input, field(json, "phones"), *start, segment->id);
    }
    return import.finish();
}

bool resemblesGentle(std::string_view beginning)
{
    return hasKey(beginning, "words") && (hasKey(beginning, "alignedWord") || hasKey(beginning, "case"));
}

}

const Format& gentleFormat()
{
    static const Format format{"gentle",   "gentle JSON", {".json"}, resemblesGentle,
                               readGentle, nullptr,       nullptr};
    return format;
}

}
