#pragma once

#include "engine/core/text_file.h"

#include <fmt/format.h>
#include <initializer_list>
#include <optional>
#include <string>
#include <type_traits>

namespace engine {

/// A table of a publication, cell by cell: RFC 4180, a line of names first; what is not known is empty.
class TableLines {
public:
    TableLines(std::initializer_list<const char*> names, bool guardsCells) : m_guardsCells(guardsCells)
    {
        for (const char* name : names)
            add(name);
        end();
    }
    TableLines& add(const std::string& cell)
    {
        m_text += fmt::format("{}{}", m_isFirst ? "" : ",", tableCell(guardedCell(cell, m_guardsCells)));
        m_isFirst = false;
        return *this;
    }
    template <typename Number>
    requires std::is_arithmetic_v<Number> TableLines& add(Number number)
    {
        return add(fmt::format("{}", number));
    }
    TableLines& add(std::optional<double> number)
    {
        return add(number ? fmt::format("{}", *number) : std::string());
    }
    void end()
    {
        m_text += '\n';
        m_isFirst = true;
    }
    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
    bool m_guardsCells;
    bool m_isFirst = true;
};

}
