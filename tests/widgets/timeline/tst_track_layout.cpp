#include "widgets/timeline/head_signs.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/timeline/track_order.h"

#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

#include "tests/support/waiting.h"

using namespace widgets;

namespace {

class PlainTrack : public Track {
public:
    explicit PlainTrack(const char* name) { setObjectName(QLatin1String(name)); }
    QString title() const override { return objectName(); }
    QColor colour(const Theme& theme) const override { return theme.text; }
    int minimumHeight() const override { return 40; }
    bool isEditable() const override { return true; }
    void paint(TrackCanvas&) const override { }
};

}

class TrackLayoutTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_view = std::make_unique<TimelineView>();
        for (const char* name : {"a", "b", "c"})
            m_view->addTrack(new PlainTrack(name));
        m_view->resize(900, 400);
        m_view->setDuration(10);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get(), support::kPatience));
        connect(m_view.get(), &TimelineView::layoutWished, m_view.get(),
                &TimelineView::setTrackLayout); // as the document does
        connect(m_view.get(), &TimelineView::layoutWished, this,
                [this](const TrackLayout& layout) { m_wished = layout; });
    }

    void theOrderIsThatOfTheLayout()
    {
        m_view->setTrackLayout({{QStringLiteral("c")}, {QStringLiteral("a")}});
        QCOMPARE(order(), QStringLiteral("cab")); // b follows a, as it was added after it
        m_view->setTrackLayout(
            {{QStringLiteral("c")}, {QStringLiteral("gone")}, {QStringLiteral("b")}, {QStringLiteral("a")}});
        QCOMPARE(order(), QStringLiteral("cba"));
    }

    /// The head of a group takes along what it leads, wherever that was added.
    void aGroupMovesWithItsHead()
    {
        for (const char* name : {"K", "k", "M", "m", "n"}) { // K leads k, M leads m and n
            auto* track = new PlainTrack(name);
            const QString head = track->objectName().toUpper() == QLatin1String("K") ? QStringLiteral("K")
                                                                                     : QStringLiteral("M");
            track->setLeader(track->objectName() == head ? QString() : head);
            m_view->addTrack(track);
        }
        m_view->resize(900, 700);
        QCOMPARE(order(), QStringLiteral("abcKkMmn"));
        drag(middle(5), middle(3) - QPoint(0, 15));
        QCOMPARE(order(), QStringLiteral("abcMmnKk"));
        drag(middle(6), middle(7) + QPoint(0, 15)); // within the group
        QCOMPARE(order(), QStringLiteral("abcMnmKk"));
        drag(middle(4), middle(0)); // a row of a group stays in it
        QCOMPARE(order(), QStringLiteral("abcMnmKk"));
        drag(middle(0), middle(6)); // what stands for itself passes a group as a whole
        QCOMPARE(order(), QStringLiteral("bcMnmaKk"));
        drag(middle(0), middle(7) - QPoint(0, 15));
        QCOMPARE(order(), QStringLiteral("bcaMnmKk"));
        trigger(5, QStringLiteral("Move &up"));
        QCOMPARE(order(), QStringLiteral("bcMnmaKk"));
        QMenu menu; // n is the first of its group
        m_view->fillHeadMenu(menu, m_view->tracks()[7]);
        QStringList offered;
        for (const QAction* action : menu.actions())
            offered << action->text();
        QVERIFY(offered.contains(QStringLiteral("Move &down")));
        QVERIFY(!offered.contains(QStringLiteral("Move &up")));
        const TrackLayout kept = m_wished;
        m_view->setTrackLayout({});
        QCOMPARE(order(), QStringLiteral("abcKkMmn"));
        m_view->setTrackLayout(kept);
        QCOMPARE(order(), QStringLiteral("bcMnmaKk"));
    }

    /// Tracks that say nothing belong to who is in hand.
    void theRestHasALeader()
    {
        for (const char* name : {"K", "M"}) {
            auto* head = new PlainTrack(name);
            head->setLeader({});
            m_view->addTrack(head);
        }
        m_view->resize(900, 700);
        m_view->setLeaderOfRest(QStringLiteral("M"));
        QCOMPARE(order(), QStringLiteral("KMabc"));
        drag(middle(4), middle(3) - QPoint(0, 15));
        QCOMPARE(order(), QStringLiteral("MabcK"));
        m_view->setLeaderOfRest(QStringLiteral("K")); // another is in hand: the heads stay where they are
        QCOMPARE(order(), QStringLiteral("MKabc"));
    }

    void hiddenTracksTakeNoRoomAndHeightsAreKept()
    {
        m_view->setTrackLayout({{QStringLiteral("b"), true}, {QStringLiteral("c"), false, 100}});
        QVERIFY(m_view->areaOf(m_view->tracks()[1]).isEmpty());
        QCOMPARE(m_view->areaOf(m_view->tracks()[2]).height(), 100);
        QCOMPARE(order(), QStringLiteral("ac"));
    }

    void aBorderIsDraggedByMouse()
    {
        const QRect before = m_view->areaOf(m_view->tracks()[0]);
        QSignalSpy released(m_view.get(), &TimelineView::layoutReleased);
        drag(QPoint(60, before.bottom()), QPoint(60, before.bottom() - 50));
        QCOMPARE(m_view->areaOf(m_view->tracks()[0]).height(), before.height() - 50);
        QCOMPARE(released.count(), 1);
    }

    void aHeadIsDraggedByMouse()
    {
        drag(middle(0), middle(2) + QPoint(0, 20));
        QCOMPARE(order(), QStringLiteral("bca"));
        drag(middle(0), m_view->areaOf(m_view->tracks()[1]).center() - QPoint(400, 20));
        QCOMPARE(order(), QStringLiteral("abc"));
    }

    void theMenuHidesMovesAndShows()
    {
        trigger(0, QStringLiteral("&Hide a"));
        QCOMPARE(order(), QStringLiteral("bc"));
        trigger(1, QStringLiteral("Show a"));
        QCOMPARE(order(), QStringLiteral("abc"));
        trigger(0, QStringLiteral("Move &down"));
        QCOMPARE(order(), QStringLiteral("bac"));
        trigger(2, QStringLiteral("Move &up"));
        QCOMPARE(order(), QStringLiteral("bca"));
        trigger(2, QStringLiteral("&All tracks as they were at first"));
        QCOMPARE(order(), QStringLiteral("abc"));
    }

    void soloShowsOnlyThatTrackUntilItIsLeft()
    {
        m_view->setTrackLayout({{QStringLiteral("a")}, {QStringLiteral("b"), true}, {QStringLiteral("c")}});
        trigger(0, QStringLiteral("&Solo: show only this"));
        QCOMPARE(order(), QStringLiteral("a"));
        trigger(0, QStringLiteral("&Solo: show only this"));
        QCOMPARE(order(), QStringLiteral("ac")); // b is hidden as it was
    }

    void lockAndColourReachTheTrackAndItsHead()
    {
        Track* track = m_view->tracks()[0];
        const QColor before = m_view->grab().toImage().pixelColor(11, middle(0).y());
        trigger(0, QStringLiteral("&Lock: no edits"));
        QVERIFY(track->isLocked());
        QVERIFY(!m_view->tracks()[1]->isLocked());
        QMenu menu;
        m_view->fillHeadMenu(menu, track);
        QMenu* colours = nullptr;
        for (QAction* action : menu.actions())
            colours = action->menu() ? action->menu() : colours;
        QVERIFY(colours);
        QCOMPARE(colours->actions().size(), Theme::kTrackColours + 1);
        colours->actions().at(5)->trigger();
        const Theme& theme = themeOf(m_view->palette());
        QCOMPARE(track->shownColour(theme), theme.trackColour(5));
        QCOMPARE(m_view->grab().toImage().pixelColor(11, middle(0).y()), theme.trackColour(5));
        QVERIFY(before != theme.trackColour(5));
        QVERIFY(track->isLocked()); // still
        trigger(0, QStringLiteral("&Lock: no edits"));
        QVERIFY(!track->isLocked());
    }

    void aClickOnASignDoesWhatItSays()
    {
        Track* track = m_view->tracks()[0];
        click(0, HeadSign::Lock);
        QVERIFY(track->isLocked());
        click(0, HeadSign::Lock);
        QVERIFY(!track->isLocked());
        click(1, HeadSign::Solo);
        QCOMPARE(order(), QStringLiteral("b"));
        click(1, HeadSign::Solo);
        QCOMPARE(order(), QStringLiteral("abc"));
        click(1, HeadSign::Hide);
        QCOMPARE(order(), QStringLiteral("ac"));
        trigger(0, QStringLiteral("Show b"));
        QCOMPARE(order(), QStringLiteral("abc"));
    }

    void aSoloTrackCanBeHidden()
    {
        click(1, HeadSign::Solo);
        click(1, HeadSign::Hide);
        QCOMPARE(order(), QStringLiteral("ac"));
    }

    void aDoubleClickOnAHeadEnlargesTheTrackAndGivesItBack()
    {
        m_view->setTrackLayout({{QStringLiteral("b"), false, 70}});
        const int before = m_view->areaOf(m_view->tracks()[1]).height();
        QCOMPARE(before, 70);
        doubleClick(middle(1));
        QVERIFY(m_view->areaOf(m_view->tracks()[1]).height() >= m_view->trackArea().height() / 2);
        doubleClick(middle(1));
        QCOMPARE(m_view->areaOf(m_view->tracks()[1]).height(), before);
        doubleClick(middle(0)); // one whose height the view decides
        QVERIFY(m_view->areaOf(m_view->tracks()[0]).height() >= m_view->trackArea().height() / 2);
        doubleClick(middle(0));
        QCOMPARE(placeOf(m_view->tracks()[0], m_wished).height, 0);
    }

    void tracksKeepTheirLeastHeightAndAreScrolled()
    {
        auto* bar = m_view->findChild<QScrollBar*>(QStringLiteral("trackScrollBar"));
        QVERIFY(!bar->isVisible());
        const int wide = m_view->trackArea().width();
        m_view->resize(900, 134); // room for 100 pixels of three times 40
        QVERIFY(bar->isVisible());
        QVERIFY(m_view->trackArea().width() < wide);
        QVERIFY(std::abs(m_view->scale().x(10.0) - m_view->trackArea().width()) < 1); // still the whole file
        for (const Track* track : m_view->tracks())
            QCOMPARE(m_view->areaOf(track).height(), 40);
        const QImage before = m_view->grab().toImage();

        wheel(QPointF(60, 60), -120);
        QCOMPARE(m_view->areaOf(m_view->tracks()[2]).bottom(), m_view->trackArea().bottom());
        QCOMPARE(bar->value(), bar->maximum());
        const QImage after = m_view->grab().toImage();
        const QRect ruler(0, 0, m_view->width() - 12, TimelineAreas::kRulerHeight);
        QCOMPARE(after.copy(ruler), before.copy(ruler)); // stays
        QVERIFY(after.copy(0, 24, 190, 90) != before.copy(0, 24, 190, 90)); // heads go with their tracks

        const TimeScale scale = m_view->scale();
        wheel(QPointF(500, 60), 120, Qt::ShiftModifier);
        QCOMPARE(m_view->areaOf(m_view->tracks()[0]).top(), m_view->trackArea().top());
        QCOMPARE(m_view->scale(), scale);
        m_view->ensureVisible(m_view->tracks()[2]);
        QCOMPARE(m_view->areaOf(m_view->tracks()[2]).bottom(), m_view->trackArea().bottom());
        m_view->ensureVisible(m_view->tracks()[0]);
        QCOMPARE(m_view->areaOf(m_view->tracks()[0]).top(), m_view->trackArea().top());

        m_view->resize(900, 400);
        QVERIFY(!bar->isVisible());
        QCOMPARE(m_view->trackArea().width(), wide);
        QCOMPARE(m_view->areaOf(m_view->tracks()[0]).top(), m_view->trackArea().top());
    }

    void nothingBehindTheRulerIsHit()
    {
        m_view->resize(900, 134);
        m_view->scrollRows(30);
        const QRect first = m_view->areaOf(m_view->tracks()[0]);
        QVERIFY(first.top() < TimelineAreas::kRulerHeight);
        QSignalSpy wishes(m_view.get(), &TimelineView::layoutWished);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {m_view->trackArea().left() - 14, 12});
        QCOMPARE(wishes.count(), 0);
        QSignalSpy seeks(m_view.get(), &TimelineView::seekRequested);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {m_view->trackArea().left() + 100, 12});
        QCOMPARE(seeks.count(), 1);
    }

    void whatOtherVideosHadIsKept()
    {
        const TrackLayout layout{{QStringLiteral("other"), true, 30}, {QStringLiteral("b"), false, 50}};
        const TrackLayout all = completed(m_view->tracks(), layout);
        QCOMPARE(all.size(), std::size_t{4});
        QCOMPARE(all.back(), layout.front());
    }

private:
    QString order() const
    {
        std::vector<Track*> shown;
        for (Track* track : m_view->tracks()) {
            if (!m_view->areaOf(track).isEmpty())
                shown.push_back(track);
        }
        std::sort(shown.begin(), shown.end(),
                  [this](Track* a, Track* b) { return m_view->areaOf(a).top() < m_view->areaOf(b).top(); });
        QString names;
        for (const Track* track : shown)
            names += track->objectName();
        return names;
    }
    /// Of the head of track number `index`, as they were added.
    QPoint middle(std::size_t index) const
    {
        return {60, m_view->areaOf(m_view->tracks()[index]).center().y()};
    }

    void click(std::size_t track, HeadSign sign)
    {
        Track* clicked = m_view->tracks()[track];
        const QRect area = m_view->areaOf(clicked);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {},
                          placeOfSign({clicked, area.top(), area.height()}, sign).center());
    }
    void doubleClick(QPoint place)
    {
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, place);
    }
    void wheel(QPointF place, int angle, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(place, m_view->mapToGlobal(place), {}, {0, angle}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_view.get(), &event);
    }

    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= 20; ++step)
            QTest::mouseMove(m_view.get(), from + (to - from) * step / 20);
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, to);
    }

    void trigger(std::size_t track, const QString& text)
    {
        QMenu menu;
        m_view->fillHeadMenu(menu, m_view->tracks()[track]);
        for (QAction* action : menu.actions()) {
            if (action->text() == text) {
                action->trigger();
                return;
            }
        }
        QFAIL(qPrintable(text));
    }

    std::unique_ptr<TimelineView> m_view;
    TrackLayout m_wished; ///< the last one
};

QTEST_MAIN(TrackLayoutTest)
#include "tst_track_layout.moc"
