#pragma once

#include "tests/support/stored_zip.h"

namespace engine::test {

/// A workbook of one sheet; the texts of even rows are shared, those of odd ones inline.
inline std::string workbook(const std::vector<std::vector<std::string>>& rows, const std::string& sheet = {})
{
    std::string shared = "<sst>";
    std::string cells = "<worksheet><sheetData>";
    int texts = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        cells += "<row r=\"" + std::to_string(row + 1) + "\">";
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            const std::string place
                = std::string(1, static_cast<char>('A' + column)) + std::to_string(row + 1);
            const std::string& text = rows[row][column];
            if (text.empty())
                continue;
            if (row % 2 == 0) {
                shared += texts % 2 == 0
                    ? "<si><t>" + text + "</t><phoneticPr fontId=\"2\"/></si>"
                    : "<si><r><t>" + text.substr(0, 1) + "</t></r><r><t>" + text.substr(1) + "</t></r></si>";
                cells += "<c r=\"" + place + "\" t=\"s\"><v>" + std::to_string(texts++) + "</v></c>";
            } else {
                cells += "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
            }
        }
        cells += "</row>";
    }
    return storedZip(
        {{"xl/workbook.xml",
          R"(<workbook xmlns:r="x"><sheets><sheet name="a" sheetId="1" r:id="rId7"/></sheets></workbook>)"},
         {"xl/_rels/workbook.xml.rels",
          R"(<Relationships><Relationship Id="rId7" Target="worksheets/sheet4.xml"/></Relationships>)"},
         {"xl/worksheets/sheet4.xml", sheet.empty() ? cells + "</sheetData></worksheet>" : sheet},
         {"xl/sharedStrings.xml", shared + "</sst>"}});
}

}
