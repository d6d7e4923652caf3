#include "engine/core/error.h"
#include "engine/extraction/voicing_check.h"

#include <QTest>

using namespace engine;

namespace {

/// Rows of 10 ms.
std::vector<Interval> rowsOf(std::size_t count)
{
    std::vector<Interval> rows;
    for (std::size_t i = 0; i < count; ++i)
        rows.push_back({static_cast<double>(i) / 100.0, (static_cast<double>(i) + 1.0) / 100.0});
    return rows;
}

}

/// Whether words and voicing fit each other.
class TestVoicingCheck : public QObject {
    Q_OBJECT

private slots:
    void rowsAreCountedByTheirMiddle()
    {
        const std::vector<Interval> words{
            {0.30, 0.50}, {0.10, 0.20}, {0.15, 0.18}}; // one lies within another
        std::vector<bool> isVoiced(100);
        for (std::size_t row = 10; row < 25; ++row)
            isVoiced[row] = true;
        const VoicedParts parts = voicedParts(words, rowsOf(100), isVoiced);
        QCOMPARE(parts.wordRows, std::size_t(30));
        QCOMPARE(parts.pauseRows, std::size_t(70));
        QCOMPARE(parts.ofWords, 10.0 / 30.0);
        QCOMPARE(parts.ofPauses, 5.0 / 70.0);
        QCOMPARE(voicedParts({}, rowsOf(10), std::vector<bool>(10)).wordRows, std::size_t(0));
        QVERIFY_THROWS_EXCEPTION(ShapeError, voicedParts({}, rowsOf(10), std::vector<bool>(9)));
    }

    void whatCannotBeIsFound_data()
    {
        QTest::addColumn<double>("ofWords");
        QTest::addColumn<double>("ofPauses");
        QTest::addColumn<QString>("message");
        QTest::newRow("as usual") << 0.7 << 0.05 << QString();
        QTest::newRow("at the bounds") << 0.3 << 0.3 << QString();
        QTest::newRow("words without voice")
            << 0.07 << 0.1
            << QStringLiteral("a voice was found in only 7 % of the time of its words: "
                              "pitch and voice quality are not to be relied on");
        QTest::newRow("pauses with one")
            << 0.7 << 0.74
            << QStringLiteral("a voice was found in 74 % of its pauses: words are "
                              "missing, or there is a sound like a voice");
        QTest::newRow("both") << 0.07 << 0.74
                              << QStringLiteral(
                                     "a voice was found in only 7 % of the time of its words, and in 74 % "
                                     "of its pauses: pitch and voice quality are not to be relied on");
    }
    void whatCannotBeIsFound()
    {
        QFETCH(double, ofWords);
        QFETCH(double, ofPauses);
        QFETCH(QString, message);
        const auto finding = voicingFinding("talk", {ofWords, ofPauses, 100, 100});
        QCOMPARE(finding ? QString::fromStdString(finding->message) : QString(), message);
        if (finding) {
            QCOMPARE(finding->code, std::string("voicing"));
            QCOMPARE(finding->id, std::string("talk"));
            QCOMPARE(finding->severity, Finding::Severity::Warning);
        }
        QVERIFY(!voicingFinding("talk", {ofWords, ofPauses, 49, 49}));
    }
};

QTEST_GUILESS_MAIN(TestVoicingCheck)
#include "tst_voicing_check.moc"
