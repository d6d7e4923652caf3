#include "engine/deidentify/face_plan.h"
#include "engine/deidentify/hidden_names.h"
#include "engine/deidentify/hidden_sound.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace engine;

class TestHiddenNames : public QObject {
    Q_OBJECT

private slots:
    void namesAreFoundInWhateverCaseAndNotInsideWords()
    {
        HiddenNames names;
        names.add("Ada", "Person 1");
        QCOMPARE(names.without("ADA's talk, ada_1.mp4, ada2"), std::string("Person 1's talk, Person 1_1.mp4, Person 12"));
        QCOMPARE(names.without("Adams and Canada"), std::string("Adams and Canada"));
        QVERIFY(names.in("Adams").empty());
        QCOMPARE(names.in("so ada said").size(), std::size_t(1));
    }

    void partsOfLongNamesAreHiddenToo()
    {
        HiddenNames names;
        names.add("Ada de la Cruz", "Person 1");
        QCOMPARE(names.without("Ada de la Cruz met Cruz, de facto"), std::string("Person 1 met Person 1, de facto"));
    }

    void otherAlphabets()
    {
        HiddenNames names;
        names.add("王小明", "Person 1");
        names.add("Özil", "Person 2");
        names.add("Ольга", "Person 3");
        QCOMPARE(names.without("我和王小明说"), std::string("我和Person 1说"));
        QCOMPARE(names.without("ÖZIL, ОЛЬГА"), std::string("Person 2, Person 3"));
    }

    void blanksAreNoName()
    {
        HiddenNames names;
        names.add("  ", "x");
        QVERIFY(names.empty());
        QCOMPARE(names.without("a  b"), std::string("a  b"));
    }

    /// A beep is exact: 1 kHz, −20 dBFS, silence at its ends.
    void beepsAreExact()
    {
        std::vector<float> samples(16000, 0.5F);
        beep(samples, {0.25, 0.75});
        QCOMPARE(samples[3999], 0.5F);
        QCOMPARE(samples[12000], 0.5F);
        QVERIFY(std::abs(samples[4000]) < 1e-6F);
        const float loudest = *std::max_element(samples.begin() + 4000, samples.begin() + 12000);
        QVERIFY(std::abs(loudest - 0.1F) < 1e-3F);
        int crossings = 0;
        for (int i = 6000; i < 8000; ++i)
            crossings += samples[static_cast<std::size_t>(i)] <= 0 && samples[static_cast<std::size_t>(i) + 1] > 0 ? 1 : 0;
        QCOMPARE(crossings, 125); // 0.125 s of 1 kHz
    }

    void coefficientsLieInBothRangesAndDifferByRecording()
    {
        int low = 0, high = 0;
        for (std::size_t i = 0; i < 200; ++i) {
            const double a = drawnCoefficient(3, i);
            QVERIFY((a >= 0.75 && a <= 0.88) || (a >= 1.14 && a <= 1.3));
            (a < 1 ? low : high) += 1;
        }
        QVERIFY2(low > 60 && high > 60, qPrintable(QString::number(low)));
        QVERIFY(drawnCoefficient(3, 1) != drawnCoefficient(3, 2));
        QCOMPARE(drawnCoefficient(3, 1), drawnCoefficient(3, 1));
    }

    void gapsAreFilledAndStretchesAreWidened()
    {
        FaceTracks tracks;
        for (int k = 0; k < 100; ++k)
            tracks.frames.push_back({k / 25.0, (k + 1) / 25.0});
        tracks.pixels = 2.0;
        tracks.people.push_back({7, {}});
        const auto see = [&](std::size_t frame, float x) {
            tracks.people[0].sights.push_back(stored({frame, 7, {x, 10, x + 20, 30}, {}, 1.0F}));
        };
        see(10, 100);
        see(20, 120); // 0.4 s later: filled
        see(70, 50); // 2 s later: not
        const FacePlan plan = facePlan(tracks, {}, 0.4F);
        for (std::size_t k = 10; k <= 20; ++k)
            QCOMPARE(plan.frames[k].size(), std::size_t(1));
        const FaceBox middle = plan.frames[15].front().box; // twice as large, and wider by 40 %
        QVERIFY(std::abs(middle.x0 - (220 - 8)) < 0.5F);
        QVERIFY(std::abs(middle.width() - 56) < 0.5F);
        QVERIFY(!plan.frames[3].empty()); // 0.28 s before
        QVERIFY(plan.frames[2].empty());
        QVERIFY(!plan.frames[27].empty());
        QVERIFY(plan.frames[40].empty());
        QCOMPARE(plan.unsure.size(), std::size_t(49));
        const FacePlan kept = facePlan(tracks, {7}, 0.4F);
        QVERIFY(kept.frames[10].empty());
        QCOMPARE(kept.kept[10].front().x0, 200.0F);
    }

    void drawnBoxesMoveBetweenTheirKeys()
    {
        FacePlan plan;
        std::vector<Interval> frames;
        for (int k = 0; k < 10; ++k)
            frames.push_back({k / 10.0, (k + 1) / 10.0});
        plan.frames.resize(10);
        addDrawnBoxes(plan, frames, {{0.2, {0, 0, 10, 10}}, {0.8, {60, 0, 70, 10}}});
        QVERIFY(plan.frames[1].empty());
        QVERIFY(!plan.frames[2].empty());
        QVERIFY(std::abs(plan.frames[4].front().box.x0 - 25) < 0.5F);
        QVERIFY(plan.frames[9].empty());
    }
};

QTEST_GUILESS_MAIN(TestHiddenNames)

#include "tst_hidden_names.moc"
