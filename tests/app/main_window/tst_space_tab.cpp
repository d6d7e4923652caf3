#include "app/space/space_tab.h"
#include "widgets/space/space_panel.h"
#include "widgets/space/space_view.h"

#include <QComboBox>
#include <QLabel>
#include <QTest>

#include <algorithm>
#include <cmath>

#include "tests/support/window_test.h"

/// Space in the real window on the demo.
class TestSpaceTab : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(openDemo()); }
    void cleanupTestCase() { m_real.reset(); }

    void nothingIsMadeBeforeTheTabIsShown()
    {
        QVERIFY(find<app::SpaceTab>("spaceTab"));
        QVERIFY(!find<widgets::SpacePanel>("space"));
        QVERIFY(!vtkIsLoaded());
        QTest::keyClick(&window(), Qt::Key_5, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(find<widgets::SpacePanel>("space"));
        QVERIFY(settle());
        QVERIFY(vtkIsLoaded());
        m_panel = find<widgets::SpacePanel>("space");
        QVERIFY(m_panel->content().points.size() > 100);
        QCOMPARE(m_panel->sequence(), QStringLiteral("word_vectors"));
    }

    void thePointOfTheSegmentInSightIsMarked()
    {
        session().player().seek(5.0);
        QTRY_VERIFY2(status().startsWith(QStringLiteral("segment 2 of ada_1")), qPrintable(status()));
    }

    void hoveringNamesTheSegment()
    {
        const int point = lonePoint(QStringLiteral("bert_2"));
        QTest::mouseMove(&m_panel->view(), pixel(point));
        const auto& target = m_panel->content().points[static_cast<std::size_t>(point)];
        QTRY_COMPARE(status(), m_panel->describe(target));
        QVERIFY(status().contains(QStringLiteral("bert")));
    }

    void aClickOpensTheVideoAndJumpsToTheSegment()
    {
        const int point = lonePoint(QStringLiteral("bert_2"));
        const widgets::SpacePoint target = m_panel->content().points[static_cast<std::size_t>(point)];
        QTest::mouseClick(&m_panel->view(), Qt::LeftButton, {}, pixel(point));
        QCOMPARE(session().videos().current(), QStringLiteral("bert_2"));
        QVERIFY(settle());
        QTRY_VERIFY(std::abs(session().player().position() - target.start) < 1e-6);
        QCOMPARE(session().document().video().id, QStringLiteral("bert_2"));
        QTRY_COMPARE(status(), m_panel->describe(target)); // it is the marked one, too
    }

    void aClickOnTheSameVideoOnlySeeks()
    {
        const int point = lonePoint(session().videos().current(), 0.5);
        const widgets::SpacePoint target = m_panel->content().points[static_cast<std::size_t>(point)];
        session().player().seek(0.0);
        QTest::mouseClick(&m_panel->view(), Qt::LeftButton, {}, pixel(point));
        QVERIFY(std::abs(session().player().position() - target.start) < 1e-6);
    }

    void anEditedLabelColoursItsPoint()
    {
        const auto labelOf = [&](int segment) {
            const auto& points = m_panel->content().points;
            const auto found = std::ranges::find_if(points, [&](const widgets::SpacePoint& point) {
                return point.video == session().videos().current() && point.segment == segment;
            });
            return found->labels.front();
        };
        const float before = labelOf(1);
        const float given = before > 0 ? -3.0F : 3.0F;
        session().editor().setLabel(0, QStringLiteral("sentiment"), static_cast<double>(given));
        QCOMPARE(labelOf(1), given);
        history().undo();
        QCOMPARE(labelOf(1), before);
    }

    void anotherSequencePlacesThemAnew()
    {
        const widgets::SpaceContent before = m_panel->content();
        auto* sequences = find<QComboBox>("spaceSequence");
        QTest::keyClick(sequences, Qt::Key_Down);
        QVERIFY(settle());
        QVERIFY(m_panel->content() != before);
        QCOMPARE(m_panel->sequence(), QStringLiteral("acoustic"));
        QVERIFY(m_panel->view().isVisible());
    }

    void theDatasetOpenedNextIsShown()
    {
        session().project().open({std::filesystem::path(DEMO) / "acoustic.csd"});
        QTRY_VERIFY(session().document().dataset().sequences.size() == 1);
        QVERIFY(settle());
        QVERIFY(m_panel->content().points.empty()); // neither labels nor words
        auto* message = find<QLabel>("spaceMessage");
        QVERIFY2(message->isVisible() && message->text().contains(QStringLiteral("acoustic")),
                 qPrintable(message->text()));
    }

private:
    static bool vtkIsLoaded()
    {
        QFile maps(QStringLiteral("/proc/self/maps"));
        return maps.open(QIODevice::ReadOnly) && maps.readAll().contains("libvtkRendering");
    }
    QString status() { return find<QLabel>("spaceStatus")->text(); }
    QPoint pixel(int point) const
    {
        return m_panel->view().pixelOf(static_cast<std::size_t>(point)).toPoint();
    }
    /// A point of this video, from `start` on, that no other point covers.
    int lonePoint(const QString& video, double start = 0.0) const
    {
        const auto& points = m_panel->content().points;
        int best = -1;
        double farthest = 0;
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (points[i].video != video || points[i].start < start)
                continue;
            double nearest = 1e9;
            for (std::size_t j = 0; j < points.size(); ++j) {
                const QPointF apart = m_panel->view().pixelOf(i) - m_panel->view().pixelOf(j);
                if (j != i)
                    nearest = std::min(nearest, std::hypot(apart.x(), apart.y()));
            }
            if (nearest > farthest) {
                farthest = nearest;
                best = static_cast<int>(i);
            }
        }
        return best;
    }

    widgets::SpacePanel* m_panel = nullptr;
};

WINDOW_TEST_MAIN(TestSpaceTab)
#include "tst_space_tab.moc"
