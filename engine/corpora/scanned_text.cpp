#include "engine/corpora/scanned_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace engine {

bool ScannedText::take(std::string_view what)
{
    if (!m_text.starts_with(what))
        return false;
    m_text.remove_prefix(what.size());
    return true;
}

bool ScannedText::takeNumber(double& number)
{
    double value = 0.0;
    const auto [end, error] = std::from_chars(m_text.data(), m_text.data() + m_text.size(), value);
    if (error != std::errc() || !std::isfinite(value))
        return false;
    number = value;
    m_text.remove_prefix(static_cast<std::size_t>(end - m_text.data()));
    return true;
}

std::string ScannedText::takeUntil(char mark)
{
    const std::size_t at = std::min(m_text.find(mark), m_text.size());
    std::string before(m_text.substr(0, at));
    m_text.remove_prefix(std::min(at + 1, m_text.size()));
    return before;
}

void ScannedText::skipBlanks()
{
    m_text.remove_prefix(std::min(m_text.find_first_not_of(" \t"), m_text.size()));
}

std::vector<std::string> partsOf(std::string_view text, char mark)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t at = std::min(text.find(mark), text.size());
        std::string_view part = text.substr(0, at);
        part.remove_prefix(std::min(part.find_first_not_of(" \t"), part.size()));
        part = part.substr(0, part.find_last_not_of(" \t") + 1);
        if (!part.empty())
            parts.emplace_back(part);
        text.remove_prefix(std::min(at + 1, text.size()));
    }
    return parts;
}

}
