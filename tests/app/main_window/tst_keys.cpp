#include "widgets/library/library_panel.h"
#include "widgets/timeline/timeline_view.h"

#include <QLineEdit>
#include <QTest>

#include <cmath>

#include "tests/support/real_window.h"

/// The keyboard map, pressed in the real window.
class KeysTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_real = std::make_unique<RealWindow>();
        QVERIFY2(m_real->openDemo(), qPrintable(m_real->session().unsettled()));
        m_view = m_real->find<widgets::TimelineView>("timeline");
    }
    void cleanupTestCase() { m_real.reset(); }
    void init()
    {
        m_view->setFocus();
        player().pause();
        player().seek(4.0);
        QVERIFY(m_real->settle());
    }

    void spacePlaysAndPauses()
    {
        press(Qt::Key_Space);
        QVERIFY(player().isPlaying());
        press(Qt::Key_Space);
        QVERIFY(!player().isPlaying());
    }

    void stepsAndWalks_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<double>("expected");
        const int none = Qt::NoModifier;
        const int shift = Qt::ShiftModifier;
        QTest::newRow("one frame forward") << int(Qt::Key_Right) << none << 4.04;
        QTest::newRow("one frame back") << int(Qt::Key_Left) << none << 3.96;
        QTest::newRow("one second forward") << int(Qt::Key_Right) << shift << 5.0;
        QTest::newRow("one second back") << int(Qt::Key_Left) << shift << 3.0;
        QTest::newRow("start") << int(Qt::Key_Home) << none << 0.0;
    }
    void stepsAndWalks()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        QFETCH(double, expected);
        press(static_cast<Qt::Key>(key), static_cast<Qt::KeyboardModifiers>(modifiers));
        QVERIFY2(std::abs(player().position() - expected) < 1e-6,
                 qPrintable(QString::number(player().position())));
    }

    void altArrowsWalkSegmentsAndCtrlArrowsWordEdges()
    {
        const auto& segments = m_real->session().document().video().labels.intervals;
        player().seek(0.0);
        press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(player().position(), segments.front().start);
        press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(player().position(), segments[1].start);
        press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(player().position(), segments.front().start);
        const engine::Interval word = m_real->session().document().words().intervals.front();
        player().seek(word.start);
        press(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(player().position(), word.end);
    }

    void zoomsAroundThePlayheadAndBack()
    {
        press(Qt::Key_Z, Qt::ShiftModifier);
        const double whole = m_view->scale().pixelsPerSecond;
        const double x = m_view->scale().x(4.0);
        press(Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(m_view->scale().pixelsPerSecond > whole * 1.3);
        QVERIFY(std::abs(m_view->scale().x(4.0) - x) < 1.0);
        press(Qt::Key_Z);
        const auto segment = m_real->session()
                                 .document()
                                 .video()
                                 .labels.intervals[*m_real->session().document().segmentAt(4.0)];
        QVERIFY(m_view->scale().x(segment.start) > 0);
        QVERIFY(m_view->scale().x(segment.end) < m_view->trackArea().width());
        press(Qt::Key_Z, Qt::ShiftModifier);
        QVERIFY(std::abs(m_view->scale().pixelsPerSecond - whole) < 1e-6);
    }

    void lettersTypedIntoTheSearchStayThere()
    {
        press(Qt::Key_F, Qt::ControlModifier);
        auto* search = m_real->find<QLineEdit>("librarySearch");
        QVERIFY(search->hasFocus());
        const bool following = m_view->isFollowing();
        QTest::keyClicks(search, QStringLiteral("f l"));
        QCOMPARE(search->text(), QStringLiteral("f l"));
        QCOMPARE(m_view->isFollowing(), following);
        QVERIFY(!player().isPlaying());
        search->clear();
    }

    void ctrlDownOpensTheNextVideo()
    {
        press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(m_real->session().currentVideo(), QStringLiteral("ada_2"));
        QVERIFY(m_real->settle());
        QCOMPARE(m_real->session().document().video().id, QStringLiteral("ada_2"));
        press(Qt::Key_Up, Qt::ControlModifier);
        QVERIFY(m_real->settle());
        QCOMPARE(m_real->session().document().video().id, QStringLiteral("ada_1"));
    }

    void speedChangesAndReturns()
    {
        press(Qt::Key_R);
        QVERIFY(player().rate() > 1.0);
        press(Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(player().rate(), 1.0);
    }

private:
    app::Player& player() { return m_real->session().player(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&m_real->window(), key, modifiers);
    }

    std::unique_ptr<RealWindow> m_real;
    widgets::TimelineView* m_view = nullptr;
};

int main(int argc, char** argv)
{
    const IsolatedHome home;
    QApplication application(argc, argv);
    KeysTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keys.moc"
