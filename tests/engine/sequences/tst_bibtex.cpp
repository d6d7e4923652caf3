#include "engine/sequences/bibtex.h"

#include <QTest>

using namespace engine;

class TestBibtex : public QObject {
    Q_OBJECT

private slots:
    void anEntryIsTakenApart()
    {
        const auto entries
            = parseBibtex("@InProceedings{zadeh2018, Title = {A {BERT}\n   model}, year=2018,\n"
                          "booktitle = \"ACL, the {\"}56th{\"}\", month = jul,}");
        QVERIFY(entries);
        const BibEntry expected{"inproceedings",
                                "zadeh2018",
                                {{"title", "{A {BERT} model}"},
                                 {"year", "2018"},
                                 {"booktitle", "\"ACL, the {\"}56th{\"}\""},
                                 {"month", "jul"}}};
        QVERIFY(entries->front() == expected);
    }

    void anEntryIsWrittenAFieldPerLine()
    {
        const BibEntry entry{"misc", "a", {{"title", "{A}"}, {"year", "2020"}}};
        QCOMPARE(entry.text(), std::string("@misc{a,\n  title = {A},\n  year = 2020\n}\n"));
        QVERIFY(parseBibtex(entry.text())->front() == entry);
    }

    void severalEntriesComeInTheirOrder()
    {
        const auto entries = parseBibtex("@misc{a, title={A}}\n\n @misc{b}, @misc{c,year=1}");
        QVERIFY(entries);
        QCOMPARE(entries->size(), std::size_t(3));
        QCOMPARE(entries->at(1).key, std::string("b"));
    }

    void aBareValueOfSeveralWordsGetsBraces()
    {
        QCOMPARE(parseBibtex("@misc{a, title=Two words}")->front().fields[0].second,
                 std::string("{Two words}"));
    }

    void otherTextIsNoBibtex_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::newRow("nothing") << std::string();
        QTest::newRow("a sentence") << std::string("Cite our paper, please.");
        QTest::newRow("no key") << std::string("@misc{title={A}}");
        QTest::newRow("a key of two words") << std::string("@misc{my key, title={A}}");
        QTest::newRow("cut off") << std::string("@misc{a, title={A}");
        QTest::newRow("a brace too many") << std::string("@misc{a, title={A}}}");
        QTest::newRow("an empty value") << std::string("@misc{a, title=, year=1}");
        QTest::newRow("an open quote") << std::string("@misc{a, title=\"A}");
        QTest::newRow("a text behind it") << std::string("@misc{a, title={A}} and more");
    }

    void otherTextIsNoBibtex()
    {
        QFETCH(const std::string, text);
        QVERIFY(!parseBibtex(text));
    }

    void bracesOfAValueAreInPairs()
    {
        QCOMPARE(bracedValue(" a {b}\n c "), std::string("{a {b} c}"));
        QCOMPARE(bracedValue("a } { b"), std::string("{a   b}"));
        QCOMPARE(bracedValue("a { b"), std::string("{a  b}"));
    }
};

QTEST_GUILESS_MAIN(TestBibtex)
#include "tst_bibtex.moc"
