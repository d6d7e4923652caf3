#include "engine/core/error.h"
#include "engine/suspects/queue_figures.h"
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

    explicit SaidSegments(const std::string& kind, std::size_t videos = 30)
    {
        std::mt19937_64 random(3);
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
                said.push_back(0.7 * label + 0.7 * normal(random));
        }
        isWrong = test::plantInLabels(evidence.predictions.labels, names, kind, 0.1, 1);
    }
};

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
