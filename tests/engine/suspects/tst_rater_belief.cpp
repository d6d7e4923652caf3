#include "engine/suspects/queue_figures.h"
#include "engine/suspects/rater_belief.h"
#include "engine/suspects/suspect_ranking.h"

#include <QTest>

#include <random>

using namespace engine;

class TestRaterBelief : public QObject {
    Q_OBJECT

    /// Three raters about 10 videos of 20 segments; cleo turns two videos around, and says 0.5 more
    /// elsewhere.
    struct Judged {
        SegmentRatings ratings{{"anna", "ben", "cleo"}, {}};
        LabelPrediction models;
        SegmentChains chains{10};
        std::vector<double> truths;

        Judged()
        {
            std::mt19937_64 random(5);
            std::normal_distribution<double> normal;
            ratings.values.resize(3);
            for (std::size_t i = 0; i < 200; ++i) {
                const double truth = 1.5 * normal(random);
                truths.push_back(truth);
                chains[i / 20].push_back(i);
                models.expected.push_back(0.6 * truth + 0.6 * normal(random));
                models.deviations.push_back(1.0);
                for (std::size_t rater = 0; rater < 3; ++rater) {
                    double said = truth + 0.4 * normal(random);
                    if (rater == 2)
                        said = i < 40 ? -said : said + 0.5;
                    ratings.values[rater].push_back(said);
                }
                if (i % 7 == 0)
                    ratings.values[1].back().reset();
            }
        }

        /// The means of the ratings.
        std::vector<double> labels() const
        {
            std::vector<double> means;
            for (std::size_t i = 0; i < truths.size(); ++i) {
                double sum = 0.0, count = 0.0;
                for (const auto& values : ratings.values) {
                    sum += values[i].value_or(0.0);
                    count += values[i] ? 1.0 : 0.0;
                }
                means.push_back(count > 0.0 ? sum / count : 0.0);
            }
            return means;
        }
    };

private slots:
    void aReversedStretchIsFound()
    {
        const Judged judged;
        const RaterBelief belief
            = raterBelief(judged.ratings, judged.labels(), judged.models, {}, judged.chains);
        std::size_t found = 0, large = 0, wrongly = 0;
        for (std::size_t i = 0; i < 200; ++i) {
            const bool isLarge = std::abs(judged.truths[i]) > 1.0;
            large += i < 40 && isLarge ? 1 : 0;
            found += i < 40 && isLarge && belief.shares[i] > 0.5 ? 1 : 0;
            wrongly += i >= 40 && belief.shares[i] > 0.5 ? 1 : 0;
        }
        QVERIFY2(found * 10 >= large * 9, qPrintable(QStringLiteral("%1 of %2").arg(found).arg(large)));
        QVERIFY2(wrongly <= 3, qPrintable(QString::number(wrongly)));
        QVERIFY(belief.reasons[0].starts_with("rater cleo says "));
    }

    /// A rater who says 1.5 more of a stretch is found there, and earlier than by the distance from the
    /// consensus.
    void aRaisedStretchIsFound()
    {
        Judged judged;
        std::vector<bool> isRaised(200);
        for (std::size_t i = 0; i < 200; ++i) {
            isRaised[i] = i >= 80 && i < 140;
            auto& value = judged.ratings.values[2][i];
            value = judged.truths[i] + (isRaised[i] ? 1.5 : 0.0) + 0.1 * static_cast<double>(i % 7) - 0.3;
        }
        const RaterBelief belief
            = raterBelief(judged.ratings, judged.labels(), judged.models, {}, judged.chains);
        QVERIFY(belief.hasStretches);
        const double found = queueFigures(belief.shares, isRaised).averagePrecision,
                     consensus = queueFigures(belief.deviations, isRaised).averagePrecision;
        QVERIFY2(found > 0.9 && found > consensus,
                 qPrintable(QStringLiteral("%1, %2").arg(found).arg(consensus)));
    }

    /// What a rater says here and there is not a stretch: then what is far from the consensus counts.
    void singleDeviationsAreNoStretch()
    {
        Judged judged;
        std::vector<bool> isRaised(200);
        std::mt19937_64 random(2);
        for (std::size_t i = 0; i < 200; ++i) {
            isRaised[i] = random() % 4 == 0;
            judged.ratings.values[2][i] = judged.truths[i] + (isRaised[i] ? 1.5 : 0.0)
                + 0.1 * static_cast<double>(random() % 7) - 0.3;
        }
        const RaterBelief belief
            = raterBelief(judged.ratings, judged.labels(), judged.models, {}, judged.chains);
        const double found = queueFigures(belief.shares, isRaised).averagePrecision,
                     consensus = queueFigures(belief.deviations, isRaised).averagePrecision;
        QVERIFY2(found > consensus - 0.05, qPrintable(QStringLiteral("%1, %2").arg(found).arg(consensus)));
    }

    /// In the whole queue neither a single doubt of the models nor faces that were hardly believed come
    /// before what is far from the consensus.
    void whatModelsAndFacesSayDoesNotDisturbWhatRatersDo()
    {
        Judged judged;
        std::mt19937_64 random(3);
        std::normal_distribution<double> normal;
        SuspectEvidence evidence;
        std::vector<bool> isRaised(200);
        DataEvidence faces{SuspectKind::OtherFace, {}, std::vector<std::string>(200, "the face")};
        for (std::size_t i = 0; i < 200; ++i) {
            isRaised[i] = random() % 4 == 0;
            judged.ratings.values[2][i] = judged.truths[i] + (isRaised[i] ? 1.5 : 0.0) + 0.2 * normal(random);
            evidence.ids.push_back("ada[" + std::to_string(i) + "]");
            evidence.predictions.folds.push_back(i % 5);
            faces.strengths.push_back(normal(random));
            faces.planted.push_back(2.0 + normal(random));
        }
        evidence.predictions.labels = judged.labels();
        evidence.predictions.members = {judged.models.expected};
        evidence.predictions.plain = 0;
        evidence.memberNames = {"ridge"};
        evidence.chains = judged.chains;
        evidence.ratings = judged.ratings;
        evidence.data.push_back(faces);
        std::vector<double> order(200);
        const Suspects suspects = rankedSuspects(evidence);
        for (std::size_t place = 0; place < suspects.segments.size(); ++place) {
            const std::string& id = suspects.segments[place].id;
            order[std::stoul(id.substr(4))] = -static_cast<double>(place);
        }
        const RaterBelief belief
            = raterBelief(judged.ratings, judged.labels(), judged.models, {}, judged.chains);
        const double found = queueFigures(order, isRaised).averagePrecision,
                     consensus = queueFigures(belief.deviations, isRaised).averagePrecision;
        QVERIFY2(found > consensus - 0.01, qPrintable(QStringLiteral("%1, %2").arg(found).arg(consensus)));
    }

    void biasIsTold()
    {
        const Judged judged;
        const RaterBelief belief
            = raterBelief(judged.ratings, judged.labels(), judged.models, {}, judged.chains);
        QVERIFY(belief.raters[2].bias > 0.25);
        QVERIFY(belief.raters[2].bias > belief.raters[0].bias + 0.2);
        QVERIFY(belief.raters[0].noise < 0.8);
    }

    void nobodysJudgementsSayNothing()
    {
        Judged judged;
        for (auto& values : judged.ratings.values)
            values.assign(200, std::nullopt);
        const RaterBelief belief
            = raterBelief(judged.ratings, judged.labels(), judged.models, {}, judged.chains);
        for (const double share : belief.shares)
            QCOMPARE(share, 0.0);
    }
};

QTEST_GUILESS_MAIN(TestRaterBelief)
#include "tst_rater_belief.moc"
