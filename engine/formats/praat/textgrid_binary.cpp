#include "engine/formats/praat/textgrid_binary.h"

#include "engine/core/utf8.h"
#include "engine/formats/common/tier_import.h"
#include "engine/formats/praat/praat_tokens.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <fmt/format.h>

namespace engine {

namespace {

constexpr std::uint64_t kUtf16 = 0xffff; ///< in the place of a length: letters of two bytes follow

/// Takes values from bytes, one after the other.
class BigEndianBytes {
public:
    BigEndianBytes(std::string_view bytes, const TierImport& import) : m_bytes(bytes), m_import(import) { }

    bool atEnd() const { return m_at == m_bytes.size(); }

    std::uint64_t whole(std::size_t width, const char* what)
    {
        std::uint64_t value = 0;
        for (const char byte : take(width, what))
            value = value << 8 | static_cast<unsigned char>(byte);
        return value;
    }

    double number(const char* what) { return std::bit_cast<double>(whole(8, what)); }

    /// @param width  bytes of the length in front
    std::string text(std::size_t width, const char* what)
    {
        const std::uint64_t escape = width == 1 ? 0xff : kUtf16;
        const std::uint64_t length = whole(width, what);
        if (length != escape)
            return ofLatin(take(length, what));
        const std::uint64_t units = whole(width, what);
        return fromUtf16(take(2 * units, what), true);
    }

    [[noreturn]] void fail(const std::string& what) const
    {
        m_import.fail(0, fmt::format("byte {}: {}", m_at, what));
    }

private:
    std::string_view take(std::uint64_t count, const char* what)
    {
        if (count > m_bytes.size() - m_at)
            fail(fmt::format("the file ends where {} should be", what));
        const std::string_view taken = m_bytes.substr(m_at, count);
        m_at += count;
        return taken;
    }

    static std::string ofLatin(std::string_view bytes)
    {
        std::string text;
        for (const char byte : bytes)
            appendUtf8(text, static_cast<unsigned char>(byte));
        return text;
    }

    std::string_view m_bytes;
    std::size_t m_at = kBinaryPraat.size();
    const TierImport& m_import;
};

void readTier(BigEndianBytes& bytes, TierImport& import)
{
    const std::string kind = bytes.text(1, "the class of a tier");
    const bool isPoints = kind == "TextTier" || kind == "PointTier"; // as other programs call it
    if (kind != "IntervalTier" && !isPoints)
        bytes.fail(fmt::format("'{}' is no class of tiers", kind.substr(0, 40)));
    Tier tier;
    tier.kind = isPoints ? TierKind::Point : TierKind::Interval;
    tier.name = bytes.text(2, "the name of a tier");
    const std::size_t place = import.addTier(std::move(tier));
    bytes.number("the start of a tier");
    bytes.number("the end of a tier");
    const std::uint64_t count = bytes.whole(4, "the number of items");
    for (std::uint64_t i = 0; i < count; ++i) {
        const double start = bytes.number(isPoints ? "the time of a point" : "the start of an interval");
        const double end = isPoints ? start : bytes.number("the end of an interval");
        std::string text = bytes.text(2, isPoints ? "the mark of a point" : "the text of an interval");
        if (!isPoints && std::ranges::all_of(text, isPraatBlank))
            import.leaveOut(0, "blank interval: no segment");
        else
            import.add(place, start, end, std::move(text), 0);
    }
}

}

void readBinaryTextGrid(std::string_view bytes, TierImport& import)
{
    BigEndianBytes rest(bytes, import);
    if (const std::string name = rest.text(1, "the class of the object"); name != "TextGrid")
        import.fail(0, fmt::format("is a binary Praat file of a {}, no TextGrid", name.substr(0, 40)));
    Interval extent;
    extent.start = rest.number("the start of the grid");
    extent.end = rest.number("the end of the grid");
    import.setExtent(extent);
    if (rest.whole(1, "whether there are tiers") == 0)
        import.fail(0, "has no tiers");
    const std::uint64_t tiers = rest.whole(4, "the number of tiers");
    for (std::uint64_t i = 0; i < tiers; ++i)
        readTier(rest, import);
    if (!rest.atEnd())
        import.note("More follows behind the last tier; it was not read.");
}

}
