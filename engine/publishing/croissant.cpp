#include "engine/publishing/croissant.h"

#include "engine/publishing/citation_files.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

using Json = nlohmann::ordered_json;

/// What Croissant's words mean: the context that its version 1.1 prescribes.
Json context()
{
    return {{"@language", "en"},
            {"@vocab", "https://schema.org/"},
            {"citeAs", "cr:citeAs"},
            {"column", "cr:column"},
            {"conformsTo", "dct:conformsTo"},
            {"cr", "http://mlcommons.org/croissant/"},
            {"rai", "http://mlcommons.org/croissant/RAI/"},
            {"data", {{"@id", "cr:data"}, {"@type", "@json"}}},
            {"dataType", {{"@id", "cr:dataType"}, {"@type", "@vocab"}}},
            {"dct", "http://purl.org/dc/terms/"},
            {"examples", {{"@id", "cr:examples"}, {"@type", "@json"}}},
            {"extract", "cr:extract"},
            {"field", "cr:field"},
            {"fileProperty", "cr:fileProperty"},
            {"fileObject", "cr:fileObject"},
            {"fileSet", "cr:fileSet"},
            {"format", "cr:format"},
            {"includes", "cr:includes"},
            {"isLiveDataset", "cr:isLiveDataset"},
            {"jsonPath", "cr:jsonPath"},
            {"key", "cr:key"},
            {"md5", "cr:md5"},
            {"parentField", "cr:parentField"},
            {"path", "cr:path"},
            {"recordSet", "cr:recordSet"},
            {"references", "cr:references"},
            {"regex", "cr:regex"},
            {"repeated", "cr:repeated"},
            {"replace", "cr:replace"},
            {"samplingRate", "cr:samplingRate"},
            {"sc", "https://schema.org/"},
            {"separator", "cr:separator"},
            {"source", "cr:source"},
            {"subField", "cr:subField"},
            {"transform", "cr:transform"}};
}

Json fileObject(const CroissantTable& table)
{
    return {{"@type", "cr:FileObject"},     {"@id", table.file},
            {"name", table.file},           {"description", table.description},
            {"contentUrl", table.file},     {"contentSize", fmt::format("{} B", table.bytes)},
            {"encodingFormat", "text/csv"}, {"sha256", table.sha256}};
}

Json recordSet(const CroissantTable& table)
{
    Json fields = Json::array();
    for (const CroissantTable::Column& column : table.columns) {
        Json field{
            {"@type", "cr:Field"},
            {"@id", table.name + "/" + column.name},
            {"name", column.name},
            {"dataType", column.type},
            {"source", {{"fileObject", {{"@id", table.file}}}, {"extract", {{"column", column.name}}}}}};
        if (!column.references.empty())
            field["references"] = {{"field", {{"@id", column.references}}}};
        fields.push_back(std::move(field));
    }
    Json key = Json::array();
    for (const std::string& column : table.key)
        key.push_back({{"@id", table.name + "/" + column}});
    return {{"@type", "cr:RecordSet"},          {"@id", table.name}, {"name", table.name},
            {"description", table.description}, {"key", key},        {"field", fields}};
}

}

std::vector<CroissantTable::Column> croissantColumns(const std::string& firstLine)
{
    constexpr std::array numbers{"start", "end",     "seconds",  "confidence", "mean",     "crowd",
                                 "sd",    "set_low", "set_high", "score",      "strength", "deviation"};
    constexpr std::array wholes{"pass", "step_of_pass", "n", "answers"};
    std::vector<CroissantTable::Column> columns;
    std::string name;
    for (const char letter : firstLine.substr(0, firstLine.find('\n')) + ",") {
        if (letter != ',') {
            name += letter;
            continue;
        }
        const bool isNumber = std::ranges::find(numbers, name) != numbers.end();
        const bool isWhole = std::ranges::find(wholes, name) != wholes.end();
        columns.push_back({name, isNumber ? "sc:Float" : isWhole ? "sc:Integer" : "sc:Text"});
        name.clear();
    }
    return columns;
}

Json croissant(const PublicationCard& card, const std::vector<CroissantTable>& tables)
{
    Json distribution = Json::array(), recordSets = Json::array(), creators = Json::array();
    for (const CroissantTable& table : tables) {
        distribution.push_back(fileObject(table));
        recordSets.push_back(recordSet(table));
    }
    for (const PublicationCard::Author& author : card.authors) {
        Json creator{{"@type", "sc:Person"}, {"name", fullName(author)}};
        if (!author.affiliation.empty())
            creator["affiliation"] = {{"@type", "sc:Organization"}, {"name", author.affiliation}};
        if (!author.orcid.empty())
            creator["identifier"] = "https://orcid.org/" + author.orcid;
        creators.push_back(std::move(creator));
    }
    Json described{{"@context", context()},
                   {"@type", "sc:Dataset"},
                   {"name", card.title},
                   {"description", card.summary},
                   {"conformsTo", "http://mlcommons.org/croissant/1.1"},
                   {"license", licenceAddress(card.licence)},
                   {"url", addressOf(card)},
                   {"creator", creators},
                   {"version", card.version},
                   {"citeAs", bibTeX(card)},
                   {"keywords", card.keywords},
                   {"inLanguage", card.languages},
                   {"isLiveDataset", false}};
    if (!card.date.empty())
        described["datePublished"] = card.date;
    described["distribution"] = std::move(distribution);
    described["recordSet"] = std::move(recordSets);
    return described;
}

}
