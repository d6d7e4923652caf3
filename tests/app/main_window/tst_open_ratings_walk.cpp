#include "app/review/review.h"
#include "app/routing/open_dialog.h"
#include "app/tasks/tasks.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/layers.h"
#include "engine/project_items/asked_next.h"

#include <QCheckBox>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>
#include <cmath>
#include <random>

#include "tests/app/tutorials/tutorial.h"
#include "tests/support/review_steps.h"
#include "tests/support/waiting.h"

/// *Review → Agreement → What is still open…* by mouse and keys: answers of four annotators, what is believed
/// of each segment, what is asked next, and a pass that follows.
class OpenRatingsWalk : public TutorialTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

public:
    OpenRatingsWalk() : TutorialTest("agree") { }

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        m_review = window().findChild<app::Review*>();
    }
    void cleanupTestCase() { m_real.reset(); }

    void withoutAnswersNothingIsSaid()
    {
        open();
        QTRY_VERIFY(head().startsWith(QLatin1String("Nobody has judged")));
        QVERIFY(!in<QTreeWidget>("openUnits")->isVisible() && !in<QCheckBox>("openAsk")->isVisible());
        picture(*m_dialog, "open-nothing", 100);
        m_dialog->close();
        QTRY_VERIFY(!m_dialog);
    }

    void whatIsBelievedIsShown()
    {
        plant();
        open();
        QTRY_VERIFY(head().startsWith(QLatin1String("Done ")));
        auto* units = in<QTreeWidget>("openUnits");
        QCOMPARE(units->topLevelItemCount(), static_cast<int>(m_judged));
        double before = 9.0;
        for (int row = 0; row < units->topLevelItemCount(); ++row) { // the least certain first
            const double loss = QLocale().toDouble(units->topLevelItem(row)->text(4));
            QVERIFY(loss <= before + 1e-9);
            before = loss;
        }
        QVERIFY(units->topLevelItem(0)->text(6) == QLatin1String("open"));
        for (const bool isDark : {true, false}) {
            window().setThemeChoice(isDark ? app::ThemeChoice::Dark : app::ThemeChoice::Light);
            picture(*m_dialog, isDark ? "open-dark" : "open-light", 300);
        }
        window().setThemeChoice(app::ThemeChoice::Dark);
        units->setFocus();
        units->setCurrentItem(units->topLevelItem(1));
        QTest::keyClick(units, Qt::Key_Return); // goes there and plays
        const QString place = units->topLevelItem(1)->text(0);
        QTRY_VERIFY(place.startsWith(session().videos().current()));
    }

    void whereTheGuidelineIsReadInTwoWays()
    {
        auto* faults = in<QTreeWidget>("openFaults");
        QVERIFY(faults->isVisible() && faults->topLevelItemCount() > 0);
        QCOMPARE(faults->topLevelItem(0)->text(2), QStringLiteral("not looked at"));
        QTest::mouseClick(in<QPushButton>("verdictFault"), Qt::LeftButton);
        QCOMPARE(faults->topLevelItem(0)->text(2), QStringLiteral("fault of the guideline"));
        const auto isKept = [this] {
            return std::ranges::any_of(document().annotation().items(), [](const auto& item) {
                return item.first.first == engine::kGuidelineItems;
            });
        };
        QVERIFY(isKept());
    }

    void passesAskWhereItTellsMost()
    {
        auto* ask = in<QCheckBox>("openAsk");
        QVERIFY(ask->isVisible() && !ask->isChecked());
        QTest::mouseClick(ask, Qt::LeftButton, {}, QPoint(8, ask->height() / 2));
        QTRY_VERIFY(askedNext(document().annotation(), app::kLabelsTier));
        m_asked = *askedNext(document().annotation(), app::kLabelsTier);
        QVERIFY(settle());
        QVERIFY(in<QCheckBox>("openAsk")->isChecked());
        m_dialog->close();
        QTRY_VERIFY(!m_dialog);
        const std::string who = m_asked.tasks.front().annotator;
        engine::ReviewPass pass;
        pass.layer = engine::annotatorLayer(app::kLabelsTier, who, 1);
        std::vector<engine::AskedTask> tasks;
        std::ranges::copy_if(m_asked.tasks, std::back_inserter(tasks),
                             [&](const engine::AskedTask& task) { return task.annotator == who; });
        for (const auto& [video, start] : m_places) // all segments, in the order of the videos
            pass.places.push_back({video, {start, start + 0.5}, {}, 0.0, 1});
        QVERIFY(activate());
        m_review->startAt(pass);
        QTRY_VERIFY(m_review->isActive() && m_review->pass()->places.size() == m_places.size());
        const auto isTask = [&](std::size_t place, const engine::AskedTask& task) {
            const engine::ReviewPass::Place& there = m_review->pass()->places[place];
            return there.video == task.video && std::abs(there.span.start - task.start) < 1e-6;
        };
        const std::size_t inHand = *m_review->current();
        std::size_t next = inHand + 1;
        for (const engine::AskedTask& task : tasks) {
            if (!isTask(inHand, task))
                QVERIFY2(isTask(next++, task), task.video.c_str());
        }
        m_review->leave();
    }

    void aBlindPassClosesTheFigures()
    {
        open();
        QTRY_VERIFY(head().startsWith(QLatin1String("Done ")));
        engine::ReviewPass pass;
        pass.layer = engine::annotatorLayer(app::kLabelsTier, "fay", 1);
        pass.places.push_back(
            {m_places.front().first, {m_places.front().second, m_places.front().second + 0.5}, {}, 0.0, 1});
        m_review->startAt(pass);
        QTRY_VERIFY(!m_dialog); // while it may compute
        open();
        QVERIFY(head().startsWith(QLatin1String("A blind review")));
        QVERIFY(settle());
        QVERIFY(head().startsWith(QLatin1String("A blind review")));
        QVERIFY(!in<QTreeWidget>("openUnits")->isVisible() && !in<QCheckBox>("openAsk")->isVisible());
        m_review->leave();
        QTRY_VERIFY(head().startsWith(QLatin1String("Done ")));
        QVERIFY(in<QTreeWidget>("openUnits")->isVisible());
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
    }

private:
    void open()
    {
        QVERIFY(activate());
        QVERIFY(choose("Review", "Agreement → What is still open…"));
        QTRY_VERIFY(find<app::OpenDialog>("openRatings")
                    && find<app::OpenDialog>("openRatings")->isVisible());
        m_dialog = find<app::OpenDialog>("openRatings");
        QVERIFY(QTest::qWaitForWindowActive(m_dialog, support::kPatience));
    }
    template <typename Widget>
    Widget* in(const char* name)
    {
        return m_dialog->findChild<Widget*>(QLatin1String(name));
    }
    QString head() { return in<QLabel>("openHead")->text(); }

    /// Two good annotators and two loose ones; about one segment the good ones say the opposite.
    void plant()
    {
        std::mt19937 random(5);
        const auto noise
            = [&](double most) { return most * (static_cast<double>(random() % 1001) / 500.0 - 1.0); };
        for (const char* video : {"ada_1", "ada_2", "bert_1", "bert_2", "cleo_1", "cleo_2"}) {
            session().videos().open(QLatin1String(video));
            QTRY_VERIFY(document().isInSight(QLatin1String(video)));
            for (std::size_t i = 0; i < document().spans(app::kLabelsTier).size(); ++i) {
                const engine::SegmentId segment = document().segmentId(app::kLabelsTier, i);
                const double truth = std::fmod(static_cast<double>(m_judged) * 1.7, 6.0) - 3.0;
                const bool isTwofold = m_judged == 17;
                say("anna", segment, isTwofold ? 3.0 : truth + noise(0.2));
                say("ben", segment, isTwofold ? -3.0 : truth + noise(0.2));
                if (m_judged % 2 == 0)
                    say("cem", segment, truth + noise(2.5));
                if (m_judged % 3 == 0)
                    say("dora", segment, truth + 0.8 + noise(2.0));
                m_places.emplace_back(video, document().spans(app::kLabelsTier)[i].start);
                ++m_judged;
            }
        }
        QVERIFY(m_judged >= 25);
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

    app::Review* m_review = nullptr;
    QPointer<app::OpenDialog> m_dialog;
    engine::AskedNext m_asked;
    std::vector<std::pair<std::string, double>> m_places;
    std::size_t m_judged = 0;
};

WINDOW_TEST_MAIN(OpenRatingsWalk)
#include "tst_open_ratings_walk.moc"
