#include "app/review/review.h"
#include "widgets/player/transport_bar.h"
#include "widgets/review/comment_field.h"
#include "widgets/review/queue_panel.h"
#include "widgets/timeline/timeline_view.h"

#include <QAction>
#include <QCheckBox>
#include <QChildEvent>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// Notes what a widget gets as children.
class MadeChildren : public QObject {
public:
    QSet<QObject*> all;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::ChildAdded)
            all.insert(static_cast<QChildEvent*>(event)->child());
        return QObject::eventFilter(watched, event);
    }
};

/// A review in the real window, by keys.
class ReviewTest : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        QTest::keyClick(&window(), Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(find<QDockWidget>("reviewDock")->isVisible());
        QVERIFY(!find<QDockWidget>("libraryDock")->isVisible());
        m_review = window().findChild<app::Review*>();
        QVERIFY(m_review);
        picture(window(), "review-form");
    }
    void cleanupTestCase() { m_real.reset(); }

    void aPassGoesThroughTheSegments()
    {
        begin(QStringLiteral("anna"), 0);
        QTRY_VERIFY(m_review->isActive());
        QVERIFY(m_review->pass()->places.size() >= 20);
        QTRY_VERIFY(m_review->segment() != 0);
        QTRY_VERIFY(session().player().isPlaying());
        QVERIFY(m_review->isHiding());
        QVERIFY(find<QWidget>("timeline")->hasFocus());
        QCOMPARE(session().editor().annotator(), QStringLiteral("anna")); // who is not asked again
        QCOMPARE(app::Settings().annotator(), QStringLiteral("anna"));
        settle();
        picture(window(), "review-blind");
    }

    void twoKeysRateASegment()
    {
        const std::size_t first = *m_review->current();
        QTest::keyClick(find<QWidget>("timeline"), Qt::Key_6);
        QVERIFY(m_review->answer());
        QCOMPARE(std::get<double>(m_review->answer()->values.at("sentiment").value), 2.0);
        QCOMPARE(m_review->answer()->values.at("sentiment").by.annotator, std::string("anna"));
        QVERIFY(!m_review->isDone(first));
        QTest::keyClick(find<QWidget>("timeline"), Qt::Key_Return);
        QVERIFY(m_review->isDone(first));
        QCOMPARE(*m_review->current(), first + 1);
        // What the file had is untouched: the answer lies in a layer of its own.
        const engine::Segment* labelled = nullptr;
        for (const auto& [id, segment] : annotation().segments()) {
            if (const engine::Segment* judged = engine::judgement(annotation(), id, "labels/anna"))
                labelled = annotation().segment(judged->parent);
        }
        QVERIFY(labelled);
        QVERIFY(labelled->values.at("sentiment").by.annotator.empty());
    }

    void whatIsJudgedIsTintedWhereverThePlayheadIs()
    {
        const auto* timeline = find<widgets::TimelineView>("timeline");
        const engine::Interval judged = m_review->pass()->places[*m_review->current()].span;
        app::Player& player = this->session().player();
        QCOMPARE(timeline->highlight(), std::optional(judged));
        player.seek(judged.end + 2.0);
        QTRY_VERIFY(player.position() >= judged.end + 2.0); // it may go on playing
        QCOMPARE(timeline->highlight(), std::optional(judged));
    }

    void nothingIsCommittedWithoutAnAnswer()
    {
        const std::size_t place = *m_review->current();
        QTest::keyClick(find<QWidget>("timeline"), Qt::Key_Return);
        QCOMPARE(*m_review->current(), place);
        QVERIFY(!m_review->isDone(place));
    }

    void theVerbsOfAllListsAreItsKeys() // A: the answer counts; X: flagged; both go on
    {
        auto* timeline = find<QWidget>("timeline");
        timeline->setFocus();
        const std::size_t accepted = *m_review->current();
        QTest::keyClick(timeline, Qt::Key_5);
        QTest::keyClick(timeline, Qt::Key_A);
        QVERIFY(m_review->isDone(accepted));
        QTRY_VERIFY(*m_review->current() != accepted);
        const std::size_t rejected = *m_review->current();
        QTest::keyClick(timeline, Qt::Key_X);
        QTRY_VERIFY(*m_review->current() != rejected);
        QVERIFY(!m_review->isDone(rejected));
        m_review->goTo(rejected);
        QTRY_COMPARE(*m_review->current(), rejected);
        QVERIFY(m_review->answer() && m_review->answer()->flagged);
        QTest::keyClick(timeline, Qt::Key_F, Qt::ShiftModifier); // and not any more
        QVERIFY(!m_review->answer() || !m_review->answer()->flagged);
    }

    void otherLabelsAreGivenByLetters()
    {
        QWidget* timeline = find<QWidget>("timeline");
        QTRY_VERIFY(m_review->segment() != 0);
        QTest::keyClick(timeline, Qt::Key_E);
        press(Qt::Key_H);
        press(Qt::Key_2);
        press(Qt::Key_U);
        press(Qt::Key_1);
        picture(window(), "review-letters");
        press(Qt::Key_Escape);
        QVERIFY(m_review->answer());
        QCOMPARE(std::get<double>(m_review->answer()->values.at("happy").value), 2.0);
        QCOMPARE(std::get<double>(m_review->answer()->values.at("surprise").value), 1.0);
        QTest::keyClick(timeline, Qt::Key_3);
        QCOMPARE(std::get<double>(m_review->answer()->values.at("sentiment").value), -1.0);
        QTest::keyClick(timeline, Qt::Key_Equal);
        QCOMPARE(std::get<double>(m_review->answer()->values.at("sentiment").value), 0.0);
    }

    void confidenceFlagAndComment()
    {
        QWidget* timeline = find<QWidget>("timeline");
        QTest::keyClick(timeline, Qt::Key_3, Qt::ShiftModifier);
        QTest::keyClick(timeline, Qt::Key_F, Qt::ShiftModifier);
        QTest::keyClick(timeline, Qt::Key_C);
        const std::size_t place = *m_review->current();
        auto* comment = find<widgets::CommentField>("comment");
        QTRY_VERIFY(comment->hasFocus());
        QTest::keyClicks(comment, QStringLiteral("ironic"));
        QTest::keyClick(comment, Qt::Key_Return);
        QCOMPARE(*m_review->current(), place); // Enter only leaves the field
        QVERIFY(find<QWidget>("timeline")->hasFocus());
        const auto* judged = engine::judgement(annotation(), m_judgedBefore(), "labels/anna");
        QVERIFY(judged);
        QCOMPARE(judged->comment, std::string("ironic"));
        QVERIFY(judged->flagged);
        QCOMPARE(judged->confidence.value_or(0.0), 1.0);
        QTest::keyClick(timeline, Qt::Key_Return);
        QCOMPARE(*m_review->current(), place + 1);
    }

    void undoGoesBackToTheSegment()
    {
        QTRY_VERIFY(m_review->segment() != 0);
        const std::size_t place = *m_review->current();
        QTest::keyClick(find<QWidget>("timeline"), Qt::Key_1);
        QTest::keyClick(find<QWidget>("timeline"), Qt::Key_Return);
        QVERIFY(m_review->isDone(place));
        QVERIFY(*m_review->current() != place);
        QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(*m_review->current(), place);
        QVERIFY(!m_review->isDone(place));
        QTest::keyClick(&window(), Qt::Key_Y, Qt::ControlModifier);
        QVERIFY(m_review->isDone(place));
    }

    void peekingIsNotedAndShowsTheSegmentInHandAlone()
    {
        m_review->goToNext();
        QTRY_VERIFY(m_review->segment() != 0);
        QVERIFY(m_review->isHiding());
        QTest::keyClick(find<QWidget>("timeline"), Qt::Key_T);
        QVERIFY(!m_review->isHiding());
        const auto log = engine::judgementLog(annotation(), *m_review->pass(),
                                              m_review->pass()->places[*m_review->current()]);
        QVERIFY(log && log->hasPeeked);
        QVERIFY(!find<QWidget>("othersSection")->findChildren<QWidget*>(QStringLiteral("other")).isEmpty());
        QVERIFY(!document().sight().now().labels && !document().sight().now().predictions);
        for (std::size_t place = 0; place < m_review->pass()->places.size(); ++place) {
            const auto other
                = engine::judgementLog(annotation(), *m_review->pass(), m_review->pass()->places[place]);
            QVERIFY(place == *m_review->current() || m_review->isDone(place) || !other || !other->hasPeeked);
        }
        settle();
        picture(window(), "review-open");
    }

    void aJumpFillsThePanelOnce()
    {
        m_review->leave();
        engine::ReviewPass open;
        open.layer = engine::annotatorLayer(app::kLabelsTier, "olga", 1);
        open.settings.reasons = {engine::ReviewReason::NotLabelled, engine::ReviewReason::Control};
        open.settings.order = engine::ReviewOrder::Context;
        open.isBlind = false;
        m_review->start(open);
        QTRY_VERIFY(m_review->isActive());
        QTRY_VERIFY(m_review->segment() != 0);
        settle();
        const auto& places = m_review->pass()->places;
        QVERIFY(places.size() > 1);
        QCOMPARE(places[0].video, places[1].video); // so that nothing comes later
        auto* others = find<QWidget>("othersSection");
        MadeChildren made; // every filling makes the lines of what others said anew
        others->installEventFilter(&made);
        m_review->goTo(1);
        others->removeEventFilter(&made);
        const auto lines = others->findChildren<QWidget*>(QStringLiteral("other"));
        const auto fresh
            = std::ranges::count_if(lines, [&](QWidget* line) { return made.all.contains(line); });
        QVERIFY(fresh > 0);
        QCOMPARE(made.all.size(), fresh);
        m_review->leave();
        m_review->resume("labels/anna");
    }

    void theModelIsAskedAboutAllVideos()
    {
        m_review->leave();
        engine::ReviewPass pass;
        pass.layer = engine::annotatorLayer(app::kLabelsTier, "mia", 1);
        pass.settings.reasons = {engine::ReviewReason::Model};
        pass.settings.modelGap = 0.3;
        m_review->start(pass);
        QTRY_VERIFY(m_review->isActive());
        std::set<std::string> videos;
        for (const auto& place : m_review->pass()->places) {
            QCOMPARE(place.reason, engine::ReviewReason::Model);
            QVERIFY(place.weight >= 0.3);
            videos.insert(place.video);
        }
        QVERIFY2(videos.size() > 3, qPrintable(QString::number(videos.size())));
        QVERIFY(std::ranges::is_sorted(m_review->pass()->places, std::greater(),
                                       &engine::ReviewPass::Place::weight));
        m_review->leave();
        m_review->resume("labels/anna");
    }

    void aPassGoesOnWhereItWasLeft()
    {
        const std::size_t done = m_review->done();
        QVERIFY(done >= 3);
        window().findChild<QAction*>(QStringLiteral("leave-pass"))->trigger();
        QVERIFY(!m_review->isActive());
        QVERIFY(!m_review->isHiding());
        auto* resume = find<QPushButton>("resume labels/anna");
        QVERIFY(resume);
        picture(window(), "review-passes");
        QCOMPARE(find<QLineEdit>("passAnnotator")->text(), session().editor().annotator());
        resume->click();
        QVERIFY(m_review->isActive());
        QCOMPARE(m_review->done(), done);
        QVERIFY(!m_review->isDone(*m_review->current()));
        m_review->leave();
    }

private:
    const engine::Annotation& annotation() { return session().document().annotation(); }

    /// Fills the form and begins. @param kind  its place in the list
    void begin(const QString& annotator, int kind)
    {
        auto* kinds = find<QComboBox>("passKind");
        kinds->setCurrentIndex(kind);
        emit kinds->activated(kind);
        find<QLineEdit>("passAnnotator")->setText(annotator);
        QTest::mouseClick(find<QPushButton>("begin"), Qt::LeftButton);
    }
    /// To whatever has the keyboard, as a person's hand does.
    void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

    engine::SegmentId m_judgedBefore()
    {
        engine::SegmentId found = 0;
        for (const auto& [id, segment] : annotation().segments()) {
            const engine::Tier* tier = annotation().tier(segment.tier);
            if (tier->name == "labels/anna" && !segment.comment.empty())
                found = segment.parent;
        }
        return found;
    }

    app::Review* m_review = nullptr;
};

WINDOW_TEST_MAIN(ReviewTest)

#include "tst_review.moc"
