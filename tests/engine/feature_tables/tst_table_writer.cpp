#include "engine/feature_tables/table_writer.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/support/failure.h"
#include "tests/support/sequences.h"

using namespace engine;

class TableWriterTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path path(const char* name) const
    {
        return m_folder.filePath(QLatin1String(name)).toStdString();
    }

    CsdFile fileOf(const std::vector<std::pair<std::string, Entry>>& entries) const
    {
        writeCsd(test::sequence("voice", entries), path("voice.csd"));
        return CsdFile(path("voice.csd"));
    }

private slots:
    void everyRowIsALine()
    {
        const CsdFile file = fileOf(
            {{"a,b",
              {{ElementType::Float64, {{0, 0.1}, {0.1, 0.25}}}, test::floats(2, {1.5F, 0.1F, NAN, -3})}},
             {"c", {{ElementType::Float64, {}}, test::floats(2, {})}}});
        QCOMPARE(writeTable(file, path("out.csv")), std::size_t(2));
        std::ifstream stream(path("out.csv"));
        const std::string text{std::istreambuf_iterator<char>(stream), {}};
        QCOMPARE(text,
                 std::string("id,start,end,dim 0,dim 1\n"
                             "\"a,b\",0,0.1,1.5,0.1\n"
                             "\"a,b\",0.1,0.25,nan,-3\n"));
    }

    void otherWidthsAndTextAreRefusedAndNothingIsLeft()
    {
        const Entry two{{ElementType::Float64, {{0, 1}}}, test::floats(2, {1, 2})};
        const Entry one{{ElementType::Float64, {{0, 1}}}, test::floats(1, {1})};
        const Entry text{{ElementType::Float64, {{0, 1}}},
                         {ElementType::Text, {1, 1}, std::vector<std::string>{"hi"}}};
        QVERIFY(test::failureOf([&] {
                    writeTable(fileOf({{"a", two}, {"b", one}}), path("no.csv"));
                }).find("b has 1 columns, expected the 2 of a")
                != std::string::npos);
        QVERIFY(test::failureOf([&] {
                    writeTable(fileOf({{"a", text}}), path("no.csv"));
                }).find("holds text")
                != std::string::npos);
        QVERIFY(!std::filesystem::exists(path("no.csv")));
    }
};

QTEST_APPLESS_MAIN(TableWriterTest)
#include "tst_table_writer.moc"
