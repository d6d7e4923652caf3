#include "app/timeline/segment_selection.h"
#include "app/timeline/tier_in_hand.h"
#include "app/timeline/timeline_panel.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/words_track.h"

#include <QTest>

#include <cmath>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// Undo survives a restart, in the real window.
class KeptHistoryTest : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        m_start = document().storedAnnotation();
        const QString other = QStringLiteral("bert_1");
        label(Qt::Key_2);
        dragFirstEdge();
        session().videos().open(other);
        QVERIFY(settle());
        label(Qt::Key_6);
        QVERIFY(history().count() >= 3);
        m_texts = texts();
        m_end = document().storedAnnotation();
    }
    void cleanupTestCase() { m_real.reset(); }

    void stepsAreThereAgain()
    {
        restart();
        QCOMPARE(texts(), m_texts);
        QCOMPARE(history().index(), static_cast<int>(m_texts.size()));
        QVERIFY(history().canUndo());
        QVERIFY(sameContent(document().storedAnnotation(), m_end));
    }

    void allCanBeUndoneAndDoneAgain()
    {
        view()->setFocus();
        for (int i = 0; i < history().count(); ++i)
            QTest::keyClick(view(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(history().index(), 0);
        QVERIFY(settle());
        QVERIFY(sameContent(document().storedAnnotation(), m_start));
        for (int i = 0; i < history().count(); ++i)
            QTest::keyClick(view(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(settle());
        QVERIFY(sameContent(document().storedAnnotation(), m_end));
    }

    void whatWasUndoneCanBeDoneAfterwards()
    {
        history().undo();
        QVERIFY(settle());
        restart();
        QCOMPARE(texts(), m_texts);
        QCOMPARE(history().index(), static_cast<int>(m_texts.size()) - 1);
        history().redo();
        QVERIFY(settle());
        QVERIFY(sameContent(document().storedAnnotation(), m_end));
    }

    void aNewStepTakesThePlaceOfThoseThatWereUndone()
    {
        history().undo();
        QVERIFY(settle());
        label(Qt::Key_1);
        QCOMPARE(history().count(), static_cast<int>(m_texts.size()));
        const QStringList now = texts();
        QVERIFY(now != m_texts);
        restart();
        QCOMPARE(texts(), now);
        const engine::Annotation before = document().storedAnnotation();
        history().undo();
        history().redo();
        QVERIFY(sameContent(document().storedAnnotation(), before));
    }

    void whatIsSelectedIsSelectedAgain()
    {
        const auto* words = find<widgets::WordsTrack>("wordsTrack");
        auto& hand = find<app::TimelinePanel>("timelinePanel")->hand();
        hand.setTier(app::kWordsTier);
        hand.selected().click(app::kWordsTier, 1, {});
        hand.selected().click(app::kWordsTier, 3, Qt::ShiftModifier);
        player().seek(2.0);
        const auto noted = [this] {
            const engine::Item* item = document().annotation().item("layout", "selection");
            return item && item->json.find("[1,2,3]") != std::string::npos;
        };
        QTRY_VERIFY(noted());
        QCOMPARE(words->selected(), (std::vector<std::size_t>{1, 2, 3}));
        const QString video = document().video().id;
        const double place = player().position();
        restart();
        QCOMPARE(document().video().id, video);
        QCOMPARE(player().position(), place);
        words = find<widgets::WordsTrack>("wordsTrack");
        QCOMPARE(words->selected(), (std::vector<std::size_t>{1, 2, 3}));
        QCOMPARE(find<app::TimelinePanel>("timelinePanel")->hand().tier(), app::TierName(app::kWordsTier));
    }

private:
    widgets::TimelineView* view() { return find<widgets::TimelineView>("timeline"); }
    /// Gives the first labelled segment a value.
    void label(Qt::Key key)
    {
        const engine::Interval& span = document().labels().rows.intervals.front();
        player().seek((span.start + span.end) / 2);
        view()->setFocus();
        QTest::keyClick(view(), key);
    }
    /// Ends the program and begins it again, with the same project.
    void restart()
    {
        m_real.reset();
        QVERIFY(openDemo());
    }
    void dragFirstEdge()
    {
        const engine::Interval word = document().words().intervals.front();
        view()->zoomTo({word.start - 0.5, word.end + 0.5});
        const QRect area = view()->areaOf(find<widgets::WordsTrack>("wordsTrack"));
        const QPoint grip(area.left() + static_cast<int>(std::lround(view()->scale().x(word.end))),
                          area.top() + area.height() / 3);
        QTest::mousePress(view(), Qt::LeftButton, {}, grip);
        for (int i = 1; i <= 10; ++i)
            QTest::mouseMove(view(), grip - QPoint(2 * i, 0));
        QTest::mouseRelease(view(), Qt::LeftButton, {}, grip - QPoint(20, 0));
    }
    QStringList texts()
    {
        QStringList all;
        for (int i = 0; i < history().count(); ++i)
            all << history().text(i);
        return all;
    }
    /// Without what the window notes of itself.
    static bool sameContent(const engine::Annotation& a, const engine::Annotation& b)
    {
        return a.tiers() == b.tiers() && a.segments() == b.segments();
    }

    engine::Annotation m_start;
    engine::Annotation m_end;
    QStringList m_texts;
};

WINDOW_TEST_MAIN(KeptHistoryTest)
#include "tst_kept_history.moc"
