#include "engine/alignment/audit.h"

#include <QTest>

#include <algorithm>

using namespace engine;

namespace {

std::vector<Interval> frames(double start, double end, double step)
{
    std::vector<Interval> result;
    for (int i = 0; start + (i + 1) * step <= end + 1e-9; ++i)
        result.push_back({start + i * step, start + (i + 1) * step});
    return result;
}

std::vector<AuditFinding> of(AuditKind kind, const std::vector<AuditFinding>& all)
{
    std::vector<AuditFinding> result;
    std::ranges::copy_if(all, std::back_inserter(result),
                         [&](const AuditFinding& finding) { return finding.kind == kind; });
    return result;
}

/// Words of uneven length with pauses, and the sound of them.
std::vector<Interval> talk()
{
    std::vector<Interval> words;
    double at = 0.4;
    for (int i = 0; at < 19.0; ++i) {
        const double length = 0.18 + 0.07 * (i * 5 % 4);
        words.push_back({at, at + length});
        at += length + (i % 5 == 4 ? 0.8 : 0.05 * (i % 3));
    }
    return words;
}

SoundEnergy soundOf(const std::vector<Interval>& words, double later)
{
    SoundEnergy sound;
    for (int i = 0; i < 1000; ++i) {
        const double at = i * sound.step + sound.step / 2 - later;
        const bool isSpoken = std::ranges::any_of(
            words, [&](const Interval& word) { return word.start <= at && at < word.end; });
        sound.rms.push_back(isSpoken ? 0.1F : 0.002F);
    }
    return sound;
}

}

class TestAudit : public QObject {
    Q_OBJECT
private slots:
    void aCleanVideoHasNothing()
    {
        const auto words = talk();
        const auto rows = frames(0.0, 20.0, 0.01);
        const std::vector<Interval> segments{{0.0, 10.0}, {10.0, 20.0}};
        const SoundEnergy sound = soundOf(words, 0.0);
        QVERIFY(audit({words, segments, {{"acoustic", rows}}, 20.0, &sound}).empty());
    }

    void eachKindIsFoundWhereItIs()
    {
        const std::vector<Interval> words{{0.0, 1.0}, {0.8, 1.5}, {3.2, 3.6}, {9.0, 10.4}};
        const std::vector<Interval> segments{{0.0, 4.0}};
        auto rows = frames(0.0, 3.0, 0.1);
        for (const Interval& later : frames(4.0, 10.0, 0.1))
            rows.push_back(later);
        const auto found = audit(
            {words, segments, {{"visual", rows}, {"vectors", words, false}, {"none", {}}}, 10.0, nullptr});
        QCOMPARE(of(AuditKind::Gap, found).size(), std::size_t(1));
        QCOMPARE(of(AuditKind::Gap, found)[0].sequence, std::string("visual"));
        QVERIFY(std::abs(of(AuditKind::Gap, found)[0].where.start - 3.0) < 1e-9);
        QCOMPARE(of(AuditKind::EmptyCell, found),
                 (std::vector<AuditFinding>{{AuditKind::EmptyCell, "visual", {3.2, 3.6}}}));
        QCOMPARE(of(AuditKind::Collision, found),
                 (std::vector<AuditFinding>{{AuditKind::Collision, "words", {0.8, 1.0}}}));
        QCOMPARE(of(AuditKind::OutsideSegments, found),
                 (std::vector<AuditFinding>{{AuditKind::OutsideSegments, "words", {9.0, 10.4}}}));
        const auto outside = of(AuditKind::OutsideMedia, found);
        QCOMPARE(outside.size(), std::size_t(2)); // the word, and its vector
        QCOMPARE(outside[0].where, (Interval{9.0, 10.4}));
    }

    void shiftedWordsAreToldWithTheirShift()
    {
        const auto words = talk();
        for (const double later : {-0.3, -0.16, 0.2, 0.4}) {
            const auto found = drift(words, soundOf(words, later));
            QVERIFY2(!found.empty(), qPrintable(QString::number(later)));
            for (const AuditFinding& finding : found)
                QVERIFY2(std::abs(finding.shift - later) < 0.05,
                         qPrintable(QStringLiteral("%1: %2").arg(later).arg(finding.shift)));
        }
        QVERIFY(drift(words, soundOf(words, 0.04)).empty());
        QVERIFY(drift(words, SoundEnergy()).empty());
        QVERIFY(drift({}, soundOf(words, 0.3)).empty());
    }
};

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
