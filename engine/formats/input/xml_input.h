#pragma once

#include "engine/formats/input/text_input.h"

#include <memory>
#include <pugixml.hpp>

namespace engine {

/// An XML file in memory. Document types, which may bring entities of their own, are refused: nothing is
/// expanded or fetched.
class XmlInput {
public:
    /// @throws IoError, FormatError as readText(); FormatError (`data_invalid`) with the line where it is
    /// not XML, (`too_large`) when its tree would not fit into memory.
    explicit XmlInput(const std::filesystem::path& path);
    /// Of a part of an archive. @param path  of the archive, for errors @throws FormatError as above.
    XmlInput(std::string bytes, const std::filesystem::path& path);

    const pugi::xml_document& document() const { return *m_document; }
    std::size_t lineOf(pugi::xml_node node)
    {
        return m_lines.lineAt(static_cast<std::size_t>(node.offset_debug()));
    }
    /// Notes about the encoding.
    const std::vector<std::string>& notes() const { return m_text->notes; }

private:
    XmlInput(std::unique_ptr<TextInput> text, const std::filesystem::path& path);

    std::unique_ptr<TextInput> m_text;
    LineCounter m_lines;
    std::unique_ptr<pugi::xml_document> m_document;
};

/// The text escaped for use between tags and in attributes; letters that XML cannot have become the
/// replacement character.
std::string xmlText(const std::string& text);

}
