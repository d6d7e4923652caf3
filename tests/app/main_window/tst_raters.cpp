#include "app/team/raters_dialog.h"
#include "engine/annotation/layers.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>
#include <cmath>
#include <random>

#include "tests/app/tutorials/tutorial.h"
#include "tests/support/waiting.h"

/// A planted team in the real window: anna judges well, bo a step too high, rex reverses the scale.
class RatersTest : public TutorialTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

public:
    RatersTest() : TutorialTest("reviewing") { }

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        session().editor().setAnnotator(QStringLiteral("mia"));
        std::mt19937 random(3);
        const auto someNoise = [&] { return static_cast<double>(random() % 5) * 0.3 - 0.6; };
        for (const char* speaker : {"ada", "bert", "cleo", "dan"}) {
            for (int talk = 1; talk <= 3; ++talk) {
                const QString video = QStringLiteral("%1_%2").arg(QLatin1String(speaker)).arg(talk);
                session().videos().open(video);
                QTRY_VERIFY(document().isInSight(video));
                for (std::size_t i = 0; i < document().spans(app::kLabelsTier).size(); ++i) {
                    const engine::SegmentId segment = document().segmentId(app::kLabelsTier, i);
                    const double truth
                        = engine::numberGiven(*annotation().segment(segment), "sentiment").value_or(0.0);
                    say("anna", segment, truth + someNoise());
                    say("bo", segment, truth + 1.0 + someNoise());
                    say("rex", segment, -truth + someNoise());
                    m_truths[segment] = truth;
                }
            }
        }
        QVERIFY(m_truths.size() >= 40);
    }
    void cleanupTestCase() { m_real.reset(); }

    void eachRaterHasACard()
    {
        QVERIFY(choose("Review", "Agreement → Raters and consensus…"));
        QTRY_VERIFY(dialog());
        QTRY_VERIFY(card("rex"));
        QVERIFY(card("anna") && card("bo"));
        QVERIFY(!dialog()->isModal());
        QCOMPARE(textOf(*card("rex"), "raterRemark"), QStringLiteral("Reverses the scale"));
        QVERIFY(textOf(*card("anna"), "raterRemark").isEmpty());
        QVERIFY2(leanOf("bo") > leanOf("anna") + 0.4,
                 qPrintable(QStringLiteral("%1 %2").arg(leanOf("bo")).arg(leanOf("anna"))));
        QCOMPARE(textOf(*card("anna"), "figure 5"), QStringLiteral("not enough")); // no gold
        for (const bool isDark : {true, false}) {
            window().setThemeChoice(isDark ? app::ThemeChoice::Dark : app::ThemeChoice::Light);
            picture(*dialog(), isDark ? "raters-dark" : "raters-light", 300);
        }
        window().setThemeChoice(app::ThemeChoice::Dark);
    }

    void theConsensusSettlesInOneStep()
    {
        const int steps = history().count();
        auto* rows = dialog()->findChild<QTreeWidget*>(QStringLiteral("consensusRows"));
        QVERIFY(rows->topLevelItemCount() > 5);
        QTest::mouseClick(dialog()->findChild<QPushButton*>(QStringLiteral("settleByConsensus")),
                          Qt::LeftButton);
        QCOMPARE(history().count(), steps + 1);
        std::size_t right = 0;
        for (const auto& [segment, truth] : m_truths) {
            const engine::Segment* settled = engine::judgement(annotation(), segment, "labels/settled");
            QVERIFY(settled);
            const engine::LabelValue& value = settled->values.at("sentiment");
            right += std::abs(std::get<double>(value.value) - truth) <= 1.0 ? 1 : 0;
            QCOMPARE(value.by.annotator, std::string("mia"));
            QVERIFY2(QString::fromStdString(value.by.visible).contains(QStringLiteral("rex")),
                     value.by.visible.c_str());
        }
        QVERIFY2(right * 10 >= m_truths.size() * 9, qPrintable(QString::number(right)));
        for (const auto& [segment, truth] : m_truths) // the votes stay
            QVERIFY(engine::judgement(annotation(), segment, "labels/rex"));
        history().undo();
        QVERIFY(!engine::judgement(annotation(), m_truths.begin()->first, "labels/settled"));
        history().redo();
    }

    void whatAPersonSettledStays()
    {
        const engine::SegmentId segment = m_truths.begin()->first;
        session().editor().editStored(QStringLiteral("settle"), [&](const engine::Annotation& now) {
            return engine::judge(now, segment, engine::settledLayer("labels", "mia"),
                                 [](engine::Segment& said) {
                                     said.values["sentiment"] = {3.0, {"mia", 5, 1, "video"}};
                                 });
        });
        say("anna", m_truths.rbegin()->first, -3.0); // so that something is to be done
        QTRY_VERIFY(dialog()
                        ->findChild<QLabel*>(QStringLiteral("consensusSummary"))
                        ->text()
                        .contains(QStringLiteral("a person settled")));
        QTest::mouseClick(dialog()->findChild<QPushButton*>(QStringLiteral("settleByConsensus")),
                          Qt::LeftButton);
        const auto* settled = engine::judgement(annotation(), segment, "labels/settled");
        QCOMPARE(std::get<double>(settled->values.at("sentiment").value), 3.0);
        QCOMPARE(settled->values.at("sentiment").by.visible, std::string("video"));
    }

    void aDoubleClickOpensTheSegment()
    {
        auto* rows = dialog()->findChild<QTreeWidget*>(QStringLiteral("consensusRows"));
        rows->setCurrentItem(rows->topLevelItem(0));
        const QString video = rows->topLevelItem(0)->text(0).section(QLatin1Char(','), 0, 0);
        rows->setFocus();
        QTest::keyClick(rows, Qt::Key_Return);
        QTRY_VERIFY(document().isInSight(video));
        dialog()->close();
    }

private:
    const engine::Annotation& annotation() { return document().annotation(); }
    app::RatersDialog* dialog() { return find<app::RatersDialog>("raters"); }
    QWidget* card(const char* rater)
    {
        const auto cards
            = dialog()->findChildren<QWidget*>(QStringLiteral("rater %1").arg(QLatin1String(rater)));
        return cards.isEmpty() ? nullptr : cards.back();
    }
    static QString textOf(QWidget& card, const char* name)
    {
        return card.findChild<QLabel*>(QLatin1String(name))->text();
    }
    double leanOf(const char* rater)
    {
        return textOf(*card(rater), "figure 0").replace(QChar(0x2212), QLatin1Char('-')).toDouble();
    }

    void say(const char* rater, engine::SegmentId segment, double value)
    {
        session().editor().answerLocks().setPass(std::string("labels/") + rater); // its own pass
        session().editor().edit(QStringLiteral("plant"), [&](const engine::Annotation& now) {
            return engine::judge(now, segment, engine::annotatorLayer("labels", rater, 1),
                                 [&](engine::Segment& said) {
                                     said.values["sentiment"]
                                         = {std::clamp(std::round(value), -3.0, 3.0), {rater, 1, 1, "all"}};
                                 });
        });
    }

    std::map<engine::SegmentId, double> m_truths;
};

WINDOW_TEST_MAIN(RatersTest)
#include "tst_raters.moc"
