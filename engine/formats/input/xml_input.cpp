#include "engine/formats/input/xml_input.h"

#include "engine/core/error.h"

#include <algorithm>
#include <fmt/format.h>

namespace engine {

namespace {

constexpr std::uintmax_t kMostXmlBytes = std::uintmax_t{64} << 20; // held twice while it is read
constexpr std::size_t kMostXmlTreeBytes = std::size_t{160} << 20;
constexpr std::size_t kNodeBytes = 2 * 64; // an element and its text
constexpr std::size_t kAttributeBytes = 40;
constexpr std::size_t kMostXmlLevels = 100;

/// What the tree may take at most, by the marks that make its parts.
std::size_t treeBytes(const std::string& text)
{
    std::size_t bytes = 0;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (text[i] == '<' && text[i + 1] != '/')
            bytes += kNodeBytes;
        else if (text[i] == '=')
            bytes += kAttributeBytes;
    }
    return bytes;
}

/// Whether elements lie deeper than in any format.
bool nestsTooDeeply(pugi::xml_document& document)
{
    struct Walker : pugi::xml_tree_walker {
        bool for_each(pugi::xml_node&) override { return depth() < static_cast<int>(kMostXmlLevels); }
    } walker;
    return !document.traverse(walker);
}

std::unique_ptr<TextInput> checkedText(TextInput text, const std::filesystem::path& path)
{
    auto input = std::make_unique<TextInput>(std::move(text));
    if (const std::size_t at = input->text.find("<!DOCTYPE"); at != std::string::npos)
        throw FormatError(
            "data_invalid", path.string(),
            fmt::format("line {}: declares a document type, which no such file has and nobody here reads",
                        LineCounter(input->text).lineAt(at)));
    if (treeBytes(input->text) > kMostXmlTreeBytes)
        throw FormatError("too_large", path.string(), "has more elements than can be read at once");
    return input;
}

}

XmlInput::XmlInput(const std::filesystem::path& path)
    : XmlInput(checkedText(readText(path, kMostXmlBytes), path), path)
{
}

XmlInput::XmlInput(std::string bytes, const std::filesystem::path& path)
    : XmlInput(checkedText(decodeText(std::move(bytes), path), path), path)
{
}

XmlInput::XmlInput(std::unique_ptr<TextInput> text, const std::filesystem::path& path)
    : m_text(std::move(text))
    , m_lines(m_text->text)
    , m_document(std::make_unique<pugi::xml_document>())
{
    const pugi::xml_parse_result result
        = m_document->load_buffer(m_text->text.data(), m_text->text.size(),
                                  pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_utf8);
    if (!result)
        throw FormatError("data_invalid", path.string(),
                          fmt::format("line {}: {}", m_lines.lineAt(static_cast<std::size_t>(result.offset)),
                                      result.description()));
    if (nestsTooDeeply(*m_document))
        throw FormatError("data_invalid", path.string(), "has elements in elements without end");
}

std::string xmlText(const std::string& text)
{
    std::string result;
    result.reserve(text.size());
    for (const char letter : text) {
        if (letter == '&')
            result += "&amp;";
        else if (letter == '<')
            result += "&lt;";
        else if (letter == '>')
            result += "&gt;";
        else if (letter == '"')
            result += "&quot;";
        else if (letter == '\n' || letter == '\t'
                 || letter == '\r') // which a reader would make blanks in attributes
            result += fmt::format("&#{};", static_cast<int>(letter));
        else if (static_cast<unsigned char>(letter) < 0x20)
            result += "\xef\xbf\xbd";
        else
            result += letter;
    }
    return result;
}

}
