#include "engine/features/speech/alignment_windows.h"

#include <QTest>

#include <cmath>

using engine::AlignmentWindow;
using engine::Interval;
using engine::TranscriptPart;

class AlignmentWindowsTest : public QObject {
    Q_OBJECT
private slots:
    void withoutTimesThereIsOneWindow()
    {
        const std::vector<TranscriptPart> parts{{"a", {}}, {"b", {}}};
        const auto windows = engine::alignmentWindows(parts, 20.0, {});
        QCOMPARE(windows.size(), 1U);
        QCOMPARE(windows[0].endPart, 2U);
        QVERIFY((windows[0].sound == Interval{0.0, 20.0}));
        QVERIFY((windows[0].written == Interval{0.0, 20.0}));
    }

    void wideGapsPartWindowsAndMarginsStayInside()
    {
        const std::vector<TranscriptPart> parts{
            {"a", Interval{0.2, 2.0}}, {"b", Interval{2.1, 4.0}}, {"c", Interval{8.0, 9.8}}};
        const auto windows = engine::alignmentWindows(parts, 10.0, {});
        QCOMPARE(windows.size(), 2U);
        QVERIFY((windows[0].sound == Interval{0.0, 4.5}));
        QVERIFY((windows[0].written == Interval{0.2, 4.0}));
        QCOMPARE(windows[1].firstPart, 2U);
        QVERIFY((windows[1].sound == Interval{7.5, 10.0}));
        QVERIFY((windows[1].written == Interval{8.0, 9.8}));
    }

    void longRunsArePartedAtTheirWidestGap()
    {
        std::vector<TranscriptPart> parts;
        for (int i = 0; i < 20; ++i) {
            const double start = i * 5.0 + (i >= 4 ? 0.4 : 0.0);
            parts.push_back({"x", Interval{start, start + 4.9}});
        }
        const auto windows = engine::alignmentWindows(parts, 110.0, {});
        QCOMPARE(windows[0].endPart, 4U); // where 0.5 s are free
        std::size_t next = 0;
        for (const AlignmentWindow& window : windows) {
            QCOMPARE(window.firstPart, next);
            QVERIFY(window.sound.length() < 36.0);
            next = window.endPart;
        }
        QCOMPARE(next, parts.size());
    }

    void partsWithoutTimesStayWithTheirNeighbours()
    {
        const std::vector<TranscriptPart> parts{
            {"a", {}}, {"b", Interval{10.0, 12.0}}, {"c", {}}, {"d", Interval{30.0, 31.0}}, {"e", {}}};
        const auto windows = engine::alignmentWindows(parts, 50.0, {});
        QCOMPARE(windows.size(), 1U);
        QVERIFY((windows[0].sound == Interval{0.0, 50.0}));
    }

    void timesOutsideTheSoundAreClipped()
    {
        const std::vector<TranscriptPart> parts{{"a", Interval{40.0, 50.0}}};
        const auto windows = engine::alignmentWindows(parts, 10.0, {});
        QVERIFY(windows[0].sound.start >= 0.0 && windows[0].sound.end <= 10.0
                && windows[0].sound.length() >= 0.0);
    }

    void quietestMomentIsInThePause()
    {
        std::vector<float> sound(16000 * 4);
        for (std::size_t i = 0; i < sound.size(); ++i) {
            const double seconds = static_cast<double>(i) / 16000.0;
            sound[i] = seconds > 2.2 && seconds < 2.7 ? 0.0F
                                                      : static_cast<float>(0.3 * std::sin(seconds * 2000.0));
        }
        engine::HeldSound held(sound);
        const double moment = engine::quietestMoment(held, {0.5, 3.5});
        QVERIFY2(moment > 2.3 && moment < 2.6, qPrintable(QString::number(moment)));
    }
};

QTEST_GUILESS_MAIN(AlignmentWindowsTest)
#include "tst_alignment_windows.moc"
