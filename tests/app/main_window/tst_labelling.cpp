#include "app/labelling/rating_recorder.h"
#include "app/settings/settings.h"
#include "app/timeline/timeline_panel.h"
#include "engine/annotation/tier_edits.h"
#include "widgets/review/rating_bar.h"
#include "widgets/timeline/timeline_view.h"

#include <QAction>
#include <QDockWidget>
#include <QInputDialog>
#include <QLineEdit>
#include <QTest>
#include <QTimer>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// Labelling while the video plays, by keys in the real window.
class LabellingTest : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        m_view = find<widgets::TimelineView>("timeline");
        make("mood", engine::TierKind::Interval, {{"sentiment", engine::NumberScale{-3, 3, 1}}});
        make("valence", engine::TierKind::Continuous, {{"valence", engine::NumberScale{-1, 1, 0}}});
        m_view->setFocus();
    }
    void cleanupTestCase() { m_real.reset(); }

    void aHeldDigitIsASegment()
    {
        choose("mood");
        action("label-while-playing")->trigger();
        QVERIFY(action("label-while-playing")->isChecked());
        player().seek(1.0);
        QTest::keyClick(m_view, Qt::Key_Space);
        QTRY_VERIFY(player().position() > 1.2);
        const double pressed = player().position();
        QTest::keyPress(m_view, Qt::Key_6);
        QTRY_VERIFY(player().position() > pressed + 0.4);
        QTest::keyRelease(m_view, Qt::Key_6);
        QTest::keyClick(m_view, Qt::Key_Space);
        QCOMPARE(document().spans("mood").size(), std::size_t(1));
        const engine::Interval span = document().spans("mood")[0];
        QVERIFY2(std::abs(span.start - pressed) < 0.06, qPrintable(QString::number(span.start - pressed)));
        QVERIFY(span.length() > 0.35);
        const engine::Segment& made = *document().annotation().segment(document().segmentId("mood", 0));
        QCOMPARE(std::get<double>(made.values.at("sentiment").value), 2.0);
        action("label-while-playing")->trigger();
    }

    /// The name that a value is kept under is asked for once, before the first one.
    void aNameIsAskedForBeforeTheFirstValue()
    {
        app::Editor& editor = session().editor();
        const QString before = editor.annotator();
        const int steps = history().index();
        editor.proposeAnnotator(before);
        int asked = 0;
        const auto answer = [&](bool accepts) {
            QTimer::singleShot(0, this, [this, &asked, accepts] {
                auto* dialog = window().findChild<QInputDialog*>(QStringLiteral("annotatorDialog"));
                QVERIFY(dialog);
                ++asked;
                auto* name = dialog->findChild<QLineEdit*>();
                QCOMPARE(name->text(), session().editor().annotator());
                name->selectAll();
                QTest::keyClicks(name, QStringLiteral("mira"));
                picture(*dialog, "annotator-question");
                QTest::keyClick(dialog, accepts ? Qt::Key_Return : Qt::Key_Escape);
            });
        };
        answer(false);
        editor.setLabel(0, QStringLiteral("sentiment"), 2.0);
        QCOMPARE(asked, 1);
        QCOMPARE(history().index(), steps); // nobody's value is not kept
        answer(true);
        editor.setLabel(0, QStringLiteral("sentiment"), 2.0);
        QCOMPARE(asked, 2);
        QCOMPARE(history().index(), steps + 1);
        const engine::SegmentId id = document().segmentId(app::kLabelsTier, 0);
        QCOMPARE(document().annotation().segment(id)->values.at("sentiment").by.annotator, "mira");
        editor.setLabel(1, QStringLiteral("sentiment"), 2.0);
        QCOMPARE(asked, 2); // who it is is known
        QCOMPARE(app::Settings().annotator(), QStringLiteral("mira"));
        history().undo();
        history().undo();
        editor.setAnnotator(before);
    }

    /// Words have no labels: the labelled segment under the playhead gets them.
    void withWordsInHandADigitLabelsTheSegment()
    {
        window().findChild<app::TimelinePanel*>()->hand().setTier(app::kWordsTier);
        action("label-while-playing")->trigger();
        const std::size_t words = document().spans(app::kWordsTier).size();
        const engine::Interval span = document().spans(app::kLabelsTier)[1];
        player().seek(span.start + 0.2);
        QTest::keyClick(m_view, Qt::Key_Space);
        QTRY_VERIFY(player().position() > span.start + 0.3);
        QTest::keyPress(m_view, Qt::Key_2);
        QTest::qWait(100); // held as by a finger
        QTest::keyRelease(m_view, Qt::Key_2);
        QTest::keyClick(m_view, Qt::Key_Space);
        const auto& labelled = *document().annotation().segment(document().segmentId(app::kLabelsTier, 1));
        QCOMPARE(std::get<double>(labelled.values.at("sentiment").value), -2.0);
        QCOMPARE(document().spans(app::kWordsTier).size(), words);
        history().undo();
        action("label-while-playing")->trigger();
        choose("mood");
    }

    void aDigitThatIsNotHeldStaysACommand()
    {
        const std::size_t count = document().spans("mood").size();
        player().seek(document().spans("mood")[0].start + 0.1);
        QTest::keyClick(m_view, Qt::Key_1); // labels what is under the playhead
        QCOMPARE(document().spans("mood").size(), count);
        const engine::Segment& made = *document().annotation().segment(document().segmentId("mood", 0));
        QCOMPARE(std::get<double>(made.values.at("sentiment").value), -3.0);
    }

    void aRatingIsRecordedAfterACountdown()
    {
        choose("valence");
        player().seek(2.0);
        action("record-rating")->trigger();
        auto* recorder = window().findChild<app::RatingRecorder*>();
        QCOMPARE(recorder->countdown(), app::RatingRecorder::kCountdown);
        QVERIFY(find<QDockWidget>("ratingDock")->isVisible());
        auto* bar = find<widgets::RatingBar>("ratingBar");
        QVERIFY(!player().isPlaying());
        QTRY_VERIFY(recorder->isRecording());
        QVERIFY(player().isPlaying());
        QTRY_VERIFY(player().position() > 2.4);
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(bar, Qt::Key_Up);
        QTRY_VERIFY(player().position() > 2.8);
        picture(window(), "rating");
        QTest::mouseMove(bar, QPoint(bar->width() / 2, bar->height() - 2));
        QTRY_VERIFY(player().position() > 3.2);
        action("record-rating")->trigger();
        QVERIFY(!recorder->isRecording());
        const std::vector<float> values = samples();
        QVERIFY(values.size() >= 28);
        QCOMPARE(document().spans("valence")[0].start, 2.0);
        QCOMPARE(values.front(), 0.0F);
        QVERIFY(std::ranges::any_of(values, [](float value) { return std::abs(value - 0.4F) < 0.01F; }));
        QCOMPARE(values.back(), -1.0F);
    }

    void punchingInKeepsTheRest()
    {
        const std::vector<float> before = samples();
        const engine::Interval span = document().spans("valence")[0];
        choose("valence");
        player().seek(2.4);
        action("record-rating")->trigger();
        auto* recorder = window().findChild<app::RatingRecorder*>();
        QTRY_VERIFY(recorder->isRecording());
        QTRY_VERIFY(player().position() > 2.6);
        action("record-rating")->trigger();
        QCOMPARE(document().spans("valence").size(), std::size_t(1));
        QCOMPARE(document().spans("valence")[0], span);
        const std::vector<float> after = samples();
        QVERIFY(std::equal(after.begin(), after.begin() + 9, before.begin()));
        QCOMPARE(after.back(), before.back());
        QCOMPARE(after[11], 0.0F); // the bar starts in the middle
        QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(samples(), before);
    }

private:
    std::vector<float> samples()
    {
        return document().annotation().segment(document().segmentId("valence", 0))->samples;
    }

    void make(const char* name, engine::TierKind kind, std::vector<engine::LabelScheme> labels)
    {
        engine::Tier tier;
        tier.video = document().video().id.toStdString();
        tier.name = name;
        tier.kind = kind;
        tier.rate = kind == engine::TierKind::Continuous ? 25.0 : 0.0;
        tier.labels = std::move(labels);
        QVERIFY(session().editor().edit(QStringLiteral("tier"), [&](const engine::Annotation& annotation) {
            return engine::addTier(annotation, tier);
        }));
    }

    /// Clicks into the tier's track, beside its segments.
    void choose(const char* tier)
    {
        for (widgets::Track* track : m_view->tracks()) {
            if (track->objectName() == QLatin1String("tier/") + QLatin1String(tier))
                QTest::mouseClick(m_view, Qt::LeftButton, {},
                                  {m_view->areaOf(track).right() - 30, m_view->areaOf(track).center().y()});
        }
    }

    widgets::TimelineView* m_view = nullptr;
};

WINDOW_TEST_MAIN(LabellingTest)

#include "tst_labelling.moc"
