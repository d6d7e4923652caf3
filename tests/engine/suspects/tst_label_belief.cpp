#include "engine/core/error.h"
#include "engine/suspects/class_prediction.h"
#include "engine/suspects/queue_figures.h"
#include "engine/suspects/self_test.h"
#include "engine/suspects/suspect_ranking.h"

#include <QTest>

#include <cmath>
#include <random>

#include "tests/support/failure.h"
#include "tests/support/planted_errors.h"

using namespace engine;

namespace {

/// Segments about which three models say the truth with noise; 20 of each video.
struct SaidSegments {
    SuspectEvidence evidence;
    std::vector<bool> isWrong;

    /// @param noise  of each model
    explicit SaidSegments(const std::string& kind, std::size_t videos = 30, unsigned seed = 3,
                          double noise = 0.7)
    {
        std::mt19937_64 random(seed);
        std::normal_distribution<double> normal;
        std::vector<std::string> names;
        for (std::size_t i = 0; i < videos * 20; ++i) {
            names.push_back("video_" + std::to_string(i / 20));
            evidence.ids.push_back(names.back() + "[" + std::to_string(i % 20) + "]");
            evidence.predictions.folds.push_back(i / 20 % 5);
            evidence.predictions.labels.push_back(
                std::clamp(std::round(5.0 * normal(random)) / 3.0, -3.0, 3.0));
            if (i % 20 == 0)
                evidence.chains.emplace_back();
            evidence.chains.back().push_back(i);
        }
        for (int member = 0; member < 3; ++member) {
            std::vector<double>& said = evidence.predictions.members.emplace_back();
            evidence.memberNames.push_back("model " + std::to_string(member));
            for (const double label : evidence.predictions.labels)
                said.push_back(0.7 * label + noise * normal(random));
        }
        evidence.predictions.plain = 0;
        isWrong.assign(names.size(), false);
        if (kind == "none")
            return;
        if (kind == "mixed") {
            for (const char* one : {"flip", "off_by_two", "uniform"}) {
                const std::vector<bool> more
                    = test::plantInLabels(evidence.predictions.labels, names, one, 0.1 / 3.0, seed);
                for (std::size_t i = 0; i < names.size(); ++i)
                    isWrong[i] = isWrong[i] || more[i];
            }
        } else {
            isWrong
                = test::plantInLabels(evidence.predictions.labels, names, kind, 0.1, seed == 3 ? 1 : seed);
        }
    }

    /// Labels become 0 and 1, and one of ten is turned around.
    void makeTwo(unsigned seed)
    {
        std::mt19937_64 random(seed);
        for (std::size_t i = 0; i < isWrong.size(); ++i) {
            double& label = evidence.predictions.labels[i];
            isWrong[i] = random() % 10 == 0;
            label = (label > 0.0) != isWrong[i] ? 1.0 : 0.0;
        }
        evidence.predictions.classes = {0.0, 1.0};
        evidence.scale = {0.0, 1.0, 0.5};
    }
};

/// Labels of three classes, and three models that say each of them with noise.
PredictionEvidence threeClasses(unsigned seed, double noise)
{
    std::mt19937_64 random(seed);
    std::normal_distribution<double> normal;
    PredictionEvidence predictions;
    predictions.classes = {0.0, 1.0, 2.0};
    for (std::size_t i = 0; i < 900; ++i) {
        predictions.labels.push_back(static_cast<double>(random() % 3));
        predictions.folds.push_back(i % 5);
    }
    for (int member = 0; member < 3; ++member) {
        std::vector<double>& said = predictions.members.emplace_back();
        for (const double label : predictions.labels) {
            for (int k = 0; k < 3; ++k)
                said.push_back((label == k ? 0.6 : 0.2) + noise * normal(random));
        }
    }
    predictions.plain = 0;
    return predictions;
}

SegmentChains eachAlone(const PredictionEvidence& predictions)
{
    SegmentChains chains;
    for (std::size_t i = 0; i < predictions.labels.size(); ++i)
        chains.push_back({i});
    return chains;
}
}

class TestLabelBelief : public QObject {
    Q_OBJECT

private slots:
    void plantedLabelsAreFoundBetterThanByTheResidual_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<double>("times"); // as precise as the residual
        QTest::newRow("flip") << QStringLiteral("flip") << 1.0;
        QTest::newRow("off by two") << QStringLiteral("off_by_two") << 1.0;
        QTest::newRow("shift") << QStringLiteral("shift") << 1.3;
        QTest::newRow("swap") << QStringLiteral("swap") << 1.15;
    }

    void plantedLabelsAreFoundBetterThanByTheResidual()
    {
        QFETCH(const QString, kind);
        QFETCH(const double, times);
        const SaidSegments said(kind.toStdString());
        const PredictionEvidence& predictions = said.evidence.predictions;
        const LabelBelief belief = labelBelief(predictions, {}, said.evidence.chains);
        std::vector<double> scores, residuals;
        std::size_t named = 0;
        for (std::size_t i = 0; i < predictions.labels.size(); ++i) {
            scores.push_back(1.0 - belief.kinds[i].front());
            residuals.push_back(std::abs(predictions.labels[i] - predictions.members.front()[i]));
            const auto most = std::ranges::max_element(belief.kinds[i]) - belief.kinds[i].begin();
            named
                += said.isWrong[i] && kSuspectKindNames[static_cast<std::size_t>(most)] == kind.toStdString()
                ? 1
                : 0;
        }
        const double found = queueFigures(scores, said.isWrong).averagePrecision,
                     plain = queueFigures(residuals, said.isWrong).averagePrecision;
        QVERIFY2(found > times * plain, qPrintable(QStringLiteral("%1, %2").arg(found).arg(plain)));
        QVERIFY2(named >= 15, qPrintable(QString::number(named)));
    }

    /// Models that follow labels weakly (r about .45) do not see runs and exchanges where there are none, and
    /// do not lose what the residual finds.
    void weakModelsFindFlipsAtLeastAsTheirResidualDoes()
    {
        double found = 0.0, expected = 0.0, plain = 0.0;
        constexpr int rounds = 6;
        for (unsigned seed = 1; seed <= rounds; ++seed) {
            SaidSegments said("flip", 60, seed, 2.4);
            const PredictionEvidence& predictions = said.evidence.predictions;
            const LabelBelief belief = labelBelief(predictions, {}, said.evidence.chains);
            found += queueFigures(belief.strengths, said.isWrong).averagePrecision / rounds;
            expected += queueFigures(residualsOf(predictions, predictions.labels, belief), said.isWrong)
                            .averagePrecision
                / rounds;
            plain += queueFigures(residualsOf(predictions, predictions.labels, 0), said.isWrong)
                         .averagePrecision
                / rounds;
        }
        QVERIFY2(found > expected - 0.01 && found > plain,
                 qPrintable(QStringLiteral("%1, %2, %3").arg(found).arg(expected).arg(plain)));
    }

    /// A flip of a label of two values is a flip, and not a run of labels moved by one.
    void aLabelOfTwoValuesIsAClass()
    {
        for (unsigned seed = 1; seed <= 3; ++seed) {
            SaidSegments said("none", 40, seed, 1.0);
            said.makeTwo(seed);
            const Suspects suspects = rankedSuspects(said.evidence);
            double flips = 0.0, others = 0.0;
            for (std::size_t i = 0; i < 40; ++i) {
                flips += suspects.segments[i].kind == SuspectKind::Flip ? 1.0 : 0.0;
                others += suspects.segments[i].kind == SuspectKind::Shift
                        || suspects.segments[i].kind == SuspectKind::Swap
                    ? 1.0
                    : 0.0;
            }
            QVERIFY2(flips >= 36.0 && others <= 2.0,
                     qPrintable(QStringLiteral("%1 %2").arg(flips).arg(others)));
            QVERIFY(suspects.majority);
            QVERIFY(!suspects.isWeak());
        }
    }

    /// Three classes: as early as by how little the labelled class is spoken for, and never worse than a
    /// member.
    void classesAreFoundAsBySpeakingForThem()
    {
        double found = 0.0, plain = 0.0;
        constexpr int rounds = 4;
        for (unsigned seed = 1; seed <= rounds; ++seed) {
            PredictionEvidence predictions = threeClasses(seed, 0.3);
            const SegmentChains chains = eachAlone(predictions);
            std::mt19937_64 planting(seed);
            const PlantedLabels planted
                = plantedLabels(predictions, {0.0, 2.0, 1.0}, chains, SuspectKind::Uniform, 0.1, planting);
            predictions.labels = planted.labels;
            const LabelBelief belief = labelBelief(predictions, {0.0, 2.0, 1.0}, chains);
            found += queueFigures(belief.strengths, planted.isWrong).averagePrecision / rounds;
            plain += queueFigures(residualsOf(predictions, predictions.labels, 0), planted.isWrong)
                         .averagePrecision
                / rounds;
        }
        QVERIFY2(found > plain + 0.05, qPrintable(QStringLiteral("%1, %2").arg(found).arg(plain)));
    }

    /// Who labels takes a third of the first class for the second: what is often confused does not look usual.
    void whatIsOftenConfusedIsFound()
    {
        PredictionEvidence predictions = threeClasses(5, 0.05);
        std::mt19937_64 random(7);
        std::vector<bool> isWrong(predictions.labels.size(), false);
        for (std::size_t i = 0; i < isWrong.size(); ++i) {
            if (predictions.labels[i] == 0.0 && random() % 3 == 0) {
                predictions.labels[i] = 1.0;
                isWrong[i] = true;
            }
        }
        ClassEvidence evidence{3, {}, predictions.folds, predictions.members};
        for (const double label : predictions.labels)
            evidence.labels.push_back(static_cast<std::size_t>(label));
        const std::vector<double> chances = classPrediction(evidence);
        double ofWrong = 0.0, wrong = 0.0, ofRight = 0.0;
        for (std::size_t i = 0; i < isWrong.size(); ++i) {
            (isWrong[i] ? ofWrong : ofRight) += chances[i * 3 + evidence.labels[i]];
            wrong += isWrong[i] ? 1.0 : 0.0;
        }
        QVERIFY2(ofWrong / wrong < 0.15, qPrintable(QString::number(ofWrong / wrong))); // of all labels: .33
        QVERIFY(ofRight / (static_cast<double>(isWrong.size()) - wrong) > 0.9);
    }

    /// The score says how often it is right, of labels that were planted by another hand than the
    /// self-test's.
    void aScoreSaysHowOftenItIsRight()
    {
        std::array<double, 5> count{}, scores{}, wrong{};
        for (unsigned seed = 1; seed <= 9; ++seed) {
            const SaidSegments said("mixed", 60, seed, 1.6);
            const TestedLabels tested
                = testedLabels(said.evidence.predictions, {}, said.evidence.chains, seed);
            for (std::size_t i = 0; i < tested.scores.size(); ++i) {
                const auto fifth = std::min<std::size_t>(4, static_cast<std::size_t>(5.0 * tested.scores[i]));
                count[fifth] += 1.0;
                scores[fifth] += tested.scores[i];
                wrong[fifth] += said.isWrong[i] ? 1.0 : 0.0;
            }
        }
        for (std::size_t fifth = 0; fifth < 5; ++fifth) {
            constexpr double fewest = 30.0;
            if (count[fifth] >= fewest)
                QVERIFY2(std::abs(scores[fifth] - wrong[fifth]) < 0.15 * count[fifth],
                         qPrintable(QStringLiteral("%1: %2 for %3")
                                        .arg(fifth)
                                        .arg(scores[fifth] / count[fifth])
                                        .arg(wrong[fifth] / count[fifth])));
        }
    }

    void whereNothingWasPlantedHardlyAnythingIsSuspected()
    {
        double above = 0.0, all = 0.0;
        for (unsigned seed = 1; seed <= 6; ++seed) {
            const SaidSegments said("none", 60, seed, seed % 2 == 0 ? 0.7 : 2.4);
            const TestedLabels tested
                = testedLabels(said.evidence.predictions, {}, said.evidence.chains, seed);
            for (const double score : tested.scores)
                above += score >= 0.5 ? 1.0 : 0.0;
            all += static_cast<double>(tested.scores.size());
        }
        QVERIFY2(above <= 0.01 * all, qPrintable(QStringLiteral("%1 of %2").arg(above).arg(all)));
    }

    /// Where models follow labels weakly and nothing tells how common errors are, nothing is called rather
    /// wrong than right.
    void weakModelsCallNothingSurelyWrong()
    {
        for (unsigned seed = 1; seed <= 6; ++seed) {
            const SaidSegments said("off_by_two", 60, seed, 2.4);
            const TestedLabels tested
                = testedLabels(said.evidence.predictions, {}, said.evidence.chains, seed);
            QVERIFY2(std::ranges::max(tested.scores) < 0.4,
                     qPrintable(QString::number(std::ranges::max(tested.scores))));
            const PredictionEvidence classes = threeClasses(seed, 0.9);
            const TestedLabels ofClasses = testedLabels(classes, {0.0, 2.0, 1.0}, eachAlone(classes), seed);
            QVERIFY2(std::ranges::max(ofClasses.scores) < 0.4,
                     qPrintable(QString::number(std::ranges::max(ofClasses.scores))));
        }
    }

    void whatFollowsLabelsTooLittleIsCalledWeak()
    {
        const SaidSegments strong("flip", 30, 1, 0.7), weak("none", 30, 1, 12.0);
        QVERIFY(!rankedSuspects(strong.evidence).isWeak());
        QVERIFY(rankedSuspects(weak.evidence).isWeak());
    }

    void aKindIsOnlyNamedWhereWhatIsExpectedSaysTheSame()
    {
        for (unsigned seed = 1; seed <= 4; ++seed) {
            for (const double noise : {0.7, 2.4}) { // of weak models anything can be
                SaidSegments said("mixed", 30, seed, noise);
                const Suspects mixed = rankedSuspects(said.evidence);
                QVERIFY(std::ranges::count(mixed.segments, SuspectKind::None, &Suspect::kind)
                        < std::ssize(mixed.segments));
                for (const Suspect& one : mixed.segments) {
                    QVERIFY(one.kind != SuspectKind::Flip || one.label * one.expected < 0.0);
                    QVERIFY(one.kind != SuspectKind::OffByTwo || std::abs(one.label - one.expected) >= 1.0);
                }
                for (double& label : said.evidence.predictions.labels)
                    label = -std::abs(label);
                for (std::vector<double>& member : said.evidence.predictions.members)
                    std::ranges::transform(member, member.begin(),
                                           [](double value) { return -std::abs(value); });
                QCOMPARE(std::ranges::count(rankedSuspects(said.evidence).segments, SuspectKind::Flip,
                                            &Suspect::kind),
                         0);
            }
        }
    }

    void ofFewLabelsNobodyCanTell()
    {
        const SaidSegments few("flip", 2), many("flip", 3);
        QVERIFY(rankedSuspects(few.evidence).areFew());
        QVERIFY(!rankedSuspects(many.evidence).areFew());
    }

    void sharesSumUpToOneWhateverThePredictionsAre()
    {
        SaidSegments said("flip", 2);
        said.evidence.predictions.members.assign(
            1, std::vector<double>(said.evidence.ids.size(), 0.0)); // which says nothing
        said.evidence.predictions.labels.front() = 1e6;
        const LabelBelief belief
            = labelBelief(said.evidence.predictions, {-3.0, 1e6, 0.0}, said.evidence.chains);
        for (const KindShares& shares : belief.kinds) {
            double sum = 0.0;
            for (const double share : shares)
                sum += share;
            QVERIFY(std::abs(sum - 1.0) < 1e-6);
        }
    }

    void theAnswerCanBeReadBack()
    {
        const SaidSegments said("flip", 5);
        Suspects suspects = rankedSuspects(said.evidence);
        suspects.source = "features.h5";
        suspects.raters = {{"anna", 0.1, 0.9, 0.4}};
        QCOMPARE(suspects.segments.size(), said.evidence.ids.size());
        QVERIFY(suspectsFrom(toLine(suspects), "a program") == suspects);
        QCOMPARE(test::failureOf([] { suspectsFrom("{}", "a program"); }),
                 "bad_message: a program: holds no suspects");
    }
};

QTEST_GUILESS_MAIN(TestLabelBelief)
#include "tst_label_belief.moc"
