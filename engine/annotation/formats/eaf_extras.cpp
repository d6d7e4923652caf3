#include "engine/annotation/formats/eaf_extras.h"

#include "engine/annotation/formats/eaf.h"

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

/// Whether a label scheme holds only part of it.
bool isRich(pugi::xml_node vocabulary)
{
    if (vocabulary.attribute("EXT_REF"))
        return true;
    for (const pugi::xml_node node : vocabulary.children()) {
        const auto values = node.children("CVE_VALUE");
        const std::string_view said = node.child_value();
        const bool isDescription = std::string_view(node.name()) == "DESCRIPTION";
        if (std::distance(values.begin(), values.end()) > 1 || node.attribute("EXT_REF")
            || (isDescription && !said.empty()))
            return true;
    }
    return false;
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
    for (const pugi::xml_node node : document.children("CONTROLLED_VOCABULARY")) {
        if (isRich(node)) {
            keep(kVocabularies, node);
            hasRich = true;
        }
    }
    for (const pugi::xml_node node : document.children("LANGUAGE")) {
        if (hasRich)
            keep(kLanguages, node);
    }
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
