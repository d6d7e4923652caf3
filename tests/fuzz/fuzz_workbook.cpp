#include "engine/core/error.h"
#include "engine/formats/tables/xlsx.h"

#include "tests/fuzz/fuzzed_file.h"
#include "tests/fuzz/made_seeds.h"
#include "tests/support/stored_zip.h"

namespace {

constexpr char kNextMember = '\x1c';
constexpr const char* kMembers[]{"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml",
                                 "xl/sharedStrings.xml"};

/// The archive of a workbook's members. Its sums are right: they would keep changed members out.
std::string archiveOf(const std::string& members)
{
    std::vector<std::pair<std::string, std::string>> files;
    std::size_t at = 0;
    for (const char* const name : kMembers) {
        if (at > members.size())
            break;
        const std::size_t end = std::min(members.find(kNextMember, at), members.size());
        files.emplace_back(name, members.substr(at, end - at));
        at = end + 1;
    }
    return engine::test::storedZip(files);
}

}

extern "C" int LLVMFuzzerInitialize(int* /*count*/, char*** /*arguments*/)
{
    return fuzz::makeSeeds([](const std::filesystem::path& folder) {
        const std::string book
            = R"(<workbook xmlns:r="x"><sheets><sheet name="a" sheetId="1" r:id="rId7"/></sheets></workbook>)";
        const std::string relations
            = R"(<Relationships><Relationship Id="rId7" Target="worksheets/sheet1.xml"/></Relationships>)";
        const std::string sheet
            = R"(<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>level2</t></is></c></row>)"
              R"(<row r="3"><c r="B3"><v>2.5</v></c><c t="s"><v>1</v></c></row></sheetData></worksheet>)";
        const std::string shared
            = R"(<sst><si><t>level1</t></si><si><r><t>ha</t></r><r><t>ppy</t></r></si></sst>)";
        fuzz::writeSeed(folder / "members",
                        book + kNextMember + relations + kNextMember + sheet + kNextMember + shared);
    });
}

/// A workbook, as a table of an emotion wheel is one: its members, or the archive as it is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    std::string content(reinterpret_cast<const char*>(bytes), size);
    if (!content.starts_with("PK"))
        content = archiveOf(content);
    const fuzz::FuzzedFile file(reinterpret_cast<const std::uint8_t*>(content.data()), content.size(),
                                ".xlsx");
    try {
        engine::readXlsx(file.path());
    } catch (const engine::Error&) { // is refused
    }
    return 0;
}
