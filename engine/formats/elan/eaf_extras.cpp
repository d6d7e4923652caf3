#include "engine/formats/elan/eaf_extras.h"

#include "engine/formats/elan/eaf.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iterator>
#include <sstream>

namespace engine::eaf {

namespace {

std::string xmlOf(pugi::xml_node node)
{
    std::ostringstream text;
    node.print(text, "", pugi::format_raw);
    return text.str();
}

bool isSaid(pugi::xml_attribute attribute)
{
    return attribute && *attribute.value();
}

/// Whether a label scheme holds only part of it.
bool isRich(pugi::xml_node vocabulary)
{
    if (vocabulary.attribute("EXT_REF") || isSaid(vocabulary.attribute("DESCRIPTION")))
        return true;
    for (const pugi::xml_node node : vocabulary.children()) {
        const auto values = node.children("CVE_VALUE");
        const std::string_view said = node.child_value();
        const bool isDescription = std::string_view(node.name()) == "DESCRIPTION";
        if (std::distance(values.begin(), values.end()) > 1 || node.attribute("EXT_REF")
            || isSaid(node.attribute("DESCRIPTION")) || (isDescription && !said.empty())
            || std::ranges::any_of(
                values, [](pugi::xml_node value) { return isSaid(value.attribute("DESCRIPTION")); }))
            return true;
    }
    return false;
}

/// Whether a tier's type names it: else no tier would hold it.
bool isUsed(pugi::xml_node document, std::string_view vocabulary)
{
    std::set<std::string_view> types;
    for (const pugi::xml_node type : document.children("LINGUISTIC_TYPE")) {
        if (type.attribute("CONTROLLED_VOCABULARY_REF").value() == vocabulary)
            types.insert(type.attribute("LINGUISTIC_TYPE_ID").value());
    }
    return std::ranges::any_of(document.children("TIER"), [&](pugi::xml_node tier) {
        return types.contains(tier.attribute("LINGUISTIC_TYPE_REF").value());
    });
}

/// The vocabulary of an EAF up to 2.7 in the form of 3.0, in no language.
std::string modern(pugi::xml_node vocabulary, std::size_t number)
{
    pugi::xml_document document;
    pugi::xml_node made = document.append_child("CONTROLLED_VOCABULARY");
    made.append_attribute("CV_ID") = vocabulary.attribute("CV_ID").value();
    pugi::xml_node description = made.append_child("DESCRIPTION");
    description.append_attribute("LANG_REF") = kNoLanguage;
    if (isSaid(vocabulary.attribute("DESCRIPTION")))
        description.text() = vocabulary.attribute("DESCRIPTION").value();
    std::size_t place = 0;
    for (const pugi::xml_node entry : vocabulary.children("CV_ENTRY")) {
        pugi::xml_node said = made.append_child("CV_ENTRY_ML");
        said.append_attribute("CVE_ID") = fmt::format("cv{}_{}", number, ++place).c_str();
        pugi::xml_node value = said.append_child("CVE_VALUE");
        value.append_attribute("DESCRIPTION") = entry.attribute("DESCRIPTION").value();
        value.append_attribute("LANG_REF") = kNoLanguage;
        value.text() = entry.child_value();
    }
    return xmlOf(made);
}

}

std::vector<FormatExtra> extrasIn(pugi::xml_node document)
{
    std::vector<FormatExtra> extras;
    const auto keep = [&](std::string_view kind, pugi::xml_node node) {
        extras.push_back({kId, kind, xmlOf(node)});
    };
    if (const std::string author = document.attribute("AUTHOR").value(); !author.empty())
        extras.push_back({kId, kAuthor, author});
    for (const pugi::xml_node node : document.children("LICENSE")) {
        if (node.attribute("LICENSE_URL").value()[0] || node.child_value()[0])
            keep(kLicences, node);
    }
    const pugi::xml_node header = document.child("HEADER");
    for (const pugi::xml_node node : header.children("LINKED_FILE_DESCRIPTOR"))
        keep(kLinkedFiles, node);
    for (const pugi::xml_node node : header.children("PROPERTY")) {
        const std::string_view name = node.attribute("NAME").value();
        if (name != "lastUsedAnnotationId" && name != kOffsetProperty) // the writer has its own
            keep(kProperties, node);
    }
    bool hasRich = false;
    std::size_t vocabularies = 0;
    for (const pugi::xml_node node : document.children("CONTROLLED_VOCABULARY")) {
        ++vocabularies;
        if (!isRich(node) && isUsed(document, node.attribute("CV_ID").value()))
            continue;
        if (node.child("CV_ENTRY"))
            extras.push_back({kId, kVocabularies, modern(node, vocabularies)});
        else
            keep(kVocabularies, node);
        hasRich = true;
    }
    for (const pugi::xml_node node : document.children("LINGUISTIC_TYPE"))
        keep(kTypes, node);
    for (const pugi::xml_node node : document.children("LANGUAGE")) {
        if (hasRich || node.attribute("LANG_ID").value() != std::string_view(kNoLanguage))
            keep(kLanguages, node);
    }
    for (const pugi::xml_node node : document.children("LOCALE"))
        keep(kLocales, node);
    for (const pugi::xml_node node : document.children("EXTERNAL_REF"))
        keep(kExternal, node);
    return extras;
}

std::vector<std::string> notesOnWhatIsLeftOut(pugi::xml_node document)
{
    std::set<std::string> left;
    for (const char* name : {"LEXICON_REF", "REF_LINK_SET"}) {
        if (document.child(name))
            left.insert(name);
    }
    for (const pugi::xml_node tier : document.children("TIER")) {
        for (const char* name : {"DEFAULT_LOCALE", "LANG_REF", "EXT_REF"}) {
            if (tier.attribute(name))
                left.insert(std::string(name) + " of tiers");
        }
        for (const pugi::xml_node annotation : tier.children("ANNOTATION")) {
            for (const char* name : {"SVG_REF", "LANG_REF", "EXT_REF"}) {
                if (annotation.first_child().attribute(name))
                    left.insert(std::string(name) + " of annotations");
            }
        }
    }
    if (left.empty())
        return {};
    return {fmt::format("Not read: {}.", fmt::join(left, ", "))};
}

std::string extrasOf(const ExchangedTiers& tiers, std::string_view kind, const std::string& indent)
{
    std::string text;
    for (const FormatExtra& extra : tiers.extras) {
        if (extra.format == kId && extra.kind == kind)
            text += indent + extra.text + "\n";
    }
    return text;
}

}
