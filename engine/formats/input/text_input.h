#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// Text files of any origin.
namespace engine {

/// Larger files of annotation are none that one program could show.
inline constexpr std::uintmax_t kMostTextBytes = std::uintmax_t{128} << 20;

/// A file's text as UTF-8, without a byte order mark.
struct TextInput {
    std::string text;
    std::vector<std::string> notes; ///< when its encoding had to be guessed
};

/// What stands in a file, undecoded; of at most `most` bytes. @throws IoError (`file_not_found`, `io`),
/// FormatError
/// (`too_large`).
std::string readBytes(const std::filesystem::path& path, std::uintmax_t most = kMostTextBytes);

/// UTF-8 or UTF-16 by the byte order mark, else UTF-8, else Windows-1252 with a note.
/// @throws FormatError (`data_invalid`) for bytes that are no text; `too_large` as readBytes().
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

/// What blanks and tabs separate. @param most  the last takes the rest of the line, blanks too
std::vector<std::string_view> blankSeparated(std::string_view line, std::size_t most = 100);

/// Tells which line a place in a text lies in; quick when the places follow each other.
class LineCounter {
public:
    explicit LineCounter(std::string_view text) : m_text(text) { }
    /// From 1.
    std::size_t lineAt(std::size_t offset);

private:
    std::string_view m_text;
    std::size_t m_offset = 0;
    std::size_t m_line = 1;
};

}
