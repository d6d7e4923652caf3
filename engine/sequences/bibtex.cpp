#include "engine/sequences/bibtex.h"

#include "engine/core/utf8.h"

#include <algorithm>
#include <cctype>

namespace engine {

namespace {

bool isSpace(char c)
{
    return std::isspace(static_cast<unsigned char>(c)) != 0;
}

/// Without spaces at the ends, one where there were several.
std::string simplified(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (!isSpace(c))
            result += c;
        else if (!result.empty() && result.back() != ' ')
            result += ' ';
    }
    if (result.ends_with(' '))
        result.pop_back();
    return result;
}

bool isName(std::string_view text)
{
    return !text.empty() && text.find_first_of(" \t\r\n{}(),=\"#%~\\'") == std::string_view::npos;
}

/// Takes the entry's parts off the front of the text.
class Reader {
public:
    explicit Reader(std::string_view text) : m_rest(text) { }

    void skipSpaces()
    {
        while (!m_rest.empty() && isSpace(m_rest.front()))
            m_rest.remove_prefix(1);
    }
    bool atEnd()
    {
        skipSpaces();
        return m_rest.empty();
    }
    bool take(char c)
    {
        skipSpaces();
        if (m_rest.empty() || m_rest.front() != c)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    /// All before the first of these characters outside braces and quotes; absent when none comes.
    std::optional<std::string> until(std::string_view ends)
    {
        int depth = 0;
        bool isQuoted = false;
        for (std::size_t i = 0; i < m_rest.size(); ++i) {
            const char c = m_rest[i];
            if (depth == 0 && !isQuoted && ends.find(c) != std::string_view::npos) {
                std::string taken = simplified(m_rest.substr(0, i));
                m_rest.remove_prefix(i);
                return taken;
            }
            if (c == '"' && depth == 0)
                isQuoted = !isQuoted;
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth < 0)
                return std::nullopt;
        }
        return std::nullopt;
    }

private:
    std::string_view m_rest;
};

/// A value as BibTeX takes it: braced, quoted, or a name or number; everything else gets braces.
std::string validValue(const std::string& value)
{
    const bool isWhole = isName(value) || value.starts_with('{') || value.starts_with('"');
    return isWhole ? value : bracedValue(value);
}

std::optional<BibEntry> readEntry(Reader& reader)
{
    BibEntry entry;
    if (!reader.take('@'))
        return std::nullopt;
    const auto type = reader.until("{");
    if (!type || !isName(*type) || !reader.take('{'))
        return std::nullopt;
    const auto key = reader.until(",}");
    if (!key || !isName(*key))
        return std::nullopt;
    entry.type = inLowerCase(*type);
    entry.key = *key;
    while (reader.take(',')) {
        if (reader.take('}'))
            return entry;
        const auto name = reader.until("=,}");
        if (!name || !isName(*name) || !reader.take('='))
            return std::nullopt;
        const auto value = reader.until(",}");
        if (!value || value->empty())
            return std::nullopt;
        entry.fields.emplace_back(inLowerCase(*name), validValue(*value));
    }
    return reader.take('}') ? std::optional(entry) : std::nullopt;
}

}

std::string BibEntry::text() const
{
    std::string text = "@" + type + "{" + key;
    for (const auto& [name, value] : fields)
        text += ",\n  " + name + " = " + value;
    return text + "\n}\n";
}

std::optional<std::vector<BibEntry>> parseBibtex(std::string_view text)
{
    std::vector<BibEntry> entries;
    Reader reader(text);
    while (!reader.atEnd()) {
        const auto entry = readEntry(reader);
        if (!entry)
            return std::nullopt;
        entries.push_back(*entry);
        reader.take(','); // between entries people write one
    }
    if (entries.empty())
        return std::nullopt;
    return entries;
}

std::string bracedValue(std::string_view text)
{
    std::string value = simplified(text);
    int depth = 0;
    const bool isBalanced = std::ranges::all_of(value, [&](char c) {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        return depth >= 0;
    });
    if (!isBalanced || depth != 0)
        std::erase_if(value, [](char c) { return c == '{' || c == '}'; });
    return "{" + value + "}";
}

}
