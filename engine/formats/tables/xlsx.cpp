#include "engine/formats/tables/xlsx.h"

#include "engine/core/error.h"
#include "engine/formats/input/xml_input.h"
#include "engine/npz/zip_member.h"

#include <charconv>
#include <fmt/format.h>
#include <string_view>

namespace engine {

namespace {

constexpr std::size_t kMostMemberBytes = std::size_t{64} << 20;
constexpr std::size_t kMostColumns = 1024;

class WorkbookReader {
public:
    explicit WorkbookReader(const std::filesystem::path& path) : m_path(path) { }

    XlsxSheet read()
    {
        const std::string sheet = firstSheet();
        readShared();
        const XmlInput xml = part(sheet);
        XlsxSheet result;
        std::size_t number = 0;
        for (const pugi::xml_node from :
             xml.document().child("worksheet").child("sheetData").children("row")) {
            number = static_cast<std::size_t>(from.attribute("r").as_ullong(number + 1));
            XlsxSheet::Row row{number, {}};
            for (const pugi::xml_node cell : from.children("c"))
                put(row, cell);
            if (!row.cells.empty())
                result.rows.push_back(std::move(row));
        }
        return result;
    }

private:
    XmlInput part(const std::string& member) const
    {
        return XmlInput(readZipMember(m_path, member, "a workbook (.xlsx)", kMostMemberBytes), m_path);
    }

    /// The archive's name of the sheet that comes first.
    std::string firstSheet() const
    {
        const XmlInput book = part("xl/workbook.xml");
        const pugi::xml_node sheet = book.document().child("workbook").child("sheets").child("sheet");
        const std::string id = sheet.attribute("r:id").value();
        const XmlInput relations = part("xl/_rels/workbook.xml.rels");
        for (const pugi::xml_node relation : relations.document().child("Relationships").children()) {
            if (id.empty() || id != relation.attribute("Id").value())
                continue;
            const std::string target = relation.attribute("Target").value();
            return target.starts_with('/') ? target.substr(1) : "xl/" + target;
        }
        throw FormatError("data_invalid", m_path.string(), "is a workbook without a sheet");
    }

    void readShared()
    {
        try {
            const XmlInput shared = part("xl/sharedStrings.xml");
            for (const pugi::xml_node text : shared.document().child("sst").children("si"))
                m_shared.push_back(textOf(text));
        } catch (const FormatError& error) {
            if (!m_shared.empty() || error.code() != "data_invalid")
                throw;
            // A workbook of numbers has none; a cell that asks for one is refused below.
        }
    }

    /// Of a shared or an inline string: plain, or in runs of one look; how it is pronounced is left out.
    static std::string textOf(pugi::xml_node node)
    {
        std::string text = node.child("t").text().get();
        for (const pugi::xml_node run : node.children("r"))
            text += run.child("t").text().get();
        return text;
    }

    void put(XlsxSheet::Row& row, pugi::xml_node cell) const
    {
        const std::string place = cell.attribute("r").value();
        const std::size_t column = place.empty() ? row.cells.size() : columnOf(place);
        if (column >= kMostColumns)
            throw FormatError(
                "too_large", m_path.string(),
                fmt::format("cell {} is beyond the {} columns that are read", place, kMostColumns));
        std::string text = valueOf(cell, place);
        if (text.empty())
            return;
        if (row.cells.size() <= column)
            row.cells.resize(column + 1);
        row.cells[column] = std::move(text);
    }

    std::string valueOf(pugi::xml_node cell, const std::string& place) const
    {
        const std::string_view type = cell.attribute("t").value();
        if (type == "inlineStr")
            return textOf(cell.child("is"));
        const std::string value = cell.child("v").text().get();
        if (type != "s" || value.empty())
            return value;
        std::size_t index = 0;
        const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), index);
        if (failure != std::errc() || end != value.data() + value.size() || index >= m_shared.size())
            throw FormatError("data_invalid", m_path.string(),
                              fmt::format("cell {} names a text {} that is not in the file", place, value));
        return m_shared[index];
    }

    /// From 0: `B7` is 1.
    std::size_t columnOf(const std::string& place) const
    {
        std::size_t column = 0;
        for (std::size_t i = 0; i < place.size() && place[i] >= 'A' && place[i] <= 'Z'; ++i) {
            column = column * 26 + static_cast<std::size_t>(place[i] - 'A' + 1);
            if (column > kMostColumns)
                break;
        }
        if (column == 0)
            throw FormatError("data_invalid", m_path.string(), fmt::format("has a cell at '{}'", place));
        return column - 1;
    }

    const std::filesystem::path& m_path;
    std::vector<std::string> m_shared;
};

}

XlsxSheet readXlsx(const std::filesystem::path& path)
{
    return WorkbookReader(path).read();
}

}
