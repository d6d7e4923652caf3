#include "engine/numbers/draws.h"
#include "engine/open_words/bradley_terry.h"

#include <QTest>

#include <cmath>

using namespace engine;

/// Ranks from answers to "which of two".
class TestBradleyTerry : public QObject {
    Q_OBJECT

private slots:
    void twoItemsLieSymmetrically()
    {
        const PreferenceRanks ranks = preferenceRanks({}, {{"a", "b", 1.0}, {"a", "b", 1.0}});
        QVERIFY(ranks.items[0].strength > 0.5);
        QVERIFY(std::abs(ranks.items[0].strength + ranks.items[1].strength) < 1e-12);
        const PreferenceRanks tied = preferenceRanks({}, {{"a", "b", 0.5}});
        QVERIFY(std::abs(tied.items[0].strength) < 1e-12);
    }

    void oneWhoAlwaysWinsHasAFiniteStrength()
    {
        const std::vector<Preference> answers(200, {"a", "b", 1.0});
        const PreferenceRanks ranks = preferenceRanks({}, answers);
        QVERIFY(ranks.items[0].strength > 2.0 && ranks.items[0].strength < 10.0);
    }

    void groupsAreCounted()
    {
        QCOMPARE(preferenceRanks({"z"}, {{"a", "b", 1.0}, {"c", "d", 1.0}, {"b", "a", 1.0}}).components,
                 std::size_t{3});
    }

    void withoutAnswersThereAreNoRanks()
    {
        const PreferenceRanks ranks = preferenceRanks({"a", "b"}, {});
        QCOMPARE(ranks.undefined.english(), std::string("Nobody compared anything."));
        QCOMPARE(*nextPair(ranks), (std::pair<std::size_t, std::size_t>{0, 1}));
        QVERIFY(!nextPair(preferenceRanks({"a"}, {})));
    }

    void theNextPairIsTheLeastKnownOne()
    {
        std::vector<Preference> answers;
        for (int i = 0; i < 20; ++i) {
            answers.push_back({"a", "b", i % 2 == 0 ? 1.0 : 0.0});
            answers.push_back({"b", "c", i % 2 == 0 ? 1.0 : 0.0});
        }
        answers.push_back({"c", "d", 0.5});
        const PreferenceRanks ranks = preferenceRanks({}, answers);
        const auto next = *nextPair(ranks);
        QVERIFY(ranks.items[next.second].name == "d");
    }

    /// team-science: 30 items, 400 pairs: r with the truth .95.
    void plantedStrengthsAreFound()
    {
        Draws draws(9);
        std::vector<double> truth;
        std::vector<std::string> names;
        for (int i = 0; i < 30; ++i) {
            truth.push_back(1.5 * draws.normal());
            names.push_back("i" + std::to_string(i));
        }
        std::vector<Preference> answers;
        for (int i = 0; i < 400; ++i) {
            const std::uint32_t a = draws.below(30);
            const std::uint32_t b = (a + 1 + draws.below(29)) % 30;
            const double chance = 1.0 / (1.0 + std::exp(truth[b] - truth[a]));
            answers.push_back({names[a], names[b], draws.uniform() < chance ? 1.0 : 0.0});
        }
        const PreferenceRanks ranks = preferenceRanks(names, answers);
        double xy = 0.0, xx = 0.0, yy = 0.0, mean = 0.0;
        for (const double value : truth)
            mean += value / 30.0;
        for (std::size_t i = 0; i < 30; ++i) {
            xy += ranks.items[i].strength * (truth[i] - mean);
            xx += ranks.items[i].strength * ranks.items[i].strength;
            yy += (truth[i] - mean) * (truth[i] - mean);
        }
        QVERIFY2(xy / std::sqrt(xx * yy) > 0.9, qPrintable(QString::number(xy / std::sqrt(xx * yy))));
    }

    /// Of two items the prior leaves the common level open, which is nothing that answers could tell.
    void deviationsAreOfWhatAnswersTell()
    {
        std::vector<Preference> answers;
        for (int i = 0; i < 2000; ++i)
            answers.push_back({"a", "b", i % 10 < 7 ? 1.0 : 0.0});
        const PreferenceRanks ranks = preferenceRanks({}, answers);
        QVERIFY(ranks.items[0].deviation > 1.4);
        // of a difference of logits the deviation is 1 / sqrt(n p (1 - p)); each lies half of it from the
        // mean
        const double expected = 0.5 / std::sqrt(2000.0 * 0.7 * 0.3);
        for (const std::size_t item : {0U, 1U})
            QVERIFY(std::abs(deviationFromMean(ranks, item) - expected) < 1e-4);
    }
};

QTEST_GUILESS_MAIN(TestBradleyTerry)
#include "tst_bradley_terry.moc"
