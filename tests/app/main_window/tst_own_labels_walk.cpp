#include "app/space/space_tab.h"
#include "app/timeline/tier_in_hand.h"
#include "app/timeline/timeline_panel.h"
#include "widgets/space/space_legend.h"
#include "widgets/space/space_panel.h"
#include "widgets/timeline/timeline_view.h"

#include <QComboBox>
#include <QLabel>
#include <QTableView>
#include <QTemporaryDir>

#include <cmath>

#include "tests/support/dialogs.h"
#include "tests/support/stance_files.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// Labels and tiers that are in no file colour Space and are counted by Statistics, as they are at that
/// moment.
class OwnLabelsWalk : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

    QTemporaryDir m_folder;
    widgets::SpacePanel* m_panel = nullptr;

    /// Chooses by the keyboard.
    void choose(const char* name, const QString& text)
    {
        auto* choice = find<QComboBox>(name);
        QTRY_VERIFY2(choice->findText(text) >= 0, qPrintable(text));
        choice->setFocus();
        const int index = choice->findText(text);
        while (choice->currentIndex() > index) // Home would bring the playhead to the start
            QTest::keyClick(choice, Qt::Key_Up);
        while (choice->currentIndex() >= 0 && choice->currentIndex() < index)
            QTest::keyClick(choice, Qt::Key_Down);
        QCOMPARE(choice->currentIndex(), index);
    }
    QString legend() { return find<widgets::SpaceLegend>("spaceLegend")->text(); }
    QString summary() { return find<QLabel>("statisticsSummary")->text(); }
    std::size_t pointsOf(const QString& video)
    {
        return static_cast<std::size_t>(
            std::ranges::count(m_panel->content().points, video, &widgets::SpacePoint::video));
    }
    QVariant cell(int row, int column)
    {
        const QAbstractItemModel* model = find<QTableView>("statisticsTable")->model();
        return model->index(row, column).data(Qt::UserRole);
    }

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        const NextDialog import([](QDialog*) {});
        QVERIFY(dropFiles(
            window(),
            writeStanceFiles(m_folder.path(), {QStringLiteral("ada_1"), QStringLiteral("finn_1")})));
        QTRY_VERIFY(import.wasThere());
        QTRY_VERIFY(document().tier("stance"));
        QVERIFY(settle());
    }
    void cleanupTestCase() { m_real.reset(); }

    void spaceIsColouredByTheClassesOfATier()
    {
        QTest::keyClick(&window(), Qt::Key_5, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(find<widgets::SpacePanel>("space"));
        QVERIFY(settle());
        m_panel = find<widgets::SpacePanel>("space");
        QVERIFY(m_panel->content().points.size() > 100);
        choose("spaceColouring", QStringLiteral("stance"));
        QVERIFY2(legend().contains(QStringLiteral("agrees")), qPrintable(legend()));
        int coloured = 0;
        for (const widgets::SpacePoint& point : m_panel->content().points) {
            const QString stance = widgets::className(point, {widgets::SpaceColouring::Kind::Class, 0});
            QVERIFY(stance.isEmpty() || point.video == u"ada_1" || point.video == u"finn_1");
            coloured += stance.isEmpty() ? 0 : 1;
        }
        QVERIFY(coloured >= 8);
        pictures("own-labels-space");
    }

    /// Points follow what is edited: a value at once, a new segment as soon as it is placed.
    void anEditIsInSpaceWithoutAnExport()
    {
        QCOMPARE(document().video().id, QStringLiteral("ada_1"));
        choose("spaceColouring", QStringLiteral("sentiment"));
        const std::size_t before = pointsOf(QStringLiteral("ada_1"));
        auto* timeline = find<widgets::TimelineView>("timeline");
        player().seek(document().spans("labels")[0].start + 0.1);
        timeline->setFocus();
        const auto value = [this] { return document().labels().rows.features.at(0, 0); };
        const bool wasPositive = value() > 0;
        QTest::keyClick(timeline, wasPositive ? Qt::Key_1 : Qt::Key_7);
        const float given = wasPositive ? -3.0F : 3.0F;
        QCOMPARE(value(), given);
        const auto first = [this] {
            return std::ranges::find_if(m_panel->content().points,
                                        [](const widgets::SpacePoint& point) {
                                            return point.video == u"ada_1" && point.segment == 1;
                                        })
                ->labels.front();
        };
        QCOMPARE(first(), given);
        QTRY_VERIFY(find<app::SpaceTab>("spaceTab")->isComplete());
        QCOMPARE(first(), given);
        player().seek(document().spans("labels")[1].start + 1.0);
        QTRY_COMPARE(document().attention().segment(), std::optional<std::size_t>(1));
        QVERIFY(activate()); // a dialog was closed before
        find<app::TimelinePanel>("timelinePanel")->hand().goTo("labels");
        timeline->setFocus();
        const std::size_t segments = document().spans("labels").size();
        QTest::keyClick(timeline, Qt::Key_S);
        QCOMPARE(document().spans("labels").size(), segments + 1);
        QTRY_COMPARE(pointsOf(QStringLiteral("ada_1")), before + 1);
        QCOMPARE(first(), given);
        history().undo();
        QTRY_COMPARE(pointsOf(QStringLiteral("ada_1")), before);
    }

    void statisticsCountsTheTier()
    {
        QTest::keyClick(find<widgets::TimelineView>("timeline"), Qt::Key_T,
                        Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(find<QTableView>("statisticsTable")->isVisible());
        choose("statisticsSequence", QStringLiteral("stance"));
        choose("statisticsScope", QStringLiteral("All videos"));
        QTRY_VERIFY2(summary().startsWith(QStringLiteral("48 rows in 2 ")), qPrintable(summary()));
        QCOMPARE(find<QTableView>("statisticsTable")->model()->rowCount(), 3);
        QCOMPARE(cell(0, 0).toString(), QStringLiteral("agrees"));
        QCOMPARE(cell(0, 4).toDouble(), 0.5); // the mean: 24 of 48
        pictures("own-labels-statistics");
    }

    void statisticsCountsWhatIsEdited()
    {
        choose("statisticsScope", QStringLiteral("This video"));
        choose("statisticsSequence", QStringLiteral("labels"));
        const auto mean = [this] {
            double sum = 0.0;
            const auto& rows = document().labels().rows;
            for (std::size_t row = 0; row < rows.intervals.size(); ++row)
                sum += static_cast<double>(rows.features.at(row, 0));
            return sum / static_cast<double>(rows.intervals.size());
        };
        QTRY_VERIFY(std::abs(cell(0, 4).toDouble() - mean()) < 1e-6);
        const double before = mean();
        auto* timeline = find<widgets::TimelineView>("timeline");
        player().seek(document().spans("labels")[2].start + 0.1);
        timeline->setFocus();
        QTest::keyClick(timeline, document().labels().rows.features.at(2, 0) > 0 ? Qt::Key_1 : Qt::Key_7);
        QVERIFY(mean() != before);
        QTRY_VERIFY(std::abs(cell(0, 4).toDouble() - mean()) < 1e-6);
    }
};

WINDOW_TEST_MAIN(OwnLabelsWalk)
#include "tst_own_labels_walk.moc"
