#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// Text files of any origin.
namespace engine {

/// The most bytes of a file; no program could show larger files of annotation.
inline constexpr std::uintmax_t kMostTextBytes = std::uintmax_t{128} << 20;

/// A file's text as UTF-8, without a byte order mark.
struct TextInput {
    std::string text;
    std::vector<std::string> notes; ///< when its encoding had to be guessed
};

/// The bytes of a file, at most `most`. @throws IoError (`file_not_found`, `io`), FormatError
/// (`too_large`).
std::string readBytes(const std::filesystem::path& path, std::uintmax_t most = kMostTextBytes);

/// Decodes UTF-8 or UTF-16 by the byte order mark; without a mark, UTF-8, or Windows-1252 with a note when it
/// is not UTF-8.
/// @throws FormatError (`data_invalid`) for bytes that are not text; `too_large` as readBytes().
TextInput decodeText(std::string bytes, const std::filesystem::path& path);

TextInput readText(const std::filesystem::path& path, std::uintmax_t most = kMostTextBytes);

/// The first bytes of a file as text, whatever they are; empty when it cannot be read.
std::string beginningOf(const std::filesystem::path& path, std::size_t most = 16 << 10);

struct TextLine {
    std::size_t number = 0; ///< from 1
    std::string_view text;
};

/// Goes through lines that end with LF, CRLF or CR.
class LineReader {
public:
    explicit LineReader(std::string_view text)
        : m_text(text)
        , m_feed(std::min(text.find('\n'), text.size()))
        , m_return(std::min(text.find('\r'), text.size()))
    {
    }
    bool next(TextLine& line);

private:
    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_feed; ///< where the next LF is, or the end
    std::size_t m_return; ///< and the next CR
    std::size_t m_number = 0;
};

/// The parts of a line between blanks and tabs. @param most  number of parts at most; the last takes the rest
/// of the line, with its blanks
std::vector<std::string_view> blankSeparated(std::string_view line, std::size_t most = 100);

/// Tells in which line a place in a text lies; it is quick when the places follow each other.
class LineCounter {
public:
    explicit LineCounter(std::string_view text) : m_text(text) { }
    /// The line of a place in the text, from 1. @param offset  in bytes
    std::size_t lineAt(std::size_t offset);

private:
    std::string_view m_text;
    std::size_t m_offset = 0;
    std::size_t m_line = 1;
};

}
