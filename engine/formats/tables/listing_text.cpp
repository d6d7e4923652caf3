#include "engine/formats/tables/listing_text.h"

#include "engine/annotation/word_sets.h"
#include "engine/core/json_text.h"
#include "engine/formats/input/number_text.h"

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

std::string inQuotes(const std::string& text)
{
    return jsonText(nlohmann::json(text));
}

std::string number(double value)
{
    return std::isfinite(value) ? shortest(value) : "null";
}

constexpr std::size_t kPiece = 1 << 16;

const char* kindName(TierKind kind)
{
    return kind == TierKind::Point ? "point" : kind == TierKind::Continuous ? "continuous" : "interval";
}

/// Parts of a list, with commas between them.
class List {
public:
    explicit List(std::string& text, const char* separator) : m_text(text), m_separator(separator) { }
    void next()
    {
        if (!m_isFirst)
            m_text += m_separator;
        m_isFirst = false;
    }

private:
    std::string& m_text;
    const char* m_separator;
    bool m_isFirst = true;
};

void addSegment(std::string& text, double start, double end, const std::string& label,
                const std::string& values)
{
    text += "{\"start\": " + number(start) + ", \"end\": " + number(end) + ", \"text\": " + label
        + ", \"values\": {" + values + "}}";
}

std::string valuesOf(const Tier& tier, const Segment& segment)
{
    std::string text;
    List list(text, ", ");
    for (const auto& [name, value] : segment.values) {
        list.next();
        const double* figure = std::get_if<double>(&value.value);
        const LabelScheme* scheme = tier.label(name);
        const bool areWords = !figure && scheme && wordListOf(*scheme);
        text += inQuotes(name) + ": "
            + (figure         ? number(*figure)
                   : areWords ? wordsJson(std::get<std::string>(value.value))
                              : inQuotes(std::get<std::string>(value.value)));
    }
    if (segment.confidence && !segment.values.contains("confidence")) {
        list.next();
        text += "\"confidence\": " + number(*segment.confidence);
    }
    return text;
}

/// Text that goes on its way whenever there is enough of it.
class Pieces {
public:
    explicit Pieces(const std::function<void(const std::string&)>& write) : m_write(write) { }

    std::string text;
    void flush(std::size_t least)
    {
        if (text.size() < least)
            return;
        m_write(text);
        text.clear();
    }

private:
    const std::function<void(const std::string&)>& m_write;
};

void addSegments(Pieces& pieces, const ExchangedTier& tier)
{
    std::string& text = pieces.text;
    List list(text, ",\n    ");
    for (const Segment& segment : tier.segments) {
        pieces.flush(kPiece);
        if (tier.tier.kind != TierKind::Continuous) {
            list.next();
            addSegment(text, segment.start.seconds(), segment.end.seconds(), inQuotes(segment.text),
                       valuesOf(tier.tier, segment));
            continue;
        }
        for (std::size_t i = 0; i < segment.samples.size(); ++i) {
            pieces.flush(kPiece);
            list.next();
            const double start = segment.start.seconds();
            const float value = segment.samples[i];
            std::string shown = std::isfinite(value) ? jsonText(nlohmann::json(value)) : "null";
            addSegment(text, start + static_cast<double>(i) / tier.tier.rate,
                       start + static_cast<double>(i + 1) / tier.tier.rate, "\"\"", "\"value\": " + shown);
        }
    }
}

}

void writeListing(const ExchangedTiers& tiers, const ImportReport& report,
                  const std::function<void(const std::string&)>& write)
{
    Pieces pieces(write);
    std::string& text = pieces.text;
    const std::vector<std::string> names = displayNames(tiers);
    std::map<TierId, std::string> nameOf;
    for (std::size_t i = 0; i < names.size(); ++i)
        nameOf.emplace(tiers.tiers[i].tier.id, names[i]);
    text = "{\"tiers\": [";
    List list(text, ",\n  ");
    for (std::size_t i = 0; i < tiers.tiers.size(); ++i) {
        const ExchangedTier& tier = tiers.tiers[i];
        const auto parent = nameOf.find(tier.tier.parent);
        list.next();
        text += "{\"name\": " + inQuotes(names[i]) + ", \"kind\": \"" + kindName(tier.tier.kind)
            + "\", \"parent\": " + (parent == nameOf.end() ? "null" : inQuotes(parent->second))
            + ", \"segments\": [";
        addSegments(pieces, tier);
        text += "]}";
    }
    text += "],\n\"report\": {\"read\": " + std::to_string(report.read) + ", \"skipped\": [";
    List skipped(text, ",\n  ");
    for (const ImportReport::Skipped& item : report.skipped) {
        pieces.flush(kPiece);
        skipped.next();
        text += "{\"line\": " + (item.line > 0 ? std::to_string(item.line) : "null")
            + ", \"reason\": " + inQuotes(item.reason) + "}";
    }
    text += "]}}\n";
    pieces.flush(0);
}

}
