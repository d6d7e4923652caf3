#include "app/timeline/tier_in_hand.h"
#include "app/timeline/timeline_panel.h"
#include "app/video/video_opener.h"
#include "engine/annotation/tier_edits.h"
#include "widgets/notices/notice_box.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/labels_track.h"

#include <QScrollArea>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include "tests/support/dialogs.h"
#include "tests/support/pointer.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

using app::kLabelsTier;

/// What digits label can be seen: the track of the labels, or of the tier in hand, in windows of any size and
/// wherever the tracks are scrolled to.
class LabelsInSightTest : public WindowTest {
    Q_OBJECT

private slots:
    void init()
    {
        m_real.reset();
        IsolatedHome::forgetProjects();
    }
    void cleanup() { m_real.reset(); }

    void theLabelsAreInSightInWindowsOfAnySize()
    {
        open();
        for (const QSize size : {QSize(1280, 720), QSize(1366, 768), QSize(1920, 1080)}) {
            window().resize(size);
            for (const char* mode : {"preset-align", "preset-transcribe", "preset-explore"}) {
                action(mode)->trigger();
                QVERIFY(settle());
                QTest::qWait(50); // docks are laid out a moment later
                QVERIFY2(isInSight(m_labels), mode);
                QVERIFY2(panelFits(), mode);
            }
            picture(window(), qPrintable(QStringLiteral("labels-in-sight-%1").arg(size.width())), 300);
        }
    }

    /// What is said of a digit does not lie over the segments that are labelled.
    void noticesLeaveTheLabelsInSight()
    {
        open();
        window().resize(1280, 620); // so that the labels are at the bottom
        action("preset-explore")->trigger();
        QVERIFY(settle());
        document().notices().say(QStringLiteral("Something happened."));
        auto* box = window().findChild<widgets::NoticeBox*>();
        QTRY_VERIFY(box && box->isVisible());
        const auto& view = *find<widgets::TimelineView>("timeline");
        QVERIFY(view.pinnedTrack());
        const QRect row = view.areaOf(view.pinnedTrack()).translated(view.mapTo(&window(), QPoint()));
        QVERIFY(row.bottom() > window().height() - 100);
        QVERIFY(!row.intersects(box->geometry()));
        picture(window(), "labels-in-sight-notice");
    }

    void whyBeginsAboveTheFold()
    {
        open();
        window().resize(1366, 768);
        action("preset-explore")->trigger();
        player().seek(5.0);
        QVERIFY(settle());
        auto* why = find<QWidget>("interactionView");
        QTRY_VERIFY(why->isVisible());
        QTRY_VERIFY(!why->visibleRegion().isEmpty());
        const QScrollArea* area = nullptr;
        for (QWidget* above = why; above && !area; above = above->parentWidget())
            area = qobject_cast<QScrollArea*>(above);
        QVERIFY(area);
        QVERIFY(why->mapTo(area->viewport(), QPoint()).y() < area->viewport()->height() * 2 / 3);
        picture(window(), "why-1366", 300);
    }

    /// Column, value, unit and time of a feature, read off by the pointer; a head says all of its text.
    void aFeatureUnderThePointerIsReadOff()
    {
        open();
        const widgets::Track* pitch = trackCalled(QStringLiteral("f0_hz"));
        QVERIFY(pitch);
        QCOMPARE(pitch->headTip().section(QLatin1Char('\n'), 0, 0), QStringLiteral("f0_hz"));
        QVERIFY(pitch->headTip().contains(pitch->subtitle()));
        // Beside the pointer's line at 1 s, where the note is while the pointer is there.
        const auto paintedFrom = [&](double seconds) {
            const QRect row = m_view->areaOf(pitch); // which moves while other tracks come
            const auto column = [&](double s) { return row.left() + static_cast<int>(m_view->scale().x(s)); };
            const bool isThere = support::pointAt(*m_view, QPoint(column(seconds), row.center().y()));
            const QRect beside(column(1.0) + 12, row.top(), 40, row.height());
            return isThere ? m_view->grab().toImage().copy(beside) : QImage();
        };
        QTRY_VERIFY(paintedFrom(1.0) != paintedFrom(5.0)); // its rows are read meanwhile
        picture(window(), "feature-read-off", 300);
    }

    void theTierInHandStaysInSight()
    {
        open();
        addTiers(14);
        window().resize(1280, 720);
        QVERIFY(settle());
        auto& hand = find<app::TimelinePanel>("timelinePanel")->hand();
        m_view->setFocus();
        turnWheel(-20); // to the last tier
        QVERIFY(isInSight(m_labels));
        QVERIFY(m_view->areaOf(m_labels).top() == m_view->trackArea().top());
        picture(window(), "labels-pinned-above", 300);
        // What lies on top receives the mouse.
        const QPoint onLabels(m_view->trackArea().left() + static_cast<int>(m_view->scale().x(4.0)),
                              m_view->areaOf(m_labels).center().y());
        QTest::mouseClick(m_view, Qt::LeftButton, {}, onLabels);
        QCOMPARE(hand.tier(), kLabelsTier);
        QCOMPARE(m_labels->selected(), std::vector<std::size_t>{1});
        // A click on a head takes its tier in hand; then that one stays.
        const widgets::Track* last = m_view->shownTracks().back();
        const widgets::Track* tier = trackCalled(QStringLiteral("own 14"));
        QVERIFY(isInSight(tier));
        QTest::mouseClick(m_view, Qt::LeftButton, {}, QPoint(60, m_view->areaOf(tier).center().y()));
        QCOMPARE(hand.tier(), std::string("own 14"));
        turnWheel(20);
        QVERIFY(isInSight(tier));
        QVERIFY(m_view->areaOf(tier).bottom() == m_view->trackArea().bottom());
        QVERIFY(!isInSight(last) || last == tier);
        picture(window(), "tier-pinned-below", 300);
        // Going to another one by keys brings it into sight, and not under the one that stays.
        m_view->setFocus();
        for (int step = 0; step < 14; ++step)
            QTest::keyClick(m_view, Qt::Key_Up);
        QCOMPARE(hand.tier(), kLabelsTier);
        QVERIFY(isInSight(m_labels));
    }

    void howFarTracksAreScrolledIsKeptForEachVideo()
    {
        open();
        addTiers(10);
        QVERIFY(goTo(QStringLiteral("ada_2")));
        addTiers(10);
        window().resize(1280, 720);
        QVERIFY(settle());
        turnWheel(-20);
        const int far = m_view->scrolledRows();
        QVERIFY(far > 40);
        QVERIFY(goTo(QStringLiteral("ada_1")));
        turnWheel(20);
        turnWheel(-1);
        const int near = m_view->scrolledRows();
        QVERIFY(near > 0 && near < far);
        QVERIFY(goTo(QStringLiteral("ada_2")));
        QCOMPARE(m_view->scrolledRows(), far);
        QVERIFY(goTo(QStringLiteral("ada_1")));
        QCOMPARE(m_view->scrolledRows(), near);
        QTRY_VERIFY(document().annotation().item("layout", "scroll"));
        QTest::qWait(400); // it is noted a moment later
        open();
        window().resize(1280, 720);
        QVERIFY(settle());
        QCOMPARE(document().video().id, QStringLiteral("ada_1"));
        QCOMPARE(m_view->scrolledRows(), near);
        QVERIFY(goTo(QStringLiteral("ada_2")));
        QCOMPARE(m_view->scrolledRows(), far);
    }

    void aDigitWithoutSegmentsLeadsToThem()
    {
        const QTemporaryDir folder;
        const auto talk = std::filesystem::path(folder.path().toStdString()) / "talk.mp4";
        std::filesystem::copy_file(std::filesystem::path(DEMO) / "media" / "ada_1.mp4", talk);
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
        QVERIFY(dropFiles(window(), {QString::fromStdString(talk.string())}));
        QTRY_VERIFY(document().hasVideo());
        QVERIFY(settle());
        find<widgets::TimelineView>("timeline")->setFocus();
        QTest::keyClick(&window(), Qt::Key_5);
        QTRY_VERIFY(window().findChild<widgets::NoticeBox*>());
        auto* box = window().findChild<widgets::NoticeBox*>();
        picture(window(), "digit-without-segments", 300);
        const auto buttons = box->findChildren<QAbstractButton*>();
        const auto make = std::ranges::find_if(buttons, [](const QAbstractButton* button) {
            return button->text().startsWith(QStringLiteral("Make labelled"));
        });
        QVERIFY(make != buttons.end());
        const NextDialog next([](QDialog* dialog) {
            QCOMPARE(dialog->windowTitle(), QStringLiteral("Make labelled segments"));
        });
        QTest::mouseClick(*make, Qt::LeftButton);
        QVERIFY(next.wasThere());
    }

private:
    void open()
    {
        m_real.reset();
        QVERIFY(openDemo());
        m_view = find<widgets::TimelineView>("timeline");
        m_labels = find<widgets::LabelsTrack>("labelsTrack");
        QVERIFY(settle());
    }
    bool goTo(const QString& video)
    {
        session().videos().open(video);
        return QTest::qWaitFor([&] { return document().hasVideo() && document().video().id == video; },
                               support::kPatience)
            && settle();
    }
    /// Tiers of the video in sight: `own 1`, ….
    void addTiers(int count)
    {
        for (int i = 1; i <= count; ++i) {
            engine::Tier tier;
            tier.video = document().video().id.toStdString();
            tier.name = "own " + std::to_string(i);
            session().editor().edit(QStringLiteral("tier"), [&](const engine::Annotation& annotation) {
                return engine::addTier(annotation, tier);
            });
        }
    }
    const widgets::Track* trackCalled(const QString& title) const
    {
        const auto tracks = m_view->shownTracks();
        const auto found = std::ranges::find_if(
            tracks, [&](const widgets::Track* track) { return track->title() == title; });
        return found == tracks.end() ? nullptr : *found;
    }
    bool isInSight(const widgets::Track* track) const
    {
        const QRect row = m_view->areaOf(track);
        return row.height() >= 20 && m_view->trackArea().contains(row);
    }
    /// Whether nothing of the panel in front is cut at its right.
    bool panelFits()
    {
        for (const auto* area : window().findChildren<QScrollArea*>()) {
            if (!area->isVisible() || !area->widget() || !area->widget()->isVisible())
                continue;
            if (area->widget()->width() > area->viewport()->width()) {
                for (const QWidget* child : area->widget()->findChildren<QWidget*>()) {
                    if (child->isVisible()
                        && child->minimumSizeHint().width() > area->viewport()->width() - 40)
                        qWarning() << area->widget() << area->viewport()->width() << child
                                   << child->minimumSizeHint();
                }
                return false;
            }
        }
        return true;
    }
    /// Over the heads. @param notches  below 0: down
    void turnWheel(int notches)
    {
        const QPointF heads(60, m_view->trackArea().center().y());
        QWheelEvent event(heads, m_view->mapToGlobal(heads), {}, {0, 120 * notches}, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_view, &event);
    }

    widgets::TimelineView* m_view = nullptr;
    widgets::LabelsTrack* m_labels = nullptr;
};

WINDOW_TEST_MAIN(LabelsInSightTest)
#include "tst_labels_in_sight.moc"
