#include "engine/deidentify/hidden_names.h"

#include "engine/core/utf8.h"

#include <algorithm>
#include <cwctype>
#include <locale.h>
#include <sstream>

namespace engine {

namespace {

constexpr std::size_t kLeastPart = 3; // letters of a part of a name
constexpr char32_t kFirstWithoutBlanks = 0x2e80; // Chinese, Japanese, Korean and what comes after them

/// Letters of all alphabets, whatever the process' own locale is.
locale_t unicode()
{
    static const locale_t locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", static_cast<locale_t>(nullptr));
    return locale;
}

char32_t folded(char32_t point)
{
    return static_cast<char32_t>(towlower_l(static_cast<wint_t>(point), unicode()));
}

/// Whether a name that touches this letter is a part of a longer word.
bool continuesWord(char32_t point)
{
    return point < kFirstWithoutBlanks && iswalpha_l(static_cast<wint_t>(point), unicode()) != 0;
}

std::u32string foldedText(const std::u32string& points)
{
    std::u32string text = points;
    std::ranges::transform(text, text.begin(), folded);
    return text;
}

std::string utf8Of(std::u32string_view points)
{
    std::string text;
    for (const char32_t point : points)
        appendUtf8(text, point);
    return text;
}

}

void HiddenNames::addPart(const std::string& name, const std::string& instead)
{
    const std::u32string text = foldedText(codePoints(name));
    if (text.empty() || std::ranges::find(m_names, text, &Name::folded) != m_names.end())
        return;
    m_names.push_back({text, instead});
    std::ranges::stable_sort(m_names, std::ranges::greater{}, [](const Name& one) { return one.folded.size(); });
}

void HiddenNames::add(const std::string& name, const std::string& instead)
{
    if (name.find_first_not_of(" \t") == std::string::npos)
        return;
    m_given.emplace(name, instead);
    addPart(name, instead);
    std::istringstream parts(name);
    std::string part;
    while (parts >> part) {
        const std::u32string points = codePoints(part);
        if (std::ranges::count_if(points, continuesWord) >= static_cast<std::ptrdiff_t>(kLeastPart))
            addPart(part, instead);
    }
}

std::vector<HiddenNames::Hit> HiddenNames::hits(const std::u32string& points) const
{
    const std::u32string text = foldedText(points);
    std::vector<Hit> found;
    std::vector<bool> taken(text.size());
    for (const Name& name : m_names) {
        for (std::size_t at = text.find(name.folded); at != std::u32string::npos;
             at = text.find(name.folded, at + 1)) {
            const std::size_t end = at + name.folded.size();
            const bool isWithin = (at > 0 && continuesWord(text[at - 1]) && continuesWord(text[at]))
                || (end < text.size() && continuesWord(text[end]) && continuesWord(text[end - 1]));
            const auto begin = taken.begin() + static_cast<std::ptrdiff_t>(at);
            const auto stop = taken.begin() + static_cast<std::ptrdiff_t>(end);
            if (isWithin || std::find(begin, stop, true) != stop)
                continue;
            std::fill(begin, stop, true);
            found.push_back({at, end, &name});
        }
    }
    std::ranges::sort(found, {}, &Hit::start);
    return found;
}

std::string HiddenNames::without(const std::string& text) const
{
    if (m_names.empty())
        return text;
    const std::u32string points = codePoints(text);
    const std::vector<Hit> found = hits(points);
    if (found.empty())
        return text;
    std::string result;
    std::size_t done = 0;
    for (const Hit& hit : found) {
        result += utf8Of(std::u32string_view(points).substr(done, hit.start - done)) + hit.name->instead;
        done = hit.end;
    }
    return result + utf8Of(std::u32string_view(points).substr(done));
}

std::vector<std::string> HiddenNames::in(const std::string& text) const
{
    std::vector<std::string> names;
    if (m_names.empty())
        return names;
    const std::u32string points = codePoints(text);
    for (const Hit& hit : hits(points))
        names.push_back(utf8Of(std::u32string_view(points).substr(hit.start, hit.end - hit.start)));
    return names;
}

}
