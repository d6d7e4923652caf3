#include "engine/publishing/citation_files.h"

#include "engine/core/json_text.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

/// Signs that TeX takes for commands.
std::string texText(const std::string& text)
{
    std::string made;
    for (const char letter : text) {
        if (std::string_view("&%$#_{}").find(letter) != std::string_view::npos)
            made += '\\';
        made += letter;
    }
    return made;
}

std::string bibKey(const PublicationCard& card)
{
    std::string key = card.authors.empty() ? "dataset" : card.authors.front().family;
    if (std::ranges::any_of(key,
                            [](unsigned char letter) { return letter >= 0x80; })) // no part of a name is one
        key = "dataset";
    std::erase_if(key, [](unsigned char letter) { return std::isalnum(letter) == 0; });
    std::ranges::transform(key, key.begin(), [](unsigned char letter) { return std::tolower(letter); });
    return (key.empty() ? "dataset" : key) + card.date.substr(0, std::min<std::size_t>(4, card.date.size()));
}

/// A language as Zenodo takes it (ISO 639-3); empty: not known here.
std::string threeLetters(const std::string& language)
{
    static const std::map<std::string, std::string> kKnown{
        {"en", "eng"}, {"de", "deu"}, {"zh", "zho"}, {"fr", "fra"}, {"es", "spa"}, {"it", "ita"},
        {"pt", "por"}, {"nl", "nld"}, {"ja", "jpn"}, {"ko", "kor"}, {"ru", "rus"}, {"pl", "pol"},
        {"tr", "tur"}, {"ar", "ara"}, {"hi", "hin"}, {"cs", "ces"}};
    const auto found = kKnown.find(language.substr(0, language.find('-')));
    return found != kKnown.end() ? found->second : language.size() == 3 ? language : std::string();
}

std::string escapedHtml(const std::string& text)
{
    std::string made;
    for (const char letter : text) {
        if (letter == '<')
            made += "&lt;";
        else if (letter == '>')
            made += "&gt;";
        else if (letter == '&')
            made += "&amp;";
        else
            made += letter;
    }
    return made;
}

}

std::string fullName(const PublicationCard::Author& author)
{
    return author.given.empty() ? author.family : author.given + " " + author.family;
}

std::string addressOf(const PublicationCard& card)
{
    return card.doi.empty() ? card.url : "https://doi.org/" + card.doi;
}

std::string yamlText(const std::string& text)
{
    return jsonText(nlohmann::json(text)); // a text of JSON is one of YAML
}

std::string bibTeX(const PublicationCard& card)
{
    std::string authors;
    for (const PublicationCard::Author& author : card.authors)
        authors += (authors.empty() ? "" : " and ") + texText(author.family)
            + (author.given.empty() ? std::string() : ", " + texText(author.given));
    std::string entry = fmt::format("@misc{{{},\n  title = {{{}}},\n  author = {{{}}},\n", bibKey(card),
                                    texText(card.title), authors);
    if (card.date.size() >= 4)
        entry += fmt::format("  year = {{{}}},\n", card.date.substr(0, 4));
    if (!card.doi.empty())
        entry += fmt::format("  doi = {{{}}},\n", card.doi);
    else if (!card.url.empty())
        entry += fmt::format("  url = {{{}}},\n", card.url);
    return entry + fmt::format("  version = {{{}}},\n  note = {{Dataset}}\n}}\n", card.version);
}

std::string citationCff(const PublicationCard& card)
{
    std::string text = "cff-version: 1.2.0\nmessage: \"If you use this dataset, please cite it as "
                       "below.\"\ntype: dataset\n";
    text += fmt::format("title: {}\n", yamlText(card.title));
    if (!card.summary.empty())
        text += fmt::format("abstract: {}\n", yamlText(card.summary));
    text += "authors:\n";
    for (const PublicationCard::Author& author : card.authors) {
        text += fmt::format("  - family-names: {}\n", yamlText(author.family));
        if (!author.given.empty())
            text += fmt::format("    given-names: {}\n", yamlText(author.given));
        if (!author.affiliation.empty())
            text += fmt::format("    affiliation: {}\n", yamlText(author.affiliation));
        if (!author.orcid.empty())
            text += fmt::format("    orcid: \"https://orcid.org/{}\"\n", author.orcid);
    }
    text += fmt::format("version: {}\n", yamlText(card.version));
    if (!card.date.empty())
        text += fmt::format("date-released: \"{}\"\n", card.date);
    text += fmt::format("license: {}\n", card.licence);
    if (!card.doi.empty())
        text += fmt::format("doi: {}\n", card.doi);
    if (!card.url.empty())
        text += fmt::format("url: {}\n", yamlText(card.url));
    if (!card.keywords.empty()) {
        text += "keywords:\n";
        for (const std::string& keyword : card.keywords)
            text += fmt::format("  - {}\n", yamlText(keyword));
    }
    return text;
}

nlohmann::ordered_json zenodoJson(const PublicationCard& card)
{
    nlohmann::ordered_json creators = nlohmann::ordered_json::array();
    for (const PublicationCard::Author& author : card.authors) {
        nlohmann::ordered_json creator{
            {"name", author.given.empty() ? author.family : author.family + ", " + author.given}};
        if (!author.affiliation.empty())
            creator["affiliation"] = author.affiliation;
        if (!author.orcid.empty())
            creator["orcid"] = author.orcid;
        creators.push_back(std::move(creator));
    }
    nlohmann::ordered_json zenodo{{"title", card.title},
                                  {"upload_type", "dataset"},
                                  {"description", "<p>" + escapedHtml(card.summary) + "</p>"},
                                  {"creators", creators},
                                  {"license", card.licence},
                                  {"access_right", "open"},
                                  {"keywords", card.keywords},
                                  {"version", card.version}};
    if (const std::string language
        = card.languages.empty() ? std::string() : threeLetters(card.languages.front());
        !language.empty())
        zenodo["language"] = language;
    zenodo["related_identifiers"] = nlohmann::ordered_json::array();
    if (!card.url.empty())
        zenodo["related_identifiers"].push_back(
            {{"identifier", card.url}, {"relation", "isAlternateIdentifier"}});
    return zenodo;
}

}
