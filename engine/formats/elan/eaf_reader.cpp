#include "engine/formats/common/tier_import.h"
#include "engine/formats/elan/eaf.h"
#include "engine/formats/elan/eaf_annotations.h"
#include "engine/formats/elan/eaf_extras.h"
#include "engine/formats/elan/eaf_vocabulary.h"
#include "engine/formats/input/number_text.h"
#include "engine/formats/input/xml_input.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <unordered_map>

namespace engine::eaf {

namespace {

constexpr std::size_t kMostTiers = 5000;

Constraint constraintOf(std::string_view stereotype)
{
    if (stereotype == "Time_Subdivision")
        return Constraint::TimeSubdivision;
    if (stereotype == "Included_In")
        return Constraint::IncludedIn;
    if (stereotype == "Symbolic_Subdivision")
        return Constraint::SymbolicSubdivision;
    return stereotype == "Symbolic_Association" ? Constraint::SymbolicAssociation : Constraint::None;
}

class EafReader {
public:
    explicit EafReader(const std::filesystem::path& path) : m_import(path), m_xml(path)
    {
        m_root = m_xml.document().child("ANNOTATION_DOCUMENT");
        if (!m_root)
            m_import.fail(0, "is no EAF: it has no ANNOTATION_DOCUMENT");
        m_import.notes(m_xml.notes());
    }

    ImportedTiers read()
    {
        readHeader();
        for (FormatExtra& extra : extrasIn(m_root))
            m_import.addExtra(std::move(extra));
        m_import.notes(notesOnWhatIsLeftOut(m_root));
        readSlots();
        m_vocabularies = readVocabularies(m_root);
        if (m_root.child("EXTERNAL_REF"))
            m_import.note("Vocabularies in other files are not fetched.");
        for (const pugi::xml_node node : m_root.children("LINGUISTIC_TYPE"))
            m_types.emplace(node.attribute("LINGUISTIC_TYPE_ID").value(), node);
        for (const pugi::xml_node node : m_root.children("TIER"))
            readTier(node);
        linkTiers();
        for (std::size_t place = 0; place < m_tierNodes.size(); ++place)
            findAnnotations(place);
        resolveReferences();
        for (const std::size_t place : byDepth()) // times that a parent's slots get hold for its children's
            m_interpolated += interpolate(annotationsOf(place));
        addAll();
        for (std::size_t place = 0; place < m_tierNodes.size(); ++place)
            finishTier(place);
        if (m_interpolated > 0)
            m_import.note(
                fmt::format("{} boundaries have no time in the file; they were put evenly between their "
                            "neighbours.",
                            m_interpolated));
        if (m_foreignEntries > 0)
            m_import.note(fmt::format("{} annotations refer to entries of vocabularies that are not in the "
                                      "file: their texts are kept, the references are not.",
                                      m_foreignEntries));
        if (m_tierNodes.empty())
            m_import.fail(0, "has no tier");
        return m_import.finish();
    }

private:
    void readHeader()
    {
        const pugi::xml_node header = m_root.child("HEADER");
        const std::string_view units = header.attribute("TIME_UNITS").as_string("milliseconds");
        if (units == "PAL-frames")
            m_unitsPerSecond = 25.0;
        else if (units == "NTSC-frames")
            m_unitsPerSecond = 30000.0 / 1001.0;
        if (m_unitsPerSecond != 1000.0)
            m_import.note(fmt::format("Times are counted in {}.", units));
        for (const pugi::xml_node media : header.children("MEDIA_DESCRIPTOR")) {
            const std::string origin = media.attribute("TIME_ORIGIN").value();
            m_import.addMedia({media.attribute("MEDIA_URL").value(),
                               media.attribute("RELATIVE_MEDIA_URL").value(),
                               media.attribute("MIME_TYPE").value(), origin == "0" ? "" : origin,
                               media.attribute("EXTRACTED_FROM").value()});
            if (!origin.empty() && origin != "0")
                m_import.note(fmt::format("{} begins {} ms into its file.",
                                          media.attribute("MEDIA_URL").value(), origin));
        }
        for (const pugi::xml_node property : header.children("PROPERTY")) {
            if (std::string_view(property.attribute("NAME").value()) == kOffsetProperty)
                m_offset = numberIn(property.child_value()).value_or(0.0);
        }
    }

    void readSlots()
    {
        for (const pugi::xml_node node : m_root.child("TIME_ORDER").children("TIME_SLOT")) {
            Slot slot{m_slots.size(), std::nullopt, false};
            if (const pugi::xml_attribute value = node.attribute("TIME_VALUE"); value && *value.value()) {
                const auto units = numberIn(value.value());
                if (!units || !std::isfinite(*units))
                    m_import.fail(m_xml.lineOf(node), fmt::format("'{}' is no time", value.value()));
                slot.seconds = (*units - m_offset) / m_unitsPerSecond;
            }
            m_slots.emplace(node.attribute("TIME_SLOT_ID").value(), slot);
        }
    }

    void readTier(pugi::xml_node node)
    {
        Tier tier;
        tier.name = node.attribute("TIER_ID").value();
        tier.annotator = node.attribute("ANNOTATOR").value();
        if (m_tierNodes.size() >= kMostTiers)
            m_import.fail(m_xml.lineOf(node), fmt::format("has more than {} tiers", kMostTiers));
        const auto type = m_types.find(node.attribute("LINGUISTIC_TYPE_REF").value());
        const pugi::xml_node declared = type == m_types.end() ? pugi::xml_node() : type->second;
        tier.constraint = constraintOf(declared.attribute("CONSTRAINTS").value());
        const ControlledVocabulary* vocabulary = nullptr;
        if (const auto found = m_vocabularies.find(declared.attribute("CONTROLLED_VOCABULARY_REF").value());
            found != m_vocabularies.end()) {
            vocabulary = &found->second;
            tier.labels.push_back(vocabulary->scheme);
        }
        const std::size_t place = m_import.addTier(std::move(tier), m_xml.lineOf(node));
        m_import.tier(place).tier.participant = node.attribute("PARTICIPANT").value();
        m_import.tier(place).type = node.attribute("LINGUISTIC_TYPE_REF").value();
        m_tierNodes.push_back(node);
        m_tierVocabularies.push_back(vocabulary);
        m_tierPlaces.emplace(node.attribute("TIER_ID").value(), place);
    }

    void linkTiers()
    {
        for (std::size_t place = 0; place < m_tierNodes.size(); ++place) {
            Tier& tier = m_import.tier(place).tier;
            const std::string parent = m_tierNodes[place].attribute("PARENT_REF").value();
            const auto found = m_tierPlaces.find(parent);
            if (found != m_tierPlaces.end() && !isAbove(place, found->second)) {
                tier.parent = m_import.tier(found->second).tier.id;
                if (tier.constraint == Constraint::None)
                    tier.constraint = Constraint::IncludedIn; // the weakest
                continue;
            }
            if (!parent.empty())
                m_import.note(fmt::format("The parent '{}' of tier '{}' is not there.", parent, tier.name));
            tier.constraint = Constraint::None;
        }
    }

    /// Whether the tier at `place` is the one at `below`, or above it.
    bool isAbove(std::size_t place, std::size_t below)
    {
        for (std::size_t at = below;; at = static_cast<std::size_t>(m_import.tier(at).tier.parent - 1)) {
            if (at == place)
                return true;
            if (m_import.tier(at).tier.parent == 0)
                return false;
        }
    }

    std::vector<std::size_t> byDepth()
    {
        std::vector<std::pair<int, std::size_t>> depths;
        for (std::size_t place = 0; place < m_tierNodes.size(); ++place) {
            int depth = 0;
            for (TierId at = m_import.tier(place).tier.parent; at != 0;
                 at = m_import.tier(static_cast<std::size_t>(at - 1)).tier.parent)
                ++depth;
            depths.emplace_back(depth, place);
        }
        std::ranges::sort(depths);
        std::vector<std::size_t> places;
        for (const auto& [depth, place] : depths)
            places.push_back(place);
        return places;
    }

    Slot* slotOf(pugi::xml_node node, const char* attribute)
    {
        const auto found = m_slots.find(node.attribute(attribute).value());
        return found == m_slots.end() ? nullptr : &found->second;
    }

    void skip(const Found& found, const std::string& reason)
    {
        m_import.skip(m_xml.lineOf(found.node),
                      fmt::format("annotation {} {}", found.node.attribute("ANNOTATION_ID").value(), reason));
    }

    void findAnnotations(std::size_t place)
    {
        m_first.push_back(m_found.size());
        for (const pugi::xml_node annotation : m_tierNodes[place].children("ANNOTATION")) {
            Found found{annotation.first_child(), place, nullptr, nullptr, 0, 0};
            while (found.node && found.node.type() != pugi::node_element)
                found.node = found.node.next_sibling();
            if (!found.node) {
                m_import.skip(m_xml.lineOf(annotation), "an annotation without content");
                continue;
            }
            if (std::string_view(found.node.name()) == "ALIGNABLE_ANNOTATION") {
                found.start = slotOf(found.node, "TIME_SLOT_REF1");
                found.end = slotOf(found.node, "TIME_SLOT_REF2");
                if (!found.start || !found.end) {
                    skip(found, "refers to a time slot that is not there");
                    continue;
                }
            }
            m_found.push_back(found);
            m_byId.emplace(found.node.attribute("ANNOTATION_ID").value(), m_found.size()); // + 1
        }
    }

    void resolveReferences()
    {
        m_first.push_back(m_found.size());
        for (Found& found : m_found) {
            const auto parent = m_byId.find(found.node.attribute("ANNOTATION_REF").value());
            if (!found.start && parent != m_byId.end())
                found.parent = parent->second;
        }
    }

    void addAll()
    {
        const std::vector<const Found*> givers = timesOf(m_found);
        for (Found& found : m_found) {
            const Found* times = givers[static_cast<std::size_t>(&found - m_found.data())];
            if (!times) {
                skip(found, "refers to no annotation that is there");
                continue;
            }
            if (!times->start->seconds || !times->end->seconds) {
                skip(found, "has no time, and neither have its neighbours");
                continue;
            }
            Segment* segment
                = m_import.add(found.tier, *times->start->seconds, *times->end->seconds,
                               found.node.child_value("ANNOTATION_VALUE"), m_xml.lineOf(found.node));
            if (!segment)
                continue;
            found.segment = segment->id;
            if (times->start->isInterpolated)
                segment->start.recorded.reset();
            if (times->end->isInterpolated)
                segment->end.recorded.reset();
            if (found.start && found.start->isInterpolated)
                m_import.tier(found.tier).interpolated.insert(segment->id);
            setLabel(found, *segment);
        }
    }

    void setLabel(const Found& found, Segment& segment)
    {
        const ControlledVocabulary* vocabulary = m_tierVocabularies[found.tier];
        const std::string reference = found.node.attribute("CVE_REF").value();
        m_foreignEntries
            += !reference.empty() && !(vocabulary && vocabulary->terms.contains(reference)) ? 1 : 0;
        if (!vocabulary)
            return;
        const auto entry = vocabulary->terms.find(reference);
        const std::string& term = entry == vocabulary->terms.end() ? segment.text : entry->second;
        const LabelScheme& scheme = vocabulary->scheme;
        if (std::holds_alternative<NumberScale>(scheme.scale)) {
            if (const auto number = numberIn(term); number && std::isfinite(*number))
                m_import.setLabel(segment, scheme.name, valueOf(*number));
        } else if (vocabulary->names.contains(term)) {
            m_import.setLabel(segment, scheme.name, valueOf(term));
        }
    }

    void finishTier(std::size_t place)
    {
        ExchangedTier& tier = m_import.tier(place);
        if (tier.tier.parent == 0)
            return;
        if (isSymbolic(tier.tier))
            linkByReference(place);
        else
            linkByTime(tier, m_import.tier(static_cast<std::size_t>(tier.tier.parent - 1)));
        if (tier.tier.constraint == Constraint::SymbolicSubdivision)
            orderByChain(tier, chainOf(place));
    }

    std::span<Found> annotationsOf(std::size_t place)
    {
        return std::span(m_found).subspan(m_first[place], m_first[place + 1] - m_first[place]);
    }

    /// By PREVIOUS_ANNOTATION: the segment that follows another.
    std::unordered_map<SegmentId, SegmentId> chainOf(std::size_t place)
    {
        std::unordered_map<SegmentId, SegmentId> nextOf;
        for (const Found& found : annotationsOf(place)) {
            const auto previous = m_byId.find(found.node.attribute("PREVIOUS_ANNOTATION").value());
            const SegmentId before = previous == m_byId.end() ? 0 : m_found[previous->second - 1].segment;
            if (found.segment != 0 && before != 0)
                nextOf.emplace(before, found.segment);
        }
        return nextOf;
    }

    void linkByReference(std::size_t place)
    {
        ExchangedTier& tier = m_import.tier(place);
        std::size_t next = 0;
        for (const Found& found : annotationsOf(place)) {
            if (found.segment == 0)
                continue;
            const Found* parent = found.parent > 0 ? &m_found[found.parent - 1] : nullptr;
            const bool isBelow = parent && m_import.tier(parent->tier).tier.id == tier.tier.parent;
            tier.segments[next++].parent = isBelow ? parent->segment : 0;
        }
    }

    TierImport m_import;
    XmlInput m_xml;
    pugi::xml_node m_root;
    double m_unitsPerSecond = 1000.0;
    double m_offset = 0.0; ///< units
    std::unordered_map<std::string, Slot> m_slots;
    std::map<std::string, ControlledVocabulary> m_vocabularies;
    std::map<std::string, pugi::xml_node> m_types;
    std::vector<pugi::xml_node> m_tierNodes;
    std::vector<const ControlledVocabulary*> m_tierVocabularies;
    std::map<std::string, std::size_t> m_tierPlaces;
    std::vector<Found> m_found;
    std::vector<std::size_t> m_first; ///< by tier: its first annotation; and behind the last
    std::unordered_map<std::string, std::size_t> m_byId; ///< place among m_found, + 1
    std::size_t m_interpolated = 0;
    std::size_t m_foreignEntries = 0; ///< references to entries that are not there
};

}

ImportedTiers read(const std::filesystem::path& path, const ImportOptions&)
{
    return EafReader(path).read();
}

}
