#include "engine/formats/common/export_losses.h"
#include "engine/formats/common/format_files.h"
#include "engine/formats/common/tier_shaping.h"
#include "engine/formats/elan/eaf.h"
#include "engine/formats/elan/eaf_declarations.h"
#include "engine/formats/elan/eaf_extras.h"
#include "engine/formats/elan/eaf_vocabulary.h"
#include "engine/formats/input/number_text.h"
#include "engine/formats/input/xml_input.h"

#include <algorithm>
#include <chrono>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <unordered_map>

namespace engine::eaf {

namespace {

constexpr TimeUnit kMilliseconds{kTicksPerMs, 1};

/// By how much all times move, so that none is negative.
std::int64_t offsetOf(const ExchangedTiers& tiers)
{
    std::int64_t least = 0;
    for (const ExchangedTier& tier : tiers.tiers) {
        for (const Segment& segment : tier.segments)
            least = std::min(least, kMilliseconds.start(segment));
    }
    return -least;
}

class Writer {
public:
    explicit Writer(const ExchangedTiers& tiers)
        : m_tiers(withoutOverlaps(withLabelsAsTiers(tiers), kMilliseconds))
        , m_names(uniqueNames(m_tiers))
        , m_offset(offsetOf(m_tiers))
        , m_vocabularies(m_tiers)
        , m_types(m_tiers)
    {
        for (std::size_t i = 0; i < m_tiers.tiers.size(); ++i) {
            m_nameOf[m_tiers.tiers[i].tier.id] = m_names[i];
            for (const Segment& segment : m_tiers.tiers[i].segments)
                m_annotationOf.emplace(segment.id, ++m_lastAnnotation);
        }
    }

    std::string xml()
    {
        for (std::size_t i = 0; i < m_tiers.tiers.size(); ++i)
            writeTier(m_tiers.tiers[i], m_names[i]);
        return header() + "    <TIME_ORDER>\n" + slots() + "    </TIME_ORDER>\n" + m_tierXml + m_types.xml()
            + extrasOf(m_tiers, kLocales, "    ") + languages() + constraintsXml() + m_vocabularies.xml()
            + extrasOf(m_tiers, kExternal, "    ") + "</ANNOTATION_DOCUMENT>\n";
    }

private:
    struct TimeSlot {
        std::int64_t ms = 0;
        bool isMeasured = true;
    };

    std::string languages() const
    {
        const std::string kept = extrasOf(m_tiers, kLanguages, "    ");
        const bool needsOwn
            = m_vocabularies.areAnyInNoLanguage() && kept.find("LANG_ID=\"und\"") == std::string::npos;
        return kept
            + (needsOwn ? "    <LANGUAGE LANG_DEF=\"http://cdb.iso.org/lg/CDB-00130975-001\" "
                          "LANG_ID=\"und\" LANG_LABEL=\"undetermined (und)\"/>\n"
                        : "");
    }

    /// Empty without a value.
    static std::string attribute(const char* name, const std::string& value)
    {
        return value.empty() ? std::string() : fmt::format(" {}=\"{}\"", name, xmlText(value));
    }

    std::string author() const
    {
        const auto found = std::ranges::find(m_tiers.extras, kAuthor, &FormatExtra::kind);
        return found != m_tiers.extras.end() && found->format == kId ? found->text : std::string();
    }

    std::string header() const
    {
        const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
        std::string xml = fmt::format(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ANNOTATION_DOCUMENT AUTHOR=\"{}\" "
            "DATE=\"{:%FT%T}+00:00\" "
            "FORMAT=\"3.0\" VERSION=\"3.0\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
            "xsi:noNamespaceSchemaLocation=\"http://www.mpi.nl/tools/elan/EAFv3.0.xsd\">\n"
            "{}    <HEADER MEDIA_FILE=\"\" TIME_UNITS=\"milliseconds\">\n",
            xmlText(author()), fmt::gmtime(std::chrono::system_clock::to_time_t(now)),
            extrasOf(m_tiers, kLicences, "    "));
        for (const MediaReference& media : m_tiers.media)
            xml += fmt::format("        <MEDIA_DESCRIPTOR{} MEDIA_URL=\"{}\" MIME_TYPE=\"{}\"{}{}/>\n",
                               attribute("EXTRACTED_FROM", media.extractedFrom), xmlText(media.url),
                               xmlText(media.mimeType.empty() ? "unknown" : media.mimeType),
                               attribute("RELATIVE_MEDIA_URL", media.relative),
                               attribute("TIME_ORIGIN", media.timeOrigin));
        xml += extrasOf(m_tiers, kLinkedFiles, "        ") + extrasOf(m_tiers, kProperties, "        ");
        xml += fmt::format("        <PROPERTY NAME=\"lastUsedAnnotationId\">{}</PROPERTY>\n",
                           m_lastAnnotation);
        if (m_offset != 0)
            xml += fmt::format("        <PROPERTY NAME=\"{}\">{}</PROPERTY>\n", kOffsetProperty, m_offset);
        return xml + "    </HEADER>\n";
    }

    std::string slots() const
    {
        std::string xml;
        for (std::size_t i = 0; i < m_slots.size(); ++i)
            xml += m_slots[i].isMeasured
                ? fmt::format("        <TIME_SLOT TIME_SLOT_ID=\"ts{}\" TIME_VALUE=\"{}\"/>\n", i + 1,
                              m_slots[i].ms + m_offset)
                : fmt::format("        <TIME_SLOT TIME_SLOT_ID=\"ts{}\"/>\n", i + 1);
        return xml;
    }

    std::size_t addSlot(std::int64_t ms, bool isMeasured)
    {
        m_slots.push_back({ms, isMeasured});
        return m_slots.size();
    }

    void writeTier(const ExchangedTier& tier, const std::string& name)
    {
        const Vocabularies::Written* vocabulary = m_vocabularies.add(tier);
        const auto parent = m_nameOf.find(tier.tier.parent);
        std::string attributes;
        if (!tier.tier.annotator.empty())
            attributes += fmt::format(" ANNOTATOR=\"{}\"", xmlText(tier.tier.annotator));
        attributes += fmt::format(" LINGUISTIC_TYPE_REF=\"{}\"", xmlText(m_types.nameOf(tier, vocabulary)));
        if (parent != m_nameOf.end())
            attributes += fmt::format(" PARENT_REF=\"{}\"", xmlText(parent->second));
        if (!tier.tier.participant.empty())
            attributes += fmt::format(" PARTICIPANT=\"{}\"", xmlText(tier.tier.participant));
        m_tierXml += fmt::format("    <TIER{} TIER_ID=\"{}\">\n", attributes, xmlText(name));
        m_previous.clear();
        m_lastEnd = 0;
        for (const Segment& segment : tier.segments)
            writeAnnotation(tier, segment, vocabulary);
        m_tierXml += "    </TIER>\n";
    }

    void writeAnnotation(const ExchangedTier& tier, const Segment& segment,
                         const Vocabularies::Written* vocabulary)
    {
        const std::size_t id = m_annotationOf.at(segment.id);
        std::string entry;
        if (vocabulary) {
            entry = attribute("CVE_REF", vocabulary->idOf(segment.text));
        }
        const auto parent = m_annotationOf.find(segment.parent);
        const bool isReference = isSymbolic(tier.tier) && parent != m_annotationOf.end();
        std::string times;
        if (isReference) {
            times = fmt::format(" ANNOTATION_REF=\"a{}\"", parent->second);
            const auto previous = m_previous.find(segment.parent);
            if (tier.tier.constraint == Constraint::SymbolicSubdivision && previous != m_previous.end())
                entry += fmt::format(" PREVIOUS_ANNOTATION=\"a{}\"", previous->second);
            m_previous[segment.parent] = id;
        } else {
            times = slotsOf(tier, segment);
        }
        const char* element = isReference ? "REF_ANNOTATION" : "ALIGNABLE_ANNOTATION";
        m_tierXml
            += fmt::format("        <ANNOTATION>\n            <{0} ANNOTATION_ID=\"a{1}\"{2}{3}>\n"
                           "                <ANNOTATION_VALUE>{4}</ANNOTATION_VALUE>\n            </{0}>\n"
                           "        </ANNOTATION>\n",
                           element, id, times, entry, xmlText(segment.text));
    }

    /// Two slots of its own; but a subdivision shares those inside its parent, and they have no time when
    /// none was measured.
    std::string slotsOf(const ExchangedTier& tier, const Segment& segment)
    {
        const std::int64_t start = kMilliseconds.start(segment);
        const std::int64_t end = kMilliseconds.end(segment);
        const bool continues = tier.tier.constraint == Constraint::TimeSubdivision && m_lastEnd > 0
            && m_slots[m_lastEnd - 1].ms == start && m_lastParent == segment.parent;
        std::size_t first = m_lastEnd;
        if (continues)
            m_slots[m_lastEnd - 1].isMeasured
                = !tier.interpolated.contains(segment.id) || segment.start.recorded.has_value();
        else
            first = addSlot(start, true);
        m_lastEnd = addSlot(end, true);
        m_lastParent = segment.parent;
        return fmt::format(" TIME_SLOT_REF1=\"ts{}\" TIME_SLOT_REF2=\"ts{}\"", first, m_lastEnd);
    }

    ExchangedTiers m_tiers;
    std::vector<std::string> m_names;
    std::int64_t m_offset;
    std::map<TierId, std::string> m_nameOf;
    std::unordered_map<SegmentId, std::size_t> m_annotationOf;
    std::size_t m_lastAnnotation = 0;
    std::vector<TimeSlot> m_slots;
    Vocabularies m_vocabularies;
    LinguisticTypes m_types;
    std::string m_tierXml;
    std::unordered_map<SegmentId, std::size_t> m_previous; ///< by parent: its last child
    std::size_t m_lastEnd = 0; ///< number of the last slot of this tier
    SegmentId m_lastParent = 0;
};

}

std::vector<std::string> losses(const ExchangedTiers& tiers)
{
    Carries carries;
    carries.emptyTiers = true;
    carries.overlaps = false;
    carries.tree = true;
    carries.vocabularies = true;
    carries.labels = LabelsIn::OwnTiers;
    carries.annotators = true;
    carries.participants = true;
    carries.carriageReturns = true;
    carries.ownNames = true;
    carries.controls = false;
    carries.media = true;
    carries.format = kId;
    carries.decimals = 3;
    std::vector<std::string> sentences = lossesOf(tiers, carries);
    Vocabularies vocabularies(tiers);
    for (const ExchangedTier& tier : tiers.tiers) {
        const auto label = labelInText(tier);
        const LabelScheme* scheme = label ? tier.tier.label(*label) : nullptr;
        if (scheme && !vocabularies.add(tier))
            sentences.push_back(fmt::format("That '{}' has {} cannot be kept.", tier.tier.name,
                                            std::holds_alternative<FreeText>(scheme->scale) ? "free text"
                                                : std::holds_alternative<Vocabulary>(scheme->scale)
                                                ? "a vocabulary without terms"
                                                : "a scale of any number"));
        const auto* vocabulary = scheme ? std::get_if<Vocabulary>(&scheme->scale) : nullptr;
        const auto isNoTerm = [&](const Segment& segment) {
            return segment.values.contains(*label)
                && std::ranges::find(vocabulary->terms, segment.text, &Term::name) == vocabulary->terms.end();
        };
        if (vocabulary && std::ranges::any_of(tier.segments, isNoTerm))
            sentences.push_back(fmt::format("Labels of '{}' that are no terms of '{}' are texts alone.",
                                            tier.tier.name, *label));
    }
    if (const std::int64_t offset = offsetOf(tiers); offset != 0)
        sentences.push_back(
            fmt::format("EAF has no negative times: all are moved by {} ms, which reading takes back; "
                        "in ELAN they lie that much later than the recording.",
                        offset));
    return sentences;
}

std::vector<std::filesystem::path> write(const ExchangedTiers& tiers, const std::filesystem::path& path,
                                         const ExportOptions& options)
{
    return writeTogether({{path, Writer(tiers).xml()}}, path, options);
}

}

namespace engine {

const Format& eafFormat()
{
    static const Format format{"eaf",
                               "ELAN",
                               {".eaf"},
                               [](std::string_view beginning) {
                                   return beginning.find("<ANNOTATION_DOCUMENT") != std::string_view::npos;
                               },
                               eaf::read,
                               eaf::losses,
                               eaf::write};
    return format;
}

}
