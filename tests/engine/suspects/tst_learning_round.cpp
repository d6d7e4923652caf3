#include "engine/training/suspects/learning_round.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <set>

#include "tests/support/failure.h"
#include "tests/support/planted_errors.h"

using namespace engine;

/// What a learner asks next and what it expects, on made segments of which a part is labelled.
class TestLearningRound : public QObject {
    Q_OBJECT

    FoldData m_whole;

    /// The first labels known, the others not.
    FoldData known(std::size_t labels) const
    {
        FoldData segments = m_whole;
        for (std::size_t i = labels; i < segments.size(); ++i)
            segments.labels.values[i] = std::numeric_limits<float>::quiet_NaN();
        return segments;
    }

    static LearningStep step(const FoldData& segments) { return learningRound(segments, {}, "made"); }

private slots:
    void initTestCase()
    {
        test::MadeSettings settings;
        settings.videos = 20;
        settings.segmentsPerVideo = 10;
        settings.words = 6;
        settings.noise = 0.7;
        m_whole = test::makeSegments(settings).words;
        for (std::size_t i = 0; i < m_whole.size(); ++i) // from 2 to 4 seconds
            m_whole.spans.push_back({0.0, 2.0 + static_cast<double>(i % 3)});
    }

    void asksForAllThatIsNotLabelledOnce()
    {
        const LearningStep asked = step(known(40));
        QCOMPARE(asked.next.size(), m_whole.size() - 40);
        std::set<std::string> ids;
        for (const LearningStep::Next& next : asked.next)
            ids.insert(next.id);
        QCOMPARE(ids.size(), asked.next.size());
        for (std::size_t i = 0; i < 40; ++i)
            QVERIFY(!ids.contains(m_whole.ids[i]));
        QVERIFY(learningStepFrom(toLine(asked), "a program") == asked);
        QCOMPARE(test::failureOf([] { learningStepFrom("{}", "a program"); }),
                 std::string("bad_message: a program: holds no step of learning"));
    }

    void saysNothingOfHowGoodItIsBeforeTenLabels()
    {
        QVERIFY(step(known(9)).curve.empty());
        QVERIFY(!step(known(9)).outlook);
        QCOMPARE(step(known(0)).next.size(), m_whole.size());
        QVERIFY(!step(known(0)).isEnough());
    }

    /// Whether the order helps is tried on what is known, and said with an interval.
    void saysWhetherTheOrderHelps()
    {
        QVERIFY(!step(known(39)).orderGain);
        const LearningStep tried = step(known(120));
        QVERIFY(tried.orderGain);
        QVERIFY(tried.orderGain->low < tried.orderGain->mean
                && tried.orderGain->mean < tried.orderGain->high);
        QVERIFY(learningStepFrom(toLine(tried), "a program") == tried);
        FoldData noise = known(120);
        std::uint64_t state = 1;
        for (std::size_t i = 0; i < 120; ++i) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            noise.labels.values[i] = static_cast<float>(state >> 40) / 1e6F;
        }
        QVERIFY(!step(noise).orderGain->helps());
    }

    /// The curve grows with the labels, and the outlook holds what further labels really bring.
    void theOutlookHolds()
    {
        const LearningStep few = step(known(40)), more = step(known(60)), many = step(known(180));
        QVERIFY(few.curve.front().correlation < few.curve.back().correlation);
        QVERIFY(few.curve.back().correlation < many.curve.back().correlation + 0.02);
        QCOMPARE(few.outlook->more, std::size_t(20));
        QVERIFY2(few.outlook->low <= more.curve.back().correlation
                     && more.curve.back().correlation <= few.outlook->high,
                 qPrintable(QStringLiteral("%1 in %2 to %3")
                                .arg(more.curve.back().correlation)
                                .arg(few.outlook->low)
                                .arg(few.outlook->high)));
        QVERIFY(many.outlook->mostGain < few.outlook->mostGain);
        QVERIFY2(!few.isEnough(), qPrintable(QString::number(few.outlook->mostGain)));
    }

    /// Where nothing more is to be learnt, it says so: many labels, most of them noise.
    void knowsWhenItIsEnough()
    {
        test::MadeSettings settings;
        settings.videos = 60;
        settings.segmentsPerVideo = 20;
        settings.words = 4;
        settings.noise = 0.7;
        FoldData segments = test::makeSegments(settings).words;
        for (std::size_t i = 1100; i < segments.size(); ++i)
            segments.labels.values[i] = std::numeric_limits<float>::quiet_NaN();
        const LearningStep said = step(segments);
        QVERIFY2(said.isEnough(), qPrintable(QString::number(said.outlook->mostGain)));
    }

    /// With features that have nothing to do with the labels there is nothing to hope for.
    void labelsThatCannotBeLearntPromiseNothing()
    {
        FoldData segments = known(60);
        std::uint64_t state = 1;
        for (std::size_t i = 0; i < 60; ++i) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            segments.labels.values[i] = static_cast<float>(state >> 40) / 1e6F;
        }
        QVERIFY(std::abs(step(segments).curve.back().correlation) < 0.35);
    }

    void aSingleVideoIsEnough()
    {
        FoldData segments = known(60);
        for (std::size_t i = 0; i < segments.size(); ++i)
            segments.ids[i] = "talk[" + std::to_string(i) + "]";
        QVERIFY(step(segments).curve.size() > 3);
    }

    void shortSegmentsAreAskedFirstWhereTheyTeachAsMuch()
    {
        FoldData segments = known(40);
        for (std::size_t i = 40; i + 1 < segments.size(); i += 2) { // twins, of which one is long
            for (const Modality modality : allModalities)
                std::ranges::copy(std::as_const(segments).of(modality).segment(i),
                                  segments.of(modality).segment(i + 1).begin());
            segments.spans[i] = {0.0, 2.0};
            segments.spans[i + 1] = {0.0, 20.0};
        }
        const LearningStep asked = step(segments);
        std::size_t isShort = 0;
        for (std::size_t i = 0; i < 20; ++i)
            isShort += asked.next[i].span.length() < 10.0 ? 1 : 0;
        QCOMPARE(isShort, std::size_t(20));
    }

    void aColumnThatIsNotThere()
    {
        QVERIFY(test::failureOf([&] {
                    learningRound(m_whole, {5, 1, 3, 20}, "made");
                }).starts_with("no_labels"));
    }
};

QTEST_APPLESS_MAIN(TestLearningRound)

#include "tst_learning_round.moc"
