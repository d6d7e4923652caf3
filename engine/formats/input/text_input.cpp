#include "engine/formats/input/text_input.h"

#include "engine/core/error.h"
#include "engine/core/stored_bytes.h"
#include "engine/core/utf8.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>

namespace engine {

namespace {

/// Text that is not UTF-8 is written anew, in up to twice the memory.
constexpr std::size_t kMostForeignBytes = std::size_t{64} << 20;

constexpr std::string_view kUtf8Mark = "\xef\xbb\xbf";
constexpr std::string_view kLittleEndianMark = "\xff\xfe";
constexpr std::string_view kBigEndianMark = "\xfe\xff";

/// What Windows has where Latin-1 has controls; five of them are not used.
constexpr char16_t kWindows[32]{0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021,
                                0x2c6,  0x2030, 0x160,  0x2039, 0x152,  0x8d,   0x17d,  0x8f,
                                0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178};

std::string fromWindows1252(std::string_view bytes)
{
    std::string text;
    std::size_t size = bytes.size(); // growing would take as much again
    for (const char letter : bytes) {
        const auto byte = static_cast<unsigned char>(letter);
        size += byte < 0x80 ? 0 : byte < 0xa0 ? 2 : 1;
    }
    text.reserve(size);
    for (const char letter : bytes) {
        const auto byte = static_cast<unsigned char>(letter);
        appendUtf8(text, byte >= 0x80 && byte < 0xa0 ? kWindows[byte - 0x80] : byte);
    }
    return text;
}

}

std::string readBytes(const std::filesystem::path& path, std::uintmax_t most)
{
    std::error_code failure;
    if (std::filesystem::exists(path, failure) && !std::filesystem::is_regular_file(path, failure))
        throw IoError("io", path.string(), "is no file that could be read");
    const StoredBytes stored = storedBytes(path);
    const std::uintmax_t size = stored.size;
    if (size > most)
        throw FormatError(
            "too_large", path.string(),
            fmt::format("has {} MiB; at most {} MiB of such a file are read", size >> 20, most >> 20));
    std::string bytes(size, '\0');
    std::ifstream file(stored.file, std::ios::binary);
    file.seekg(static_cast<std::streamoff>(stored.begin));
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file)
        throw IoError("io", path.string(), "cannot be read");
    return bytes;
}

TextInput decodeText(std::string bytes, const std::filesystem::path& path)
{
    const bool isLittle = bytes.starts_with(kLittleEndianMark);
    const bool isBig = bytes.starts_with(kBigEndianMark);
    TextInput input;
    if (!isLittle && !isBig && isUtf8(bytes)) {
        input.text = std::move(bytes);
        if (input.text.starts_with(kUtf8Mark))
            input.text.erase(0, kUtf8Mark.size());
    } else if (bytes.size() > kMostForeignBytes) {
        throw FormatError("too_large", path.string(),
                          fmt::format("is not UTF-8, and larger than the {} MiB that are read then",
                                      kMostForeignBytes >> 20));
    } else if (isLittle || isBig) {
        input.text = fromUtf16(std::string_view(bytes).substr(2), isBig);
    } else {
        input.text = fromWindows1252(bytes);
        input.notes.emplace_back("The text is no UTF-8; it was read as Windows-1252 (Western European), so "
                                 "accented letters may be wrong.");
    }
    if (input.text.find('\0') != std::string::npos)
        throw FormatError("data_invalid", path.string(), "is no text: it holds bytes that no text has");
    return input;
}

TextInput readText(const std::filesystem::path& path, std::uintmax_t most)
{
    return decodeText(readBytes(path, most), path);
}

std::string beginningOf(const std::filesystem::path& path, std::size_t most)
{
    std::error_code failure;
    const auto stored = storedBytesIfAny(path);
    if (!stored || !std::filesystem::is_regular_file(stored->file, failure))
        return {};
    std::ifstream file(stored->file, std::ios::binary);
    file.seekg(static_cast<std::streamoff>(stored->begin));
    std::string bytes(std::min<std::uintmax_t>(most, stored->size), '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    if (bytes.starts_with(kLittleEndianMark) || bytes.starts_with(kBigEndianMark))
        return fromUtf16(std::string_view(bytes).substr(2), bytes.starts_with(kBigEndianMark));
    return bytes.starts_with(kUtf8Mark) ? bytes.substr(kUtf8Mark.size()) : bytes;
}

bool LineReader::next(TextLine& line)
{
    if (m_at >= m_text.size())
        return false;
    if (m_feed < m_at) // looked for once per feed, not once per line: there may be none
        m_feed = std::min(m_text.find('\n', m_at), m_text.size());
    if (m_return < m_at)
        m_return = std::min(m_text.find('\r', m_at), m_text.size());
    const std::size_t end = std::min(m_feed, m_return);
    line = {++m_number, m_text.substr(m_at, end - m_at)};
    m_at = end + (m_return < m_feed && m_feed == m_return + 1 ? 2 : 1);
    return true;
}

std::vector<std::string_view> blankSeparated(std::string_view line, std::size_t most)
{
    std::vector<std::string_view> fields;
    for (std::size_t at = line.find_first_not_of(" \t"); at != std::string_view::npos;) {
        if (fields.size() + 1 == most) {
            fields.push_back(line.substr(at, line.find_last_not_of(" \t") - at + 1));
            break;
        }
        const std::size_t end = std::min(line.find_first_of(" \t", at), line.size());
        fields.push_back(line.substr(at, end - at));
        at = line.find_first_not_of(" \t", end);
    }
    return fields;
}

std::size_t LineCounter::lineAt(std::size_t offset)
{
    const auto endsLine = [this](std::size_t i) {
        return m_text[i] == '\n' || (m_text[i] == '\r' && (i + 1 == m_text.size() || m_text[i + 1] != '\n'));
    };
    offset = std::min(offset, m_text.size());
    for (; m_offset < offset; ++m_offset)
        m_line += endsLine(m_offset) ? 1 : 0;
    for (; m_offset > offset; --m_offset)
        m_line -= endsLine(m_offset - 1) ? 1 : 0;
    return m_line;
}

}
