#include "engine/formats/input/json_input.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/formats/input/number_text.h"
#include "engine/formats/input/text_input.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <functional>

namespace engine {

namespace {

constexpr std::uintmax_t kMostJsonBytes = std::uintmax_t{64} << 20;
constexpr std::size_t kMostTreeBytes = std::size_t{250} << 20;
constexpr std::size_t kMostLevels = 100;
constexpr std::size_t kMostKeys = 5000; ///< of one object, which are sought one by one

// What parts of the tree take in memory, with the room that arrays grow into.
constexpr std::size_t kValueBytes = 32;
constexpr std::size_t kKeyBytes = 112;
constexpr std::size_t kTextBytes = 48;
constexpr std::size_t kListBytes = 80;

/// Looks at the marks of JSON before anything is built of it.
class Scan {
public:
    Scan(std::string& text, const std::filesystem::path& path) : m_text(text), m_path(path) { }

    void check()
    {
        bool hasForeignNumbers = false;
        for (std::size_t i = 0; i < m_text.size(); ++i) {
            const char letter = m_text[i];
            if (letter == '"') { // no line ends in a text
                i = endOfText(i);
                m_bytes += kTextBytes;
            } else if (letter == '\n'
                       || (letter == '\r' && (i + 1 == m_text.size() || m_text[i + 1] != '\n'))) {
                ++m_line;
            } else if (letter == '{' || letter == '[') {
                m_keys.push_back(0);
                m_bytes += kListBytes;
                if (m_bytes <= kMostTreeBytes)
                    m_lines.push_back(m_line);
                if (m_keys.size() > kMostLevels)
                    throw FormatError("too_large", m_path.string(),
                                      fmt::format("nests more than {} levels deep", kMostLevels));
            } else if (letter == '}' || letter == ']') {
                if (!m_keys.empty())
                    m_keys.pop_back();
            } else if (letter == ',') {
                m_bytes += kValueBytes;
            } else if (letter == ':') {
                m_bytes += kKeyBytes;
                ++m_fields;
                if (!m_keys.empty() && ++m_keys.back() > kMostKeys)
                    throw FormatError("too_large", m_path.string(),
                                      fmt::format("has an object of more than {} fields", kMostKeys));
            } else if (letter == 'N' || letter == 'I') {
                hasForeignNumbers = true;
            }
        }
        if (m_bytes > kMostTreeBytes)
            throw FormatError("too_large", m_path.string(), "has more values than can be read at once");
        if (hasForeignNumbers)
            replaceForeignNumbers();
    }

    /// Where objects and lists begin, as they come.
    const std::vector<std::uint32_t>& lines() const { return m_lines; }
    /// Of all objects.
    std::size_t fields() const { return m_fields; }

private:
    std::size_t endOfText(std::size_t i) const
    {
        for (++i; i < m_text.size() && m_text[i] != '"'; ++i)
            i += m_text[i] == '\\' ? 1 : 0;
        return i;
    }

    void replaceForeignNumbers()
    {
        std::string result;
        result.reserve(m_text.size());
        for (std::size_t i = 0; i < m_text.size();) {
            if (m_text[i] == '"') {
                const std::size_t end = std::min(endOfText(i) + 1, m_text.size());
                result.append(m_text, i, end - i);
                i = end;
                continue;
            }
            bool isForeign = false;
            for (const std::string_view word : {"NaN", "-Infinity", "Infinity"}) {
                if (!isForeign && std::string_view(m_text).substr(i).starts_with(word)) {
                    result += "null";
                    i += word.size();
                    isForeign = true;
                }
            }
            if (!isForeign)
                result += m_text[i++];
        }
        m_text = std::move(result);
    }

    std::string& m_text;
    const std::filesystem::path& m_path;
    std::vector<std::size_t> m_keys; ///< fields so far, by level
    std::size_t m_bytes = 0;
    std::size_t m_fields = 0;
    std::uint32_t m_line = 1;
    std::vector<std::uint32_t> m_lines;
};

/// Goes through a tree as it stands in its file.
class LineMap {
public:
    LineMap(JsonInput& input, const std::vector<std::uint32_t>& lines) : m_input(input), m_lines(lines) { }

    /// @param fields  that the file has: there are fewer when one was said again, and lies elsewhere
    void make(std::size_t fields)
    {
        m_input.lines.reserve(m_lines.size());
        walk(m_input.value);
        if (m_fields != fields || m_parts != m_lines.size())
            m_input.lines.clear();
        std::ranges::sort(m_input.lines, std::less<>(), &std::pair<const OrderedJson*, std::uint32_t>::first);
    }

private:
    void walk(const OrderedJson& part)
    {
        if (!part.is_structured() || m_parts == m_lines.size())
            return;
        if (m_parts > 0) // the tree itself is still to move
            m_input.lines.emplace_back(&part, m_lines[m_parts]);
        ++m_parts;
        m_fields += part.is_object() ? part.size() : 0;
        for (const OrderedJson& below : part)
            walk(below);
    }

    JsonInput& m_input;
    const std::vector<std::uint32_t>& m_lines;
    std::size_t m_parts = 0;
    std::size_t m_fields = 0;
};

}

std::size_t JsonInput::lineOf(const OrderedJson& part) const
{
    const auto found = std::ranges::lower_bound(lines, &part, std::less<>(),
                                                &std::pair<const OrderedJson*, std::uint32_t>::first);
    return found != lines.end() && found->first == &part ? found->second : 0;
}

JsonInput readJson(const std::filesystem::path& path)
{
    TextInput input = readText(path, kMostJsonBytes);
    Scan scan(input.text, path);
    scan.check();
    try {
        JsonInput json{OrderedJson::parse(input.text), std::move(input.notes)};
        LineMap(json, scan.lines()).make(scan.fields());
        return json;
    } catch (const OrderedJson::parse_error& error) {
        throw FormatError(
            "data_invalid", path.string(),
            fmt::format("line {}: is no JSON from here on", LineCounter(input.text).lineAt(error.byte)));
    } catch (const OrderedJson::exception&) {
        throw FormatError("data_invalid", path.string(), "holds a number that no program can hold");
    }
}

const OrderedJson& field(const OrderedJson& object, const char* name)
{
    static const OrderedJson none;
    if (!object.is_object())
        return none;
    const auto found = object.find(name);
    return found == object.end() ? none : *found;
}

const OrderedJson& listOf(const OrderedJson& value)
{
    static const OrderedJson none = OrderedJson::array();
    return value.is_array() ? value : none;
}

bool hasKey(std::string_view beginning, std::string_view name)
{
    const std::string quoted = fmt::format("\"{}\"", name);
    for (std::size_t at = beginning.find(quoted); at != std::string_view::npos;
         at = beginning.find(quoted, at + 1)) {
        const std::size_t behind = beginning.find_first_not_of(" \t\r\n", at + quoted.size());
        if (behind != std::string_view::npos && beginning[behind] == ':')
            return true;
    }
    return false;
}

std::optional<double> numberOf(const OrderedJson& value)
{
    const std::optional<double> number = value.is_number() ? value.get<double>()
        : value.is_string()                                ? numberIn(value.get_ref<const std::string&>())
                                                           : std::nullopt;
    return number && std::isfinite(*number) ? number : std::nullopt;
}

std::string textOf(const OrderedJson& value)
{
    return value.is_string() ? value.get<std::string>() : value.is_number() ? jsonText(value) : std::string();
}

}
