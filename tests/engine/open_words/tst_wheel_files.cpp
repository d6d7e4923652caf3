#include "engine/core/error.h"
#include "engine/formats/tables/xlsx.h"
#include "engine/open_words/wheel_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/support/workbook.h"

using namespace engine;

using test::workbook;

/// The challenge's tables of wheels, synonyms and forms in a user's folder.
class TestWheelFiles : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path write(const std::string& name, const std::string& bytes) const
    {
        const std::filesystem::path path = std::filesystem::path(m_folder.path().toStdString()) / name;
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }

    void writeTables() const
    {
        for (const char* name : {"wheel1.xlsx", "wheel2.xlsx", "wheel3.xlsx", "wheel4.xlsx", "wheel5.xlsx"})
            write(name,
                  workbook({{"level1", "level2", "level3"},
                            {"Happy ", "Glad", "Cheerful"},
                            {"", "", "Merry"},
                            {"Sad", "Down", "Blue"}}));
        write("synonym.xlsx",
              workbook({{"word_run1", "synonym_run1", "word_run2", "synonym_run2"},
                        {"Cheerful", "jolly, Jovial", "blue", "gloomy"},
                        {"Merry", "jolly", "cheerful", "sunny"}}));
        write("format.csv", "name,format\njolly,\"jollily,jollier\"\ngloomy,gloomily\n");
    }

    static std::string codeOf(const std::filesystem::path& path)
    {
        try {
            readXlsx(path);
        } catch (const Error& error) {
            return error.code();
        }
        return {};
    }

private slots:
    void tablesAreRead()
    {
        writeTables();
        const WheelTables tables = readWheels(m_folder.path().toStdString());
        QCOMPARE(tables.wheels.size(), std::size_t{5});
        QCOMPARE(
            tables.wheels[0],
            (WheelRows{{"happy", "glad", "cheerful"}, {"happy", "glad", "merry"}, {"sad", "down", "blue"}}));
        QCOMPARE(tables.synonyms.at("jolly"), (TermSet{"cheerful", "merry"}));
        QCOMPARE(tables.synonyms.at("sunny"), (TermSet{"cheerful"}));
        QCOMPARE(tables.synonyms.at("blue"), (TermSet{"blue"}));
        QCOMPARE(tables.forms.at("jollier"), (TermSet{"jolly"}));
        QCOMPARE(tables.forms.at("jolly"), (TermSet{"jolly"}));
        const WheelScores scores
            = wheelScores({{{"jollily"}, {"gloomily"}}, {{"gloomy"}, {"gloomy"}}}, tables);
        QCOMPARE(scores.mean.precision, 0.5);
    }

    void whatIsMissingIsNamed()
    {
        writeTables();
        const auto messageOf = [&] {
            try {
                readWheels(m_folder.path().toStdString());
            } catch (const Error& error) {
                return std::string(error.what());
            }
            return std::string();
        };
        write("wheel2.xlsx", workbook({{"level1", "level2"}, {"a", "b"}}));
        QVERIFY(messageOf().find("wheel2.xlsx: has no column level3") != std::string::npos);
        write("wheel2.xlsx", workbook({{"level1", "level2", "level3"}, {"", "b", "c"}}));
        QVERIFY(messageOf().find("row 2") != std::string::npos);
        writeTables();
        write("format.csv", "word,format\na,b\n");
        QVERIFY(messageOf().find("no columns name and format") != std::string::npos);
    }

    void hostileWorkbooksAreSentences_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<std::string>("code");
        const std::string whole = workbook({{"a", "b"}, {"c"}});
        const auto sheet = [](const std::string& cell) {
            return workbook({{"a"}}, "<worksheet><sheetData><row>" + cell + "</row></sheetData></worksheet>");
        };
        QTest::newRow("no zip") << std::string("nothing") << std::string("data_invalid");
        QTest::newRow("cut off") << whole.substr(0, whole.size() / 2) << std::string("data_invalid");
        QTest::newRow("no sheet") << test::storedZip(
            {{"xl/workbook.xml", "<workbook/>"}, {"xl/_rels/workbook.xml.rels", "<Relationships/>"}})
                                  << std::string("data_invalid");
        QTest::newRow("text beyond the shared")
            << sheet(R"(<c r="A1" t="s"><v>99</v></c>)") << std::string("data_invalid");
        QTest::newRow("shared text -1")
            << sheet(R"(<c r="A1" t="s"><v>-1</v></c>)") << std::string("data_invalid");
        QTest::newRow("far column") << sheet(R"(<c r="ZZZZZZZZZZ1"><v>1</v></c>)")
                                    << std::string("too_large");
        QTest::newRow("no place") << sheet(R"(<c r="7"><v>1</v></c>)") << std::string("data_invalid");
        QTest::newRow("entities") << workbook({{"a"}}, "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet/>")
                                  << std::string("data_invalid");
        QTest::newRow("no XML") << workbook({{"a"}}, "<worksheet><") << std::string("data_invalid");
        QTest::newRow("a claim of gigabytes")
            << test::storedZip({{"xl/workbook.xml", "<workbook/>"}}, 0xFFFFFFF0U) << std::string("too_large");
    }

    void hostileWorkbooksAreSentences()
    {
        QFETCH(std::string, bytes);
        QFETCH(std::string, code);
        QCOMPARE(codeOf(write("hostile.xlsx", bytes)), code);
    }

    void everyCutIsASentence()
    {
        const std::string whole = workbook({{"level1", "level2"}, {"a", "b"}});
        for (std::size_t length = 0; length < whole.size(); length += 7)
            QVERIFY(!codeOf(write("cut.xlsx", whole.substr(0, length))).empty());
        QCOMPARE(codeOf(write("cut.xlsx", whole)), std::string());
    }
};

QTEST_GUILESS_MAIN(TestWheelFiles)
#include "tst_wheel_files.moc"
