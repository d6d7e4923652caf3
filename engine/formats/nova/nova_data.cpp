#include "engine/formats/nova/nova_data.h"

#include "engine/core/utf8.h"
#include "engine/formats/input/number_text.h"
#include "engine/formats/input/text_input.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <fmt/format.h>
#include <utility>

namespace engine {

static_assert(std::endian::native == std::endian::little, "numbers are read as they lie in the file");

namespace {

constexpr std::size_t kNovaDataMostFields = 1000;

/// In the decimal point of whoever wrote it.
std::optional<double> anyNumberIn(std::string_view text)
{
    const auto number = numberIn(text);
    return number ? number : commaNumberIn(text);
}

/// @param fields  what follows the confidence
void addClass(const NovaScheme& scheme, TierImport& import, Interval times, std::int64_t id,
              double confidence, std::size_t line, std::string_view fields = {})
{
    const auto known = scheme.classes.find(id);
    const bool isGarbage = id == -1 || id == 0xffffffff;
    const std::string name = isGarbage  ? kNovaGarbage
        : known == scheme.classes.end() ? fmt::format("class {}", id)
                                        : known->second;
    Segment* segment = import.add(0, times.start, times.end, name, line);
    if (!segment)
        return;
    if (std::isfinite(confidence))
        segment->confidence = confidence;
    if (!fields.empty())
        import.addExtra({kNovaId, kNovaFields, std::string(fields), segment->id});
    if (known != scheme.classes.end() && !isGarbage)
        import.setLabel(*segment, import.tier(0).tier.name, valueOf(name));
    else if (!isGarbage)
        import.note(fmt::format("Item {} has the class {}, which the header does not have.", line, id));
}

void addFree(TierImport& import, Interval times, std::string label, double confidence, std::size_t line,
             std::string_view fields = {})
{
    Segment* segment = import.add(0, times.start, times.end, std::move(label), line);
    if (segment && !fields.empty())
        import.addExtra({kNovaId, kNovaFields, std::string(fields), segment->id});
    if (segment && std::isfinite(confidence))
        segment->confidence = confidence;
}

/// What follows a field and its semicolon.
std::string_view behind(std::string_view line, std::string_view field)
{
    const auto end = static_cast<std::size_t>(field.data() - line.data()) + field.size();
    return line.substr(std::min(end + 1, line.size()));
}

/// `start;stop;label;confidence[;color=…]`; the label may hold semicolons.
void readItem(const NovaScheme& scheme, TierImport& import, TextLine line)
{
    std::vector<std::string_view> fields;
    for (std::size_t at = 0; at <= line.text.size() && fields.size() < kNovaDataMostFields;) {
        const std::size_t end = std::min(line.text.find(';', at), line.text.size());
        fields.push_back(line.text.substr(at, end - at));
        at = end + 1;
    }
    const auto start = fields.size() >= 4 ? anyNumberIn(fields[0]) : std::nullopt;
    const auto end = fields.size() >= 4 ? anyNumberIn(fields[1]) : std::nullopt;
    if (!start || !end) {
        import.skip(line.number, "is no start, stop, label and confidence");
        return;
    }
    if (scheme.kind == NovaScheme::Kind::Discrete) {
        const auto id = numberIn(fields[2]);
        if (!id || std::abs(*id) > 4294967295.0) {
            import.skip(line.number, fmt::format("'{}' is no class", fields[2]));
            return;
        }
        addClass(scheme, import, {*start, *end}, static_cast<std::int64_t>(*id),
                 anyNumberIn(fields[3]).value_or(NAN), line.number, behind(line.text, fields[3]));
        return;
    }
    std::size_t last = fields.size() - 1;
    while (last > 3 && !anyNumberIn(fields[last])) // colour, and what else newer versions add
        --last;
    const auto confidence = anyNumberIn(fields[last]);
    const char* labelEnd = confidence ? fields[last].data() - 1 : line.text.data() + line.text.size();
    addFree(import, {*start, *end}, std::string(fields[2].data(), labelEnd), confidence.value_or(NAN),
            line.number, confidence ? behind(line.text, fields[last]) : std::string_view());
}

/// Takes values from bytes, one after the other.
class Bytes {
public:
    explicit Bytes(std::string_view bytes) : m_rest(bytes) { }

    template <typename T>
    bool take(T& value)
    {
        if (m_rest.size() < sizeof(T))
            return false;
        std::memcpy(&value, m_rest.data(), sizeof(T));
        m_rest.remove_prefix(sizeof(T));
        return true;
    }
    bool takeText(std::string& text, std::size_t length)
    {
        if (m_rest.size() < length)
            return false;
        text = m_rest.substr(0, length);
        m_rest.remove_prefix(length);
        return isUtf8(text);
    }
    /// So many UTF-16 units, stored as UTF-8.
    bool takeUnits(std::string& text, std::size_t units)
    {
        std::size_t length = 0;
        while (units > 0 && length < m_rest.size()) {
            const auto lead = static_cast<unsigned char>(m_rest[length]);
            const std::size_t letter = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
            if (letter == 4 && units < 2)
                return false;
            units -= letter == 4 ? 2 : 1;
            length += letter;
        }
        return units == 0 && takeText(text, length);
    }
    bool empty() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

struct FreeItem {
    Interval times;
    std::string label;
    float confidence = 0.0F;
};

/// All items, or none when they do not end with the data. @param inUnits  lengths are UTF-16 units
std::optional<std::vector<FreeItem>> freeItems(std::string_view data, bool inUnits)
{
    std::vector<FreeItem> items;
    for (Bytes bytes(data); !bytes.empty();) {
        FreeItem item;
        std::uint32_t length = 0;
        if (!bytes.take(item.times.start) || !bytes.take(item.times.end) || !bytes.take(length)
            || !(inUnits ? bytes.takeUnits(item.label, length) : bytes.takeText(item.label, length))
            || !bytes.take(item.confidence) || items.size() > TierImport::kMostItems)
            return std::nullopt;
        if (!(std::abs(item.times.start) < 1e9 && std::abs(item.times.end) < 1e9) || item.confidence > 1.0F
            || item.confidence < -1.0F)
            return std::nullopt;
        items.push_back(std::move(item));
    }
    return items;
}

std::size_t readBinaryFree(std::string_view data, TierImport& import)
{
    auto items = freeItems(data, false);
    if (!items && (items = freeItems(data, true)))
        import.note("The lengths of labels count letters instead of bytes, as NOVA writes them.");
    if (!items)
        import.fail(0, "ends within an item, or its labels' lengths are damaged");
    for (std::size_t i = 0; i < items->size(); ++i)
        addFree(import, (*items)[i].times, (*items)[i].label, (*items)[i].confidence, i + 1);
    return items->size();
}

}

std::size_t readNovaText(const std::filesystem::path& data, const NovaScheme& scheme, TierImport& import)
{
    const TextInput input = readText(data);
    import.notes(input.notes);
    LineReader lines(input.text);
    std::vector<float> samples;
    bool isUnsure = false;
    std::size_t count = 0;
    bool isGerman = false;
    for (TextLine line; samples.size() <= TierImport::kMostSamples && lines.next(line);) {
        if (line.text.find_first_not_of(" \t") == std::string_view::npos)
            continue;
        ++count;
        if (scheme.kind != NovaScheme::Kind::Continuous) {
            readItem(scheme, import, line);
            continue;
        }
        const std::size_t end = std::min(line.text.find(';'), line.text.size());
        const auto score = anyNumberIn(line.text.substr(0, end));
        const std::string_view stored = line.text.substr(0, end);
        if (stored == "n. def." && !std::exchange(isGerman, true))
            import.note("Values that are 'n. def.', as German Windows writes NaN, are not rated.");
        if (!score && stored != "NaN" && stored != "n. def.")
            import.fail(line.number,
                        fmt::format("'{}' is no value", line.text.substr(0, std::min<std::size_t>(end, 40))));
        samples.push_back(score && std::isfinite(*score) ? static_cast<float>(*score) : NAN); // not rated
        isUnsure = isUnsure || (end < line.text.size() && anyNumberIn(line.text.substr(end + 1)) != 1.0);
    }
    if (scheme.kind == NovaScheme::Kind::Continuous) {
        if (isUnsure)
            import.note("The confidence of single values is not read.");
        if (!samples.empty())
            import.addSamples(0, std::move(samples));
    }
    return count;
}

std::size_t readNovaBinary(const std::filesystem::path& data, const NovaScheme& scheme, TierImport& import)
{
    const std::string stored = readBytes(data);
    if (scheme.kind == NovaScheme::Kind::Free)
        return readBinaryFree(stored, import);
    const std::size_t width = scheme.kind == NovaScheme::Kind::Continuous ? 8 : 24;
    if (stored.size() % width != 0)
        import.fail(0, "ends within an item");
    Bytes bytes(stored);
    std::vector<float> samples;
    bool isUnsure = false;
    for (std::size_t i = 0; !bytes.empty() && samples.size() <= TierImport::kMostSamples; ++i) {
        float confidence = 0.0F;
        if (scheme.kind == NovaScheme::Kind::Continuous) {
            float score = 0.0F;
            bytes.take(score);
            bytes.take(confidence);
            samples.push_back(score);
            isUnsure = isUnsure || confidence != 1.0F;
            continue;
        }
        Interval times;
        std::uint32_t id = 0;
        bytes.take(times.start);
        bytes.take(times.end);
        bytes.take(id);
        bytes.take(confidence);
        addClass(scheme, import, times, id, confidence, i + 1);
    }
    if (isUnsure)
        import.note("The confidence of single values is not read.");
    if (!samples.empty())
        import.addSamples(0, std::move(samples));
    return stored.size() / width;
}

}
