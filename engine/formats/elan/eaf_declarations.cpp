#include "engine/formats/elan/eaf_declarations.h"

#include "engine/formats/common/tier_shaping.h"
#include "engine/formats/elan/eaf_extras.h"
#include "engine/formats/elan/eaf_vocabulary.h"
#include "engine/formats/input/xml_input.h"

#include <algorithm>
#include <fmt/format.h>

namespace engine::eaf {

namespace {

struct Stereotype {
    Constraint constraint;
    const char* name;
    const char* description;
};

constexpr Stereotype kStereotypes[]{
    {Constraint::TimeSubdivision, "Time_Subdivision", "Children fill their parent's time without gaps"},
    {Constraint::SymbolicSubdivision, "Symbolic_Subdivision", "Ordered children without times of their own"},
    {Constraint::SymbolicAssociation, "Symbolic_Association", "One child with its parent's time"},
    {Constraint::IncludedIn, "Included_In", "Children lie within their parent; gaps are allowed"}};

const Stereotype* stereotypeOf(Constraint constraint)
{
    const auto* found = std::ranges::find(kStereotypes, constraint, &Stereotype::constraint);
    return found == std::end(kStereotypes) ? nullptr : found;
}

}

std::string Vocabularies::Written::idOf(const std::string& entry) const
{
    const auto found = std::ranges::find(entries, entry);
    const auto known = ids.find(entry);
    return known != ids.end() ? known->second
        : found == entries.end()
        ? std::string()
        : fmt::format("cve{}", firstId + static_cast<std::size_t>(found - entries.begin()) + 1);
}

Vocabularies::Vocabularies(const ExchangedTiers& tiers)
{
    for (const FormatExtra& extra : tiers.extras) {
        pugi::xml_document document;
        if (extra.format != kId || extra.kind != kVocabularies || !document.load_string(extra.text.c_str()))
            continue;
        for (const auto& [name, read] : readVocabularies(document)) {
            Written kept{name, entriesOf(read.scheme), 0, extra.text, {}};
            for (const auto& [id, term] : read.terms)
                kept.ids.emplace(term, id);
            m_written.emplace(name, std::move(kept));
        }
    }
}

const Vocabularies::Written* Vocabularies::add(const ExchangedTier& tier)
{
    const auto label = labelInText(tier);
    const LabelScheme* scheme = label ? tier.tier.label(*label) : nullptr;
    if (!scheme)
        return nullptr;
    Written made{scheme->name, entriesOf(*scheme), m_lastId};
    const auto kept = m_written.find(scheme->name);
    if (kept != m_written.end() && kept->second.entries == made.entries)
        return &kept->second;
    if (made.entries.empty())
        return nullptr;
    for (int number = 1;; ++number) {
        const std::string name = number == 1 ? made.name : fmt::format("{} ({})", made.name, number);
        const auto found = m_written.find(name);
        if (found != m_written.end() && found->second.entries != made.entries)
            continue;
        if (found == m_written.end())
            m_lastId += made.entries.size();
        made.name = name;
        return &m_written.try_emplace(name, std::move(made)).first->second;
    }
}

std::string Vocabularies::xml() const
{
    std::string xml;
    for (const auto& [name, vocabulary] : m_written) {
        if (!vocabulary.xml.empty()) {
            xml += "    " + vocabulary.xml + "\n";
            continue;
        }
        xml += fmt::format(
            "    <CONTROLLED_VOCABULARY CV_ID=\"{}\">\n        <DESCRIPTION LANG_REF=\"und\"/>\n",
            xmlText(name));
        for (std::size_t i = 0; i < vocabulary.entries.size(); ++i)
            xml += fmt::format(
                "        <CV_ENTRY_ML CVE_ID=\"cve{}\">\n            <CVE_VALUE LANG_REF=\"und\">{}"
                "</CVE_VALUE>\n        </CV_ENTRY_ML>\n",
                vocabulary.firstId + i + 1, xmlText(vocabulary.entries[i]));
        xml += "    </CONTROLLED_VOCABULARY>\n";
    }
    return xml;
}

bool Vocabularies::areAnyInNoLanguage() const
{
    return std::ranges::any_of(m_written, [](const auto& each) {
        const std::string& xml = each.second.xml;
        return xml.empty() || xml.find(fmt::format("LANG_REF=\"{}\"", kNoLanguage)) != std::string::npos;
    });
}

LinguisticTypes::LinguisticTypes(const ExchangedTiers& tiers) : m_xml(extrasOf(tiers, kTypes, "    "))
{
    pugi::xml_document document;
    document.load_string(m_xml.c_str(), pugi::parse_default | pugi::parse_fragment);
    for (const pugi::xml_node type : document.children())
        m_declared.emplace(type.attribute("LINGUISTIC_TYPE_ID").value(),
                           Declared{type.attribute("CONSTRAINTS").value(),
                                    type.attribute("CONTROLLED_VOCABULARY_REF").value()});
}

std::string LinguisticTypes::nameOf(const ExchangedTier& tier, const Vocabularies::Written* vocabulary)
{
    const Stereotype* stereotype = tier.tier.parent != 0 ? stereotypeOf(tier.tier.constraint) : nullptr;
    const Declared wanted{stereotype ? stereotype->name : "", vocabulary ? vocabulary->name : ""};
    const std::string usual = !tier.type.empty()
        ? tier.type
        : (stereotype ? stereotype->name : "default") + (vocabulary ? " " + vocabulary->name : std::string());
    std::string name = usual;
    for (int number = 2;; ++number) {
        const auto [found, isNew] = m_declared.try_emplace(name, wanted);
        if (!isNew && found->second == wanted)
            return name;
        if (isNew)
            break;
        name = fmt::format("{} ({})", usual, number);
    }
    m_xml += fmt::format(
        "    <LINGUISTIC_TYPE{}{} GRAPHIC_REFERENCES=\"false\" LINGUISTIC_TYPE_ID=\"{}\" "
        "TIME_ALIGNABLE=\"{}\"/>\n",
        stereotype ? fmt::format(" CONSTRAINTS=\"{}\"", stereotype->name) : "",
        vocabulary ? fmt::format(" CONTROLLED_VOCABULARY_REF=\"{}\"", xmlText(vocabulary->name)) : "",
        xmlText(name), isSymbolic(tier.tier) ? "false" : "true");
    return name;
}

std::string constraintsXml()
{
    std::string xml;
    for (const Stereotype& stereotype : kStereotypes)
        xml += fmt::format("    <CONSTRAINT DESCRIPTION=\"{}\" STEREOTYPE=\"{}\"/>\n",
                           xmlText(stereotype.description), stereotype.name);
    return xml;
}

}
