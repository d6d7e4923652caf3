#include "engine/formats/nova/nova.h"

#include "engine/core/error.h"
#include "engine/formats/common/export_losses.h"
#include "engine/formats/common/format_files.h"
#include "engine/formats/common/tier_import.h"
#include "engine/formats/common/tier_shaping.h"
#include "engine/formats/input/number_text.h"
#include "engine/formats/input/xml_input.h"
#include "engine/formats/nova/nova_data.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <map>
#include <optional>
#include <set>

namespace engine {

namespace {

constexpr std::string_view kNoColour = "#FFFFFFFF"; // as NOVA has it where nobody chose one

/// `#AARRGGBB` → `#rrggbb`; empty where there is none.
std::string colourOf(std::string_view stored)
{
    std::string colour;
    if (stored == kNoColour)
        return colour;
    if (stored.size() == 9 && stored[0] == '#')
        colour = "#" + std::string(stored.substr(3));
    else if (stored.size() == 7 && stored[0] == '#')
        colour = stored;
    std::ranges::transform(colour, colour.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'F' ? static_cast<char>(letter + 32) : letter;
    });
    return colour;
}

NovaScheme schemeIn(pugi::xml_node node, Tier& tier)
{
    NovaScheme scheme;
    tier.name = node.attribute("name").value();
    tier.colour = colourOf(node.attribute("color").value());
    const std::string_view type = node.attribute("type").value();
    if (type == "CONTINUOUS") {
        scheme.kind = NovaScheme::Kind::Continuous;
        tier.kind = TierKind::Continuous;
        tier.rate = numberIn(node.attribute("sr").value()).value_or(0.0);
        const auto least = numberIn(node.attribute("min").value());
        const auto greatest = numberIn(node.attribute("max").value());
        if (least && greatest && std::isfinite(*least) && std::isfinite(*greatest))
            tier.labels.push_back({tier.name, NumberScale{*least, *greatest, 0.0}});
    } else if (type == "DISCRETE") {
        scheme.kind = NovaScheme::Kind::Discrete;
        Vocabulary vocabulary;
        for (const pugi::xml_node item : node.children("item")) {
            scheme.classes.emplace(item.attribute("id").as_llong(-1), item.attribute("name").value());
            vocabulary.terms.push_back(
                {item.attribute("name").value(), colourOf(item.attribute("color").value()), {}});
        }
        tier.labels.push_back({tier.name, std::move(vocabulary)});
    } else if (type == "FREE") {
        scheme.kind = NovaScheme::Kind::Free;
    } else {
        scheme.kind = NovaScheme::Kind::Unknown;
    }
    return scheme;
}

/// Those that are not among the known ones, as they are written.
void keepAttributes(TierImport& import, pugi::xml_node node, std::string_view kind,
                    const std::set<std::string_view>& known)
{
    std::string text;
    for (const pugi::xml_attribute attribute : node.attributes()) {
        if (!known.contains(attribute.name()))
            text += fmt::format(" {}=\"{}\"", attribute.name(), xmlText(attribute.value()));
    }
    if (!text.empty())
        import.addExtra({kNovaId, kind, text});
}

ImportedTiers readNova(const std::filesystem::path& given, const ImportOptions&)
{
    const std::string name = given.string();
    const std::filesystem::path header = name.ends_with('~') ? name.substr(0, name.size() - 1) : name;
    const std::filesystem::path data = header.string() + "~";
    for (const auto& [half, other] : {std::pair(header, data), std::pair(data, header)}) {
        std::error_code ignored;
        if (!std::filesystem::exists(half, ignored))
            throw IoError(
                "file_not_found", half.string(),
                fmt::format(
                    "is missing: it belongs to {} (names that end with ~ are often taken for backups)",
                    other.filename().string()));
    }
    TierImport import(data);
    import.addFile(header);
    import.addFile(data);
    const XmlInput xml(header);
    import.notes(xml.notes());
    const pugi::xml_node root = xml.document().child("annotation");
    const pugi::xml_node info = root.child("info");
    Tier tier;
    NovaScheme scheme = schemeIn(root.child("scheme"), tier);
    if (scheme.kind == NovaScheme::Kind::Unknown)
        throw FormatError("data_invalid", header.string(),
                          "has no scheme of the types DISCRETE, FREE and CONTINUOUS");
    if (tier.kind == TierKind::Continuous && !(tier.rate > 0.0 && std::isfinite(tier.rate)))
        throw FormatError("data_invalid", header.string(), "has no sample rate (sr)");
    tier.annotator = root.child("meta").attribute("annotator").value();
    keepAttributes(import, root.child("meta"), kNovaMeta, {"annotator", "role"});
    if (scheme.kind == NovaScheme::Kind::Continuous)
        keepAttributes(import, root.child("scheme"), kNovaRange, {"name", "type", "sr", "min", "max"});
    const std::size_t place = import.addTier(tier);
    import.tier(place).tier.participant = root.child("meta").attribute("role").value();
    const bool isBinary = std::string_view(info.attribute("ftype").value()) == "BINARY";
    const std::size_t found
        = isBinary ? readNovaBinary(data, scheme, import) : readNovaText(data, scheme, import);
    if (const auto size = numberIn(info.attribute("size").value());
        size && *size != static_cast<double>(found))
        import.note(fmt::format("The header speaks of {} items, the data has {}.",
                                info.attribute("size").value(), found));
    return import.finish();
}

/// The classes of a tier whose texts or only label are mostly terms of its vocabulary: these, and behind them
/// texts that are none. Absent: it has free labels.
std::optional<Vocabulary> classesOf(const ExchangedTier& tier)
{
    const auto* vocabulary
        = tier.tier.labels.size() == 1 ? std::get_if<Vocabulary>(&tier.tier.labels.front().scale) : nullptr;
    if (!vocabulary)
        return std::nullopt;
    std::set<std::string> known{kNovaGarbage};
    for (const Term& term : vocabulary->terms)
        known.insert(term.name);
    Vocabulary classes = *vocabulary;
    for (const Segment& segment : tier.segments) {
        const std::string text = onOneLine(textOrLabel(tier.tier, segment));
        if (!known.insert(text).second)
            continue;
        classes.terms.push_back({text, {}, {}});
        if (text.empty() || classes.terms.size() > 2 * vocabulary->terms.size())
            return std::nullopt;
    }
    return classes;
}

/// Of the header, as it stood in the file that the tiers were read from.
std::string extraOf(const ExchangedTiers& tiers, std::string_view kind)
{
    const auto found = std::ranges::find_if(tiers.extras, [&](const FormatExtra& extra) {
        return extra.format == kNovaId && extra.kind == kind;
    });
    return found == tiers.extras.end() ? std::string() : found->text;
}

/// What stood behind items, by their segments.
std::map<SegmentId, std::string> fieldsOf(const ExchangedTiers& tiers)
{
    std::map<SegmentId, std::string> fields;
    for (const FormatExtra& extra : tiers.extras) {
        if (extra.format == kNovaId && extra.kind == kNovaFields)
            fields.emplace(extra.segment, ";" + extra.text);
    }
    return fields;
}

std::string novaColour(const std::string& colour)
{
    return colour.size() == 7 ? "#FF" + colour.substr(1) : std::string(kNoColour);
}

std::string itemsOf(const ExchangedTier& tier, const Vocabulary* vocabulary,
                    const std::map<SegmentId, std::string>& fields)
{
    std::string text;
    for (const Segment& segment : tier.segments) {
        std::string label = onOneLine(textOrLabel(tier.tier, segment));
        if (vocabulary) {
            const auto found = std::ranges::find(vocabulary->terms, label, &Term::name);
            label
                = found == vocabulary->terms.end() ? "-1" : std::to_string(found - vocabulary->terms.begin());
        } else {
            std::ranges::replace(label, ';', ','); // NOVA does not escape it
        }
        const auto behind = fields.find(segment.id);
        text
            += fmt::format("{};{};{};{}{}\n", shortest(segment.start.seconds()),
                           shortest(segment.end.seconds()), label, shortest(segment.confidence.value_or(1.0)),
                           behind == fields.end() ? std::string() : behind->second);
    }
    return text;
}

/// All runs of values as one from 0 on; NaN where there is none.
std::vector<float> valuesOf(const ExchangedTier& tier)
{
    std::vector<float> values;
    for (const Segment& segment : tier.segments) {
        const auto first
            = static_cast<std::size_t>(std::max(0.0, std::round(segment.start.seconds() * tier.tier.rate)));
        if (values.size() < first + segment.samples.size())
            values.resize(first + segment.samples.size(), std::numeric_limits<float>::quiet_NaN());
        std::ranges::copy(segment.samples, values.begin() + static_cast<std::ptrdiff_t>(first));
    }
    return values;
}

std::pair<std::string, std::string> headerAndData(const ExchangedTiers& tiers, const ExchangedTier& tier,
                                                  const std::map<SegmentId, std::string>& fields)
{
    const std::string range = extraOf(tiers, kNovaRange);
    std::string scheme;
    std::string data;
    std::size_t size = tier.segments.size();
    const std::string name = xmlText(tier.tier.name);
    if (tier.tier.kind == TierKind::Continuous) {
        const std::vector<float> values = valuesOf(tier);
        size = values.size();
        for (const float value : values)
            data += std::isnan(value) ? "nan;1\n" : fmt::format("{};1\n", value);
        const NumberScale* own = tier.tier.firstScale();
        const NumberScale scale = own ? *own : NumberScale{0.0, 1.0, 0.0};
        scheme = fmt::format("    <scheme name=\"{}\" type=\"CONTINUOUS\" sr=\"{}\" min=\"{}\" max=\"{}\""
                             "{}/>\n",
                             name, shortest(tier.tier.rate), shortest(scale.least), shortest(scale.greatest),
                             range.empty() ? " mincolor=\"#FFFFFFFF\" maxcolor=\"#FF000000\"" : range);
    } else if (const auto vocabulary = classesOf(tier)) {
        data = itemsOf(tier, &*vocabulary, fields);
        scheme = fmt::format("    <scheme name=\"{}\" type=\"DISCRETE\" color=\"{}\">\n", name,
                             novaColour(tier.tier.colour));
        for (std::size_t i = 0; i < vocabulary->terms.size(); ++i)
            scheme += fmt::format("        <item name=\"{}\" id=\"{}\" color=\"{}\"/>\n",
                                  xmlText(vocabulary->terms[i].name), i,
                                  novaColour(vocabulary->terms[i].colour));
        scheme += "    </scheme>\n";
    } else {
        data = itemsOf(tier, nullptr, fields);
        scheme = fmt::format("    <scheme name=\"{}\" type=\"FREE\" color=\"{}\"/>\n", name,
                             novaColour(tier.tier.colour));
    }
    return {fmt::format(
                "<?xml version=\"1.0\"?>\n<annotation ssi-v=\"3\">\n    <info ftype=\"ASCII\" size=\"{}\"/>\n"
                "    <meta annotator=\"{}\" role=\"{}\"{}/>\n{}</annotation>\n",
                size, xmlText(tier.tier.annotator), xmlText(tier.tier.participant), extraOf(tiers, kNovaMeta),
                scheme),
            data};
}

std::vector<std::filesystem::path> writeNova(const ExchangedTiers& tiers, const std::filesystem::path& path,
                                             const ExportOptions& options)
{
    const std::vector<std::filesystem::path> paths = pathsFor(uniqueNames(tiers), path);
    const std::map<SegmentId, std::string> fields = fieldsOf(tiers);
    std::vector<std::pair<std::filesystem::path, std::string>> files;
    for (std::size_t i = 0; i < tiers.tiers.size(); ++i) {
        auto [header, data] = headerAndData(tiers, tiers.tiers[i], fields);
        files.emplace_back(paths[i].string() + "~", std::move(data));
        files.emplace_back(paths[i], std::move(header));
    }
    return writeTogether(files, path, options);
}

std::vector<std::string> lossesOfNova(const ExchangedTiers& tiers)
{
    Carries carries;
    carries.emptyTiers = true;
    carries.points = true;
    carries.format = kNovaId;
    carries.vocabularies = true;
    carries.confidence = true;
    carries.labels = LabelsIn::Text;
    carries.continuous = true;
    carries.manyTiers = false;
    carries.lineBreaks = false;
    carries.annotators = true;
    carries.participants = true;
    carries.colours = true;
    std::vector<std::string> sentences = lossesOf(tiers, carries);
    for (const ExchangedTier& tier : tiers.tiers) {
        if (tier.tier.kind == TierKind::Continuous || tier.tier.labels.empty())
            continue;
        const auto classes = classesOf(tier);
        const auto* vocabulary = std::get_if<Vocabulary>(&tier.tier.labels.front().scale);
        if (!classes)
            sentences.push_back(
                fmt::format("Vocabularies and scales of '{}' cannot be kept.", tier.tier.name));
        else if (classes->terms.size() > vocabulary->terms.size())
            sentences.push_back(
                fmt::format("Texts of '{}' that are no terms become classes.", tier.tier.name));
    }
    const auto isUnsure = [](const auto&, const Segment& segment) { return !segment.confidence; };
    if (countSegments(tiers, isUnsure) > 0)
        sentences.emplace_back("Segments without a confidence get 1.");
    const auto hasSemicolon
        = [](const auto&, const Segment& segment) { return segment.text.find(';') != std::string::npos; };
    if (const std::size_t count = countSegments(tiers, hasSemicolon); count > 0)
        sentences.push_back(fmt::format("A ; becomes a comma in {} texts.", count));
    return sentences;
}

}

const Format& novaFormat()
{
    static const Format format{"nova",
                               "NOVA",
                               {".annotation", ".annotation~"},
                               [](std::string_view beginning) {
                                   return beginning.find("<annotation ") != std::string_view::npos
                                       && beginning.find("<scheme") != std::string_view::npos;
                               },
                               readNova,
                               lossesOfNova,
                               writeNova};
    return format;
}

}
