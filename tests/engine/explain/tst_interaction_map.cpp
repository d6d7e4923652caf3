#include "engine/core/error.h"
#include "engine/explain/absent_kind.h"
#include "engine/explain/attribution.h"
#include "engine/explain/interaction_map.h"

#include <QTest>

#include <cmath>

using namespace engine;

namespace {

constexpr Coalition kText = coalitionOf(Modality::Text), kSound = coalitionOf(Modality::Acoustic),
                    kVision = coalitionOf(Modality::Visual);

/// f(S) from the terms m(S), by adding those of all parts of S.
InteractionMap fromTerms(const std::array<double, kCoalitions>& terms)
{
    std::array<double, kCoalitions> values{};
    for (Coalition whole = 0; whole < kCoalitions; ++whole) {
        for (Coalition part = 0; part < kCoalitions; ++part) {
            if ((part & ~whole) == 0)
                values[whole] += terms[part];
        }
    }
    return InteractionMap(values);
}

/// Terms in the order in which people read them: nothing, t, a, v, ta, tv, av, tav.
InteractionMap read(const std::array<double, kCoalitions>& inReadingOrder)
{
    std::array<double, kCoalitions> terms{};
    for (std::size_t i = 0; i < kCoalitions; ++i)
        terms[readingOrder[i]] = inReadingOrder[i];
    return fromTerms(terms);
}

}

class InteractionMapTest : public QObject {
    Q_OBJECT
private slots:
    void termsAddUpAndComeBack()
    {
        const std::array<double, kCoalitions> terms{0.08, 1.31, -0.94, -0.38, 0.12, 0.06, -0.05, -0.03};
        const InteractionMap map = fromTerms(terms);
        for (Coalition coalition = 0; coalition < kCoalitions; ++coalition)
            QVERIFY(std::abs(map.term(coalition) - terms[coalition]) < 1e-12);
        QVERIFY(std::abs(map.total() - 0.09) < 1e-12);
        QVERIFY(std::abs(map.size() - 2.89) < 1e-12);
        QVERIFY(map.error() < 1e-12);
    }

    void shapleyValuesShareTheTotal()
    {
        const InteractionMap map = read({0.5, 1.0, -2.0, 0.25, 0.6, -0.4, 0.2, 0.9});
        QVERIFY(std::abs(map.shapley(Modality::Text) - (1.0 + 0.3 - 0.2 + 0.3)) < 1e-12);
        QVERIFY(std::abs(map.shapley(Modality::Acoustic) - (-2.0 + 0.3 + 0.1 + 0.3)) < 1e-12);
        double sum = 0.0;
        for (const Modality modality : allModalities)
            sum += map.shapley(modality);
        QVERIFY(std::abs(sum - map.total()) < 1e-12);
        QVERIFY(std::abs(map.pairIndex(kText | kSound) - (0.6 + 0.45)) < 1e-12);
        const auto shares = map.shares();
        QVERIFY(std::abs(shares[0] + shares[1] + shares[2] - 1.0) < 1e-12);
        QVERIFY(shares[0] > shares[2]);
    }

    void classesAreToldInTheirOrder_data()
    {
        QTest::addColumn<QList<double>>("terms"); // t, a, v, ta, tv, av, tav
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("of");
        const auto row = [](const char* title, QList<double> terms, const char* kind, const char* of) {
            QTest::newRow(title) << terms << QString::fromLatin1(kind) << QString::fromLatin1(of);
        };
        row("nothing moves it", {0, 0, 0, 0, 0, 0, 0}, "flat", "");
        row("hardly anything", {0.01, -0.01, 0, 0, 0, 0, 0.1}, "flat", "");
        row("only together", {0.1, 0, 0, 2, 0, 0, 0}, "emergent", "ta");
        row("together in three ways", {0.4, 0.2, 0.2, 0.3, 0, -0.6, 0.1}, "emergent", "av,ta,tav");
        row("words up, voice down", {1.31, -0.94, 0.12, -0.38, 0.06, -0.05, -0.03}, "conflict", "t,a");
        row("the face against both", {1, 0.9, -1.2, 0, 0, 0, 0}, "conflict", "v,t");
        row("words alone", {2, 0.1, -0.1, 0.1, 0, 0, 0}, "dominance", "t");
        row("a face that says no", {0.1, 0.1, -1.5, 0, 0, 0, 0}, "dominance", "v");
        row("the same twice", {1, 1.1, 0, -1, 0, 0, 0}, "redundant", "a,t");
        row("the same twice, downwards", {-1, -1, 0, 0.8, 0, 0, 0}, "redundant", "t,a");
        row("each its part", {1, 0.8, 0.9, 0, 0, 0, 0}, "complement", "t,v,a");
        row("a little of a pair is not overlap", {1, 0.8, 0, -0.2, 0, 0, 0}, "complement", "t,a");
    }
    void classesAreToldInTheirOrder()
    {
        QFETCH(QList<double>, terms);
        QFETCH(QString, kind);
        QFETCH(QString, of);
        std::array<double, kCoalitions> all{0.3};
        std::ranges::copy(terms, all.begin() + 1);
        const InteractionMap::Verdict verdict = read(all).verdict(/*range=*/6.0);
        QCOMPARE(QString::fromStdString(std::string(name(verdict.kind))), kind);
        QStringList letters;
        for (const Coalition coalition : verdict.of)
            letters += QString::fromStdString(lettersOf(coalition));
        QCOMPARE(letters.join(QLatin1Char(',')), of);
    }

    /// 0.3 of a range of 6 is just what flat ends at.
    void theRangeDecidesWhatIsFlat()
    {
        const InteractionMap map = read({0, 0.3, 0, 0, 0, 0, 0, 0});
        QCOMPARE(map.verdict(6.1).kind, InteractionClass::Flat);
        QCOMPARE(map.verdict(5.9).kind, InteractionClass::Dominance);
    }

    void modalitiesThatAModelDoesNotTakeHaveNoTerms()
    {
        std::array<double, kCoalitions> values{};
        for (Coalition coalition = 0; coalition < kCoalitions; ++coalition)
            values[coalition] = contains(coalition, Modality::Text) ? 2.0 : 0.5;
        const InteractionMap map(values);
        QCOMPARE(map.term(kText), 1.5);
        QCOMPARE(map.size(), 1.5);
        QCOMPARE(map.shapley(Modality::Visual), 0.0);
        QCOMPARE(lettersOf(kText | kVision), std::string("tv"));
    }

    void namesAreReadAndOthersRefused()
    {
        for (const AbsentKind kind : allAbsentKinds)
            QCOMPARE(absentKindFromName(std::string(name(kind))), kind);
        for (const AttributionMethod method : allAttributionMethods)
            QCOMPARE(attributionMethodFromName(std::string(name(method))), method);
        try {
            absentKindFromName("gone");
            QFAIL("taken");
        } catch (const FormatError& error) {
            QCOMPARE(QString::fromUtf8(error.what()),
                     QStringLiteral("--absent: \"gone\" is none of mean, zero, mask, marginal"));
        }
    }

    void areasAndHalves()
    {
        QCOMPARE(areaUnder({1.0, 0.5, 0.0}), 0.5);
        QCOMPARE(areaUnder({1.0, 0.0, 0.0}), 0.25);
        Faithfulness measured;
        measured.deletion = {2.0, 1.5, 0.9, 0.0};
        QCOMPARE(measured.spansToHalf(), std::size_t(2));
        measured.deletion = {2.0, 0.4, 1.8, 1.2, 0.3, 0.0}; // which rises again
        QCOMPARE(measured.spansToHalf(), std::size_t(4));
        measured.deletion = {0.0, 0.0};
        QCOMPARE(measured.spansToHalf(), std::size_t(1));
        measured.advantage = 0.5;
        measured.deviation = 0.2;
        QVERIFY(measured.isBetterThanChance());
        measured.deviation = 0.4; // 1.25 deviations
        QVERIFY(measured.isBetterThanChance()); // but nothing does better
        measured.betterOrders = 1;
        QVERIFY(!measured.isBetterThanChance());
        measured.deviation = 0.0;
        QVERIFY(!measured.isBetterThanChance());
    }
};

QTEST_GUILESS_MAIN(InteractionMapTest)
#include "tst_interaction_map.moc"
