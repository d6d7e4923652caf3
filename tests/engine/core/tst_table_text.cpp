#include "engine/core/table_text.h"

#include <QTest>

using namespace engine;

namespace {

using Cells = std::vector<std::string>;

std::vector<TableRow> rowsOf(std::string_view text, const TableRules& rules = {})
{
    TableReader reader(text, rules);
    std::vector<TableRow> rows;
    for (TableRow row; reader.next(row);)
        rows.push_back(row);
    return rows;
}

}

class TestTableText : public QObject {
    Q_OBJECT

private slots:
    void theSeparatorIsTheMostFrequentOne()
    {
        QCOMPARE(separatorIn("a;b,c;d"), ';');
        QCOMPARE(separatorIn("a\tb"), '\t');
        QCOMPARE(separatorIn("a"), ',');
    }

    void quotedCellsHoldSeparatorsAndLines()
    {
        const auto rows = rowsOf("a,b\n\"x, \"\"y\"\"\nz\", 2\nc\n");
        QCOMPARE(rows.size(), std::size_t(3));
        QCOMPARE(rows[1].cells, (Cells{"x, \"y\"\nz", " 2"}));
        QVERIFY(rows[1].isQuoted && !rows[0].isQuoted);
        QCOMPARE(rows[2].line, std::size_t(4));
    }

    void everyKindOfLineEndIsCountedOnce()
    {
        const auto rows = rowsOf("a\rb\r\n\nc", {.firstLine = 10});
        QCOMPARE(rows.size(), std::size_t(3));
        QCOMPARE(rows[1].line, std::size_t(11));
        QCOMPARE(rows[2].line, std::size_t(13));
    }

    void blanksGoWhereTheRulesSayIt()
    {
        QCOMPARE(rowsOf(" a , \" b \" ,\tc").front().cells, (Cells{" a ", " b  ", "\tc"}));
        QCOMPARE(rowsOf(" a , \" b \" ,\tc", {.trims = true}).front().cells, (Cells{"a", " b ", "c"}));
    }

    void whatIsNotAsItShouldBeIsTold()
    {
        QVERIFY(rowsOf("a,\"b\nc").front().isOpen);
        QCOMPARE(rowsOf("a\n\"b\"c,d").back().strayLine, std::size_t(2));
        QCOMPARE(rowsOf("a\n\"b\"c,d").back().cells, (Cells{"bc", "d"}));
        QVERIFY(rowsOf(std::string((1 << 20) + 1, 'x')).front().isTooLong);
        QCOMPARE(rowsOf("a,b,c", {.mostCells = 2}).front().cells.size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestTableText)
#include "tst_table_text.moc"
