#include "app/editing/editor.h"
#include "app/learning/learning_actions.h"
#include "app/review/review.h"
#include "app/tasks/tasks.h"
#include "widgets/review/learning_card.h"
#include "widgets/timeline/timeline_view.h"

#include <QAction>
#include <QLabel>
#include <QTest>
#include <QToolButton>

#include <map>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// Learning while labelling, in the real window with the demo: a person answers by keys, and the queue
/// follows.
class LearningWalk : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        session().editor().setAnnotator(QStringLiteral("mira"));
    }

    void aPassBeginsWithWhatTeachesMost()
    {
        QVERIFY(!card()->isVisible());
        action("learn-while-labelling")->trigger();
        QTRY_VERIFY(review().isActive());
        QVERIFY(card()->isVisible());
        const auto before = review().pass()->places;
        QVERIFY(before.size() > 100);
        QTRY_VERIFY(review().pass()->places != before);
        QCOMPARE(review().pass()->places.size(), before.size());
        QCOMPARE(review().pass()->places[*review().current()], before.front()); // the one in hand stays
        picture(window(), "learning-begin");
    }

    /// The answers are the demo's own labels, rounded: so there is something to learn.
    void answersTeach()
    {
        for (int i = 0; i < 15; ++i)
            answer();
        QCOMPARE(review().done(), std::size_t(15));
        QTRY_VERIFY(note().contains(QStringLiteral("after 15"))
                    || note().contains(QStringLiteral("after 1")));
        const auto* pass = &*review().pass();
        for (std::size_t place = 0; place < pass->places.size(); ++place) // what is done stands first
            QVERIFY(place >= 15 || review().isDone(place) || place == review().current());
        for (int i = 0; i < 25; ++i)
            answer();
        QTRY_VERIFY2(note().contains(QStringLiteral("after 40")), qPrintable(note()));
        picture(window(), "learning-on");
        window().setThemeChoice(app::ThemeChoice::Light);
        window().resize(1366, 768);
        picture(window(), "learning-on-light-small");
        window().setThemeChoice(app::ThemeChoice::Dark);
    }

    void theKeysAreNeverBlocked()
    {
        const std::size_t done = review().done();
        for (int i = 0; i < 5; ++i)
            answer(); // the last one begins a round
        const auto place = review().current();
        answer(); // while it learns
        QCOMPARE(review().done(), done + 6);
        QVERIFY(review().current() != place);
    }

    /// A round that is stopped is not the last one.
    void aStoppedRoundIsFollowedByAnother()
    {
        const auto isLearning = [&] { return note().contains(QStringLiteral("It is learning")); };
        QTRY_VERIFY(!isLearning());
        for (int i = 0; i < 10 && !isLearning(); ++i)
            answer();
        QVERIFY(isLearning());
        for (app::Task* task : session().tasks().running()) {
            if (task->title() == QStringLiteral("Learning from the answers so far"))
                task->stop(); // and not what reads the next video
        }
        QTRY_VERIFY(!isLearning());
        const QString before = note();
        for (int i = 0; i < 10 && !isLearning(); ++i)
            answer();
        QVERIFY(isLearning());
        QTRY_VERIFY(!isLearning() && note() != before);
    }

    void undoStillTakesAnAnswerBack()
    {
        const std::size_t done = review().done();
        const auto places = review().pass()->places.size();
        QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(review().done(), done - 1);
        QCOMPARE(review().pass()->places.size(), places);
    }

    void whenItStopsThePassGoesOn()
    {
        QTest::mouseClick(card()->findChild<QToolButton*>(QStringLiteral("stopLearning")), Qt::LeftButton);
        QVERIFY(!card()->isVisible());
        QVERIFY(!action("learn-while-labelling")->isChecked());
        QVERIFY(review().isActive());
        const auto order = review().pass()->places;
        for (int i = 0; i < 6; ++i)
            answer();
        QTest::qWait(500);
        QVERIFY(review().pass()->places == order);
        review().leave();
    }

private:
    app::Review& review() { return *window().findChild<app::Review*>(); }
    widgets::LearningCard* card() { return window().findChild<widgets::LearningCard*>(); }
    QString note() { return card()->findChild<QLabel*>(QStringLiteral("learningNote"))->text(); }

    /// Gives the demo's label by its key, and commits.
    void answer()
    {
        QTRY_VERIFY(review().segment() != 0);
        const double start = review().span()->start;
        const auto& spans = document().spans("labels");
        const auto found = std::ranges::find_if(
            spans, [&](const engine::Interval& span) { return std::abs(span.start - start) < 0.01; });
        QVERIFY(found != spans.end());
        const auto value = static_cast<double>(
            document().labels().rows.features.at(static_cast<std::size_t>(found - spans.begin()), 0));
        const int step = std::clamp(static_cast<int>(std::lround(value)) + 3, 0, 6);
        auto* view = window().findChild<widgets::TimelineView*>();
        view->setFocus();
        const std::size_t done = review().done();
        QTest::keyClick(view, static_cast<Qt::Key>(Qt::Key_1 + step));
        QTest::keyClick(view, Qt::Key_Return);
        QTRY_COMPARE(review().done(), done + 1);
    }
};

WINDOW_TEST_MAIN(LearningWalk)

#include "tst_learning_walk.moc"
