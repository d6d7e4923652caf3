#include "engine/parts/part_card.h"

#include "engine/core/error.h"
#include "engine/core/json_fields.h"

#include <fstream>
#include <iterator>

namespace engine {

namespace {

std::optional<std::uint64_t> countIn(JsonFields& fields, const char* field)
{
    const auto value = fields.find(field);
    return value ? std::optional(value->count()) : std::nullopt;
}

std::optional<double> numberIn(JsonFields& fields, const char* field)
{
    const auto value = fields.find(field);
    return value ? std::optional(value->number()) : std::nullopt;
}

PartCard::LearntFrom learntFrom(JsonFields fields)
{
    PartCard::LearntFrom from;
    from.who = whoIn(fields.at("who", "real, acted, drawn or own"));
    from.people = countIn(fields, "people");
    from.texts = countIn(fields, "texts");
    from.pictures = countIn(fields, "pictures");
    from.languages = fields.texts("languages");
    for (const JsonValue& item : fields.items("data")) {
        JsonFields source = item.fields();
        from.data.push_back({source.text("name"), source.text("licence"), source.text("source")});
        source.close();
    }
    fields.close();
    return from;
}

PartCard::Measured measured(JsonFields fields)
{
    PartCard::Measured figure;
    figure.on = fields.text("on");
    figure.what = fields.text("what");
    figure.value = fields.at("value", "a number").number();
    figure.low = numberIn(fields, "low");
    figure.high = numberIn(fields, "high");
    figure.n = fields.at("n", "a whole number from 0").count();
    fields.close();
    return figure;
}

/// A file lies in the part's folder, and nowhere else.
bool isPlainName(const std::string& name)
{
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos;
}

bool isSum(const std::string& text)
{
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}

PartCard readPartCard(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw IoError("file_not_found", file.string(), "cannot be read");
    const std::string text(std::istreambuf_iterator<char>(stream), {});
    const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
    const JsonPlace place{"part_damaged", file.string(), {}};
    if (json.is_discarded())
        throw FormatError(place.code, place.source, "is no JSON, expected the card of a part");
    JsonFields fields(json, place);
    PartCard card;
    card.part = fields.text("part");
    card.title = fields.text("title");
    card.learntFrom = learntFrom(fields.at("learnt_from", "an object with fields").fields());
    card.licence = fields.text("licence");
    card.licenceFile = fields.text("licence_file");
    card.madeBy = fields.text("made_by");
    const JsonValue files = fields.at("files", "an object of file names and their SHA-256");
    if (!files.json().is_object() || files.json().empty())
        files.refuse("an object of file names and their SHA-256");
    for (const auto& [name, sum] : files.json().items()) {
        const JsonPlace there = files.place().of(name);
        if (!isPlainName(name))
            JsonValue(sum, there).complain("is no name of a file in this folder");
        card.files[name] = JsonValue(sum, there).text();
        if (!isSum(card.files[name]))
            JsonValue(sum, there).refuse("a SHA-256 of 64 hexadecimal digits");
    }
    for (const JsonValue& item : fields.items("measured"))
        card.measured.push_back(measured(item.fields()));
    card.notKnown = fields.text("not_known");
    fields.close();
    return card;
}

}
