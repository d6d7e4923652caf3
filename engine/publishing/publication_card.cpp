#include "engine/publishing/publication_card.h"

#include "engine/core/error.h"
#include "engine/core/json_fields.h"
#include "engine/core/json_text.h"

#include <nlohmann/json.hpp>
#include <regex>

namespace engine {

namespace {

using nlohmann::json;

/// A text of this form, or none.
std::string formed(JsonFields& fields, const char* field, const char* form, const char* wanted)
{
    const std::string said = fields.text(field, std::string());
    if (!said.empty() && !std::regex_match(said, std::regex(form)))
        fields.at(field, wanted).refuse(wanted);
    return said;
}

PublicationCard::Author authorOf(const JsonValue& from)
{
    JsonFields fields = from.fields("an author: family, given, affiliation, orcid");
    PublicationCard::Author author{
        fields.at("family", "a family name").filledText(), fields.text("given", std::string()),
        fields.text("affiliation", std::string()),
        formed(fields, "orcid", R"(\d{4}-\d{4}-\d{4}-\d{3}[\dX])", "an ORCID, such as 0000-0002-1825-0097")};
    fields.close();
    return author;
}

}

json toJson(const PublicationCard& card)
{
    json authors = json::array();
    for (const PublicationCard::Author& author : card.authors)
        authors.push_back({{"family", author.family},
                           {"given", author.given},
                           {"affiliation", author.affiliation},
                           {"orcid", author.orcid}});
    return {{"title", card.title},       {"summary", card.summary},
            {"licence", card.licence},   {"licence_text", card.licenceText},
            {"authors", authors},        {"languages", card.languages},
            {"keywords", card.keywords}, {"version", card.version},
            {"date", card.date},         {"doi", card.doi},
            {"url", card.url},           {"consent", card.consent},
            {"erasure", card.erasure},   {"raters", card.raters},
            {"limits", card.limits},     {"changes", card.changes}};
}

PublicationCard publicationCard(const json& from, const std::string& source)
{
    JsonFields fields(from, {"data_invalid", source, {}},
                      "a card: an object with title, licence, authors, …");
    PublicationCard card;
    card.title = fields.text("title", std::string());
    card.summary = fields.text("summary", std::string());
    card.licence = formed(fields, "licence", "[A-Za-z0-9.+-]+", "an SPDX id, such as CC-BY-4.0");
    card.licenceText = fields.text("licence_text", std::string());
    for (const JsonValue& author : fields.items("authors"))
        card.authors.push_back(authorOf(author));
    card.languages = fields.texts("languages");
    card.keywords = fields.texts("keywords");
    const std::string version
        = formed(fields, "version", R"(\d+(\.\d+){0,3}([-+][A-Za-z0-9.-]+)?)", "a version, such as 1.0.0");
    if (!version.empty())
        card.version = version;
    card.date = formed(fields, "date", R"(\d{4}-\d{2}-\d{2})", "a date, such as 2026-11-28");
    card.doi = formed(fields, "doi", R"(10\.\d{4,9}/\S+)",
                      "a DOI without its address, such as 10.5281/zenodo.123");
    card.url = formed(fields, "url", R"(https?://\S+)", "an address that begins with https://");
    card.consent = fields.text("consent", std::string());
    card.erasure = fields.text("erasure", std::string());
    card.raters = fields.text("raters", std::string());
    card.limits = fields.texts("limits");
    card.changes = fields.texts("changes");
    fields.close();
    return card;
}

std::optional<PublicationCard> publicationCardOf(const Annotation& annotation)
{
    const Item* item = annotation.item(kPublicationItems, "card");
    if (!item)
        return std::nullopt;
    try {
        return publicationCard(json::parse(item->json), "the project's card");
    } catch (const json::exception&) {
        return std::nullopt;
    } catch (const FormatError&) {
        return std::nullopt;
    }
}

Item publicationItem(const PublicationCard& card)
{
    return {kPublicationItems, "card", jsonText(toJson(card))};
}

std::string licenceAddress(const std::string& spdx)
{
    return "https://spdx.org/licenses/" + spdx + ".html";
}

}
