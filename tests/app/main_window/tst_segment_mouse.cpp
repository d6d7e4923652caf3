#include "app/timeline/tier_in_hand.h"
#include "app/timeline/timeline_panel.h"
#include "widgets/base/scale_number.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/player/transcript_strip.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/labels_track.h"
#include "widgets/tracks/words_track.h"

#include <QContextMenuEvent>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <cmath>

#include "tests/support/click_entry.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

using app::kLabelsTier;
using app::kWordsTier;

/// What the mouse and keys do to the word or segment at one place, and that all parts of the window mean the
/// same one.
class SegmentMouseTest : public WindowTest {
    Q_OBJECT

private slots:
    void init()
    {
        m_real.reset();
        IsolatedHome::forgetProjects();
        QVERIFY(openDemo());
        m_view = find<widgets::TimelineView>("timeline");
        m_words = find<widgets::WordsTrack>("wordsTrack");
        m_labels = find<widgets::LabelsTrack>("labelsTrack");
        m_panel = find<app::TimelinePanel>("timelinePanel");
        m_view->setFollowing(false);
        m_view->setFocus();
        m_view->zoomTo({0.0, 5.0});
    }
    void cleanup() { m_real.reset(); }

    void aDoubleClickEditsTheWord()
    {
        doubleClick(m_words, 2);
        auto* field = openField();
        QVERIFY(field);
        QCOMPARE(field->text().toStdString(), document().words().texts[2]);
        QTest::keyClicks(field, QStringLiteral("heard"));
        picture(window(), "word-in-edit");
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(document().words().texts[2], std::string("heard"));
        QCOMPARE(history().count(), 1);
    }

    void aDoubleClickEditsTheValueOfALabelledSegment()
    {
        doubleClick(m_labels, 0);
        auto* field = openField();
        QVERIFY(field);
        QCOMPARE(static_cast<float>(widgets::typedNumber(field->text()).value_or(99.0)),
                 document().labels().rows.features.at(0, 0));
        QTest::keyClicks(field, QStringLiteral("-1.5"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(document().labels().rows.features.at(0, 0), -1.5F);

        QSignalSpy messages(&session().document().notices(), &app::Notices::said);
        doubleClick(m_labels, 0);
        QTest::keyClicks(openField(), QStringLiteral("fine"));
        QTest::keyClick(openField(), Qt::Key_Return);
        QCOMPARE(messages.count(), 1);
        QCOMPARE(document().labels().rows.features.at(0, 0), -1.5F);
    }

    void aNewWordIsAlwaysReadyToBeTyped()
    {
        const engine::Interval gap = widestGap();
        QTest::mouseClick(m_view, Qt::LeftButton, {}, placeOf(m_words, 0)); // words are in hand
        for (int i = 1; i < 24; ++i) { // places that are no whole ticks
            const double start = gap.start + gap.length() * i / 49.0 + 1e-10 * i;
            player().seek(start);
            const std::size_t before = document().words().texts.size();
            m_view->setFocus();
            QTest::keyClick(m_view, Qt::Key_N);
            QCOMPARE(document().words().texts.size(), before + 1);
            auto* field = openField();
            QVERIFY2(field, qPrintable(QString::number(start, 'g', 17)));
            QVERIFY(field->text().isEmpty());
            QTest::keyClicks(field, QStringLiteral("new"));
            QTest::keyClick(field, Qt::Key_Return);
            const auto made = document().wordAt(player().position());
            QVERIFY(made.has_value());
            QCOMPARE(document().words().texts[*made], std::string("new"));
            undoAll();
        }
    }

    void allPartsOfTheWindowMeanTheSameWord()
    {
        auto* transcript = find<widgets::TranscriptStrip>("transcript");
        const std::vector<engine::Interval> words = document().words().intervals;
        QTest::mouseClick(m_view, Qt::LeftButton, {}, placeOf(m_words, 0));
        for (std::size_t word = 1; word < 8; ++word) {
            // At its start, and as near to it as a player's clock may be.
            for (const double at :
                 {words[word].start, words[word].start - 2e-10, words[word].start + 2e-10}) {
                player().seek(at);
                QCOMPARE(document().wordAt(player().position()), std::optional(word));
                QCOMPARE(m_panel->hand().index(), std::optional(word));
                QVERIFY(m_words->part(word).isCurrent);
                QCOMPARE(find<QLabel>("wordTitle")->text(),
                         QStringLiteral("“%1”").arg(QString::fromStdString(document().words().texts[word])));
                const QImage shown = transcript->grab().toImage();
                transcript->setCurrentWord(word, true);
                QCOMPARE(transcript->grab().toImage(), shown); // it was this word already
            }
        }
    }

    void aRightClickOffersWhatCanBeDoneToTheWord()
    {
        const std::size_t count = document().words().texts.size();
        QStringList texts;
        inMenuAt(placeOf(m_words, 2), [&](QMenu& menu) {
            for (const QAction* entry : menu.actions())
                texts << entry->text().remove(QLatin1Char('&'));
            picture(menu, "word-menu");
        });
        for (const char* text :
             {"Play", "Edit the text…", "Split at the playhead", "Merge with the next", "Copy", "Delete"})
            QVERIFY2(texts.contains(QString::fromUtf8(text)), text);
        QCOMPARE(m_words->selected(), std::vector<std::size_t>{2});
        choose(placeOf(m_words, 2), QStringLiteral("Delete"));
        QCOMPARE(document().words().texts.size(), count - 1);
        undoAll();
        choose(placeOf(m_words, 3), QStringLiteral("Edit the text…"));
        QVERIFY(openField());
        QCOMPARE(openField()->text().toStdString(), document().words().texts[3]);
        QTest::keyClick(openField(), Qt::Key_Escape);

        const std::size_t word = longestOf(5);
        choose(placeOf(m_words, word), QStringLiteral("Split at the playhead")); // where the click was
        QCOMPARE(document().words().texts.size(), count + 1);
        undoAll();
        choose(placeOf(m_words, word), QStringLiteral("Play"));
        QVERIFY(player().isPlaying());
        QTRY_VERIFY(!player().isPlaying());
        QCOMPARE(player().position(), document().words().intervals[word].end);
    }

    void aRightClickAmongSelectedWordsLeavesThemSelected()
    {
        QTest::mouseClick(m_view, Qt::LeftButton, {}, placeOf(m_words, 1));
        QTest::mouseClick(m_view, Qt::LeftButton, Qt::ControlModifier, placeOf(m_words, 3));
        const std::size_t count = document().words().texts.size();
        choose(placeOf(m_words, 3), QStringLiteral("Delete"));
        QCOMPARE(document().words().texts.size(), count - 2);
    }

    void aRightClickOnASegmentGivesAValue()
    {
        inMenuAt(placeOf(m_labels, 0), [&](QMenu& menu) {
            QMenu* values = nullptr;
            for (const QAction* entry : menu.actions())
                values = entry->menu() ? entry->menu() : values;
            QVERIFY(values);
            menu.setActiveAction(values->menuAction());
            QTest::keyClick(&menu, Qt::Key_Right);
            picture(*values, "segment-values");
            support::clickEntry(*values, values->actions().at(0));
        });
        QCOMPARE(document().labels().rows.features.at(0, 0), -3.0F);
    }

    void theMenuKeyAsksForTheWordUnderThePlayhead()
    {
        QTest::mouseClick(m_view, Qt::LeftButton, {}, placeOf(m_words, 4));
        bool isThere = false;
        QTimer::singleShot(0, this, [&] {
            isThere = qobject_cast<QMenu*>(QApplication::activePopupWidget()) != nullptr;
            while (QWidget* open = QApplication::activePopupWidget())
                open->close();
        });
        QContextMenuEvent event(QContextMenuEvent::Keyboard, m_view->rect().center());
        QApplication::sendEvent(m_view, &event);
        QVERIFY(isThere);
        QCOMPARE(m_words->selected(), std::vector<std::size_t>{4});
    }

    void thePredictionStaysWithTheSegmentThatWasPlayed()
    {
        const auto& segments = document().labels().rows.intervals;
        std::size_t played = 0; // one that the next one touches, if there is
        for (std::size_t i = 0; i + 1 < segments.size(); ++i) {
            if (segments[i].end == segments[i + 1].start)
                played = i;
        }
        player().seek(segments[played].end - 0.1);
        QCOMPARE(session().document().attention().segment(), std::optional(played));
        player().setRate(4.0);
        QTest::keyClick(m_view, Qt::Key_Space, Qt::ShiftModifier);
        QTRY_VERIFY(!player().isPlaying());
        QCOMPARE(player().position(), segments[played].end);
        QCOMPARE(session().document().attention().segment(), std::optional(played));
        QVERIFY(m_labels->part(played).isCurrent);
        QTest::keyClick(m_view, Qt::Key_7); // keys label what is shown
        QCOMPARE(document().labels().rows.features.at(played, 0), 3.0F);
        if (played + 1 < segments.size()) { // the next one is the next of the one that was played
            QTest::keyClick(m_view, Qt::Key_Right, Qt::AltModifier);
            QCOMPARE(session().document().attention().segment(), std::optional(played + 1));
        }
    }

    void playingOnLeavesTheSegment()
    {
        const engine::Interval segment = document().labels().rows.intervals[0];
        player().seek(segment.end - 0.05);
        QTest::keyClick(m_view, Qt::Key_Space, Qt::ShiftModifier);
        QTRY_VERIFY(!player().isPlaying());
        QCOMPARE(session().document().attention().segment(), std::optional(std::size_t{0}));
        player().seek(segment.end);
        QVERIFY(session().document().attention().segment() != std::optional(std::size_t{0}));
    }

    void aDragShowsTheSegmentOfItsWord()
    {
        const auto last = document().labels().ids.size() - 1;
        player().seek(document().labels().rows.intervals[last].start + 0.1);
        QCOMPARE(session().document().attention().segment(), std::optional(last));
        const auto [first, end] = document().wordsOfSegment(0);
        std::size_t word = first;
        for (std::size_t i = first; i < end; ++i) {
            if (document().words().intervals[i].length() > document().words().intervals[word].length())
                word = i;
        }
        m_view->zoomTo(document().words().intervals[word]);
        const QRect area = m_view->areaOf(m_words);
        const QPoint edge(
            area.left()
                + static_cast<int>(std::lround(m_view->scale().x(document().words().intervals[word].end))),
            area.top() + area.height() / 3);
        QTest::mousePress(m_view, Qt::LeftButton, {}, edge);
        for (int step = 1; step <= 10; ++step)
            QTest::mouseMove(m_view, edge - QPoint(step * 4, 0));
        QCOMPARE(session().document().attention().segment(), std::optional(std::size_t{0}));
        QTest::mouseRelease(m_view, Qt::LeftButton, {}, edge - QPoint(40, 0));
        QCOMPARE(session().document().attention().segment(), std::optional(std::size_t{0}));
        QVERIFY(settle());
        picture(window(), "dragged-elsewhere");
        QTest::keyClick(m_view, Qt::Key_Right); // the person goes on from the playhead
        QCOMPARE(session().document().attention().segment(), std::optional(last));
    }

    void aLowTimelineIsScrolledToTheTierInHand()
    {
        auto* bar = find<QScrollBar>("trackScrollBar");
        QTest::mouseClick(m_view, Qt::LeftButton, {}, placeOf(m_words, 0));
        window().resizeDocks({find<QDockWidget>("timelineDock")}, {260}, Qt::Vertical);
        QTRY_VERIFY(bar->isVisible());
        m_view->scrollRows(0);
        QCOMPARE(m_view->areaOf(m_labels).bottom(), m_view->trackArea().bottom()); // it stays in sight
        QVERIFY(m_view->areaOf(m_words).height() >= m_words->minimumHeight());
        QTest::keyClick(m_view, Qt::Key_Down);
        QCOMPARE(m_panel->hand().tier(), kLabelsTier);
        QVERIFY(m_view->trackArea().contains(m_view->areaOf(m_labels).adjusted(1, 0, -1, 0)));
        QVERIFY(settle());
        picture(window(), "low-timeline");
        const float before = document().labels().rows.features.at(0, 0);
        doubleClick(m_labels, 0); // the field lies over the segment
        QVERIFY(openField());
        QVERIFY(m_view->areaOf(m_labels).contains(openField()->geometry().topLeft()));
        QTest::keyClick(openField(), Qt::Key_Escape);
        QCOMPARE(document().labels().rows.features.at(0, 0), before);
    }

private:
    QPoint placeOf(const widgets::IntervalTrack* track, std::size_t index)
    {
        const engine::Interval span = document().spans(track == m_words ? kWordsTier : kLabelsTier).at(index);
        const QRect area = m_view->areaOf(track);
        const double x = m_view->scale().x((span.start + span.end) / 2);
        return {area.left() + static_cast<int>(std::lround(x)), area.top() + area.height() / 3};
    }
    void doubleClick(const widgets::IntervalTrack* track, std::size_t index)
    {
        QTest::mouseClick(m_view, Qt::LeftButton, {}, placeOf(track, index));
        QTest::mouseDClick(m_view, Qt::LeftButton, {}, placeOf(track, index));
    }
    /// The field in which a text or value is typed; null: none is open.
    QLineEdit* openField()
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        auto* field = m_view->findChild<QLineEdit*>(QStringLiteral("wordText"));
        return field && field->isVisible() && field->hasFocus() ? field : nullptr;
    }
    engine::Interval widestGap()
    {
        const auto& words = document().words().intervals;
        engine::Interval widest{0.0, words.front().start};
        for (std::size_t i = 1; i < words.size(); ++i) {
            if (words[i].start - words[i - 1].end > widest.length())
                widest = {words[i - 1].end, words[i].start};
        }
        return widest;
    }
    /// Among the first words.
    std::size_t longestOf(std::size_t count)
    {
        const auto& words = document().words().intervals;
        return static_cast<std::size_t>(
            std::max_element(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count),
                             [](const auto& a, const auto& b) { return a.length() < b.length(); })
            - words.begin());
    }
    template <typename Act>
    void inMenuAt(QPoint place, const Act& act)
    {
        QTimer::singleShot(0, this, [&] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            if (menu)
                act(*menu);
            while (QWidget* open = QApplication::activePopupWidget())
                open->close();
            QVERIFY(menu);
        });
        QTest::mousePress(m_view, Qt::RightButton, {}, place);
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, m_view->mapToGlobal(place));
        QApplication::sendEvent(m_view, &event);
        QTest::mouseRelease(m_view, Qt::RightButton, {}, place);
    }
    void choose(QPoint place, const QString& text)
    {
        inMenuAt(place, [&](QMenu& menu) {
            for (QAction* entry : menu.actions()) {
                if (entry->text().remove(QLatin1Char('&')) == text) {
                    support::clickEntry(menu, entry);
                    return;
                }
            }
            QFAIL(qPrintable(text));
        });
    }

    widgets::TimelineView* m_view = nullptr;
    widgets::WordsTrack* m_words = nullptr;
    widgets::LabelsTrack* m_labels = nullptr;
    app::TimelinePanel* m_panel = nullptr;
};

WINDOW_TEST_MAIN(SegmentMouseTest)

#include "tst_segment_mouse.moc"
