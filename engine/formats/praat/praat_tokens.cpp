#include "engine/formats/praat/praat_tokens.h"

#include "engine/formats/common/tier_import.h"
#include "engine/formats/input/number_text.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace engine {

namespace {

/// The file's line ends, whatever they are, are no part of a text.
std::string withLineFeeds(const std::string& text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        result += text[i] == '\r' ? '\n' : text[i];
        i += text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n' ? 1 : 0;
    }
    return result;
}

}

bool isPraatBlank(char letter)
{
    return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
}

std::string PraatTokens::text(const char* what)
{
    expect('"', what);
    return m_value;
}

double PraatTokens::number(const char* what)
{
    expect('0', what);
    return m_number;
}

double PraatTokens::count(const char* what)
{
    const double number = this->number(what);
    if (!(number >= 0.0) || std::floor(number) != number)
        m_import.fail(line(), fmt::format("{} cannot be {}", what, number));
    return number;
}

std::string PraatTokens::flag(const char* what)
{
    expect('<', what);
    return m_value;
}

bool PraatTokens::atEnd()
{
    const std::size_t before = m_at;
    const char kind = next();
    m_at = before;
    return kind == 0;
}

void PraatTokens::expect(char kind, const char* what)
{
    const char found = next();
    if (found == 0)
        m_import.fail(line(), fmt::format("the file ends where {} should be", what));
    if (found != kind)
        m_import.fail(line(),
                      fmt::format("here should be {}, not {}", what,
                                  m_text.substr(m_start, std::min<std::size_t>(m_at - m_start, 40))));
}

char PraatTokens::next()
{
    while (m_at < m_text.size()) {
        const char letter = m_text[m_at];
        m_start = m_at;
        if (isPraatBlank(letter)) {
            ++m_at;
        } else if (letter == '"') {
            readText();
            return '"';
        } else if (letter == '!') {
            m_at = std::min(m_text.find_first_of("\r\n", m_at), m_text.size());
        } else if (letter == '<' && m_text.find('>', m_at) != std::string_view::npos) {
            const std::size_t end = m_text.find('>', m_at);
            m_value = m_text.substr(m_at, end + 1 - m_at);
            m_at = end + 1;
            return '<';
        } else if (readNumber()) {
            return '0';
        }
    }
    m_start = m_text.size();
    return 0;
}

void PraatTokens::readText()
{
    m_value.clear();
    for (++m_at;; ++m_at) {
        const std::size_t quote = m_text.find('"', m_at);
        if (quote == std::string_view::npos)
            m_import.fail(line(), "a text in quotes does not end");
        m_value += m_text.substr(m_at, quote - m_at);
        m_at = quote + 1;
        if (m_at >= m_text.size() || m_text[m_at] != '"')
            break;
        m_value += '"'; // a quote inside is doubled
    }
    if (m_value.find('\r') != std::string::npos) {
        m_value = withLineFeeds(m_value);
        ++m_foreignBreaks;
    }
}

bool PraatTokens::readNumber()
{
    while (m_at < m_text.size() && !isPraatBlank(m_text[m_at]))
        ++m_at;
    std::string_view word = m_text.substr(m_start, m_at - m_start);
    const bool isPercent = word.ends_with('%');
    if (isPercent)
        word.remove_suffix(1);
    const bool isNumeric
        = std::string_view("+-.0123456789").find(word.empty() ? 'x' : word[0]) != std::string_view::npos;
    const auto number = numberIn(word);
    if (!number || (!isNumeric && word != "nan" && word != "inf"))
        return false;
    m_number = isPercent ? *number / 100.0 : *number;
    return true;
}

}
