#pragma once

#include "engine/formats/input/text_input.h"

#include <string>
#include <string_view>

namespace engine {

class TierImport;

/// Blank, tab or line end.
bool isPraatBlank(char letter);

/// The free-standing tokens of a Praat text file.
///
/// The caller asks for each token by the type that it should have; `what` names it in messages.
/// @throws FormatError (`data_invalid`) with the line, from every function, when the next token has another
/// type.
class PraatTokens {
public:
    /// @param import  receives the file's tiers; messages name its file
    PraatTokens(std::string_view text, const TierImport& import)
        : m_text(text)
        , m_lines(text)
        , m_import(import)
    {
    }

    /// The next text, with LF as line ends, whatever the file has.
    std::string text(const char* what);
    double number(const char* what);
    /// The next number, as a count of items.
    double count(const char* what);
    std::string flag(const char* what);
    bool atEnd();
    /// Texts whose line ends were CR LF or CR.
    std::size_t foreignBreaks() const { return m_foreignBreaks; }
    /// The line of the last token.
    std::size_t line() { return m_lines.lineAt(m_start); }

private:
    void expect(char kind, const char* what);
    /// `"` text, `<` flag, `0` number; 0 at the end.
    char next();
    void readText();
    /// Reads a number; any other free-standing word is a comment. @return false for a comment
    bool readNumber();

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_start = 0;
    LineCounter m_lines;
    const TierImport& m_import;
    std::string m_value;
    double m_number = 0.0;
    std::size_t m_foreignBreaks = 0;
};

}
