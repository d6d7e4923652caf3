#include "engine/sequences/csd_file.h"

#include <QTest>

#include "tests/support/failure.h"
#include "tests/support/sequences.h"

using namespace engine;

namespace {

ComputationalSequence fromFile()
{
    return ComputationalSequence(
        std::make_shared<const CsdFile>(FIXTURES "/broken/rows_differ.csd")); // ids: good, v
}

}

class TestComputationalSequence : public QObject {
    Q_OBJECT

private slots:
    void entriesStayInTheOrderInWhichTheyCame()
    {
        const auto sequence
            = test::sequence("s", {{"b", test::numbered({{0, 1}})}, {"a", test::numbered({{2, 3}})}});
        QCOMPARE(sequence.ids(), (std::vector<std::string>{"b", "a"}));
    }

    void anEntryInMemoryHidesTheOneInTheFile()
    {
        ComputationalSequence sequence = fromFile();
        sequence.put("good", test::numbered({{7, 8}}));
        QVERIFY(sequence.entry("good") == test::numbered({{7, 8}}));
        QCOMPARE(sequence.ids(), (std::vector<std::string>{"good", "v"}));
    }

    void aCopyIsNotChangedWithTheOriginal()
    {
        ComputationalSequence sequence = fromFile();
        const ComputationalSequence copy = sequence;
        sequence.remove("good");
        QVERIFY(!sequence.contains("good"));
        QCOMPARE(copy.entry("good").features.rows(), std::size_t(3));
    }

    void clearingKeepsTheMetadata()
    {
        ComputationalSequence sequence = fromFile();
        sequence.clear();
        QVERIFY(sequence.ids().empty());
        QCOMPARE(sequence.rootName(), std::string("seq"));
    }

    void removingWhatIsNotThereDoesNothing()
    {
        ComputationalSequence sequence = fromFile();
        sequence.remove("nobody");
        QCOMPARE(sequence.ids().size(), std::size_t(2));
    }

    void anUnknownIdIsAnError()
    {
        const std::string failure = test::failureOf([] { fromFile().entry("nobody"); });
        QCOMPARE(failure, std::string("data_invalid: seq: has no entry nobody"));
    }

    void theVideoOfAnIdIsWhatStandsBeforeTheBracket()
    {
        QCOMPARE(strippedId("video[12]"), std::string("video"));
        QCOMPARE(strippedId("video"), std::string("video"));
        QCOMPARE(strippedId("v[2][3]"), std::string("v"));
    }
};

QTEST_GUILESS_MAIN(TestComputationalSequence)
#include "tst_computational_sequence.moc"
