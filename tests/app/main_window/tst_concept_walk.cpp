#include "app/dataset_view/dataset_room.h"
#include "engine/explain/concepts.h"
#include "widgets/dataset/concept_table.h"
#include "widgets/dataset/dataset_view.h"
#include "widgets/predict/model_chooser.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// The concepts of the demo's model in the real window: found, looked at, named, selected by, muted.
class ConceptWalk : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        QTest::keyClick(&window(), Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY(find<QPushButton>("datasetMessageButton")->isVisible());
        QTest::mouseClick(find<QPushButton>("datasetMessageButton"), Qt::LeftButton);
        QTRY_VERIFY(!room().run().isRunning() && room().isSettled());
    }

    void conceptsAreFoundByAButton()
    {
        QTest::mouseClick(find<QToolButton>("tables01"), Qt::LeftButton);
        QTRY_VERIFY(action()->isVisible());
        pictures("concepts-empty");
        QTest::mouseClick(action(), Qt::LeftButton);
        QVERIFY2(message().contains(QStringLiteral("asked")), qPrintable(message()));
        picture(window(), "concepts-running");
        QTRY_VERIFY(table()->isVisible() && room().isSettled());
        QTRY_VERIFY(units().rowCount() > 4);
        for (int row = 1; row < units().rowCount(); ++row) // those that move the prediction most come first
            QVERIFY(effect(row - 1) >= effect(row));
        QTRY_VERIFY(units().hasPicture(units().unitAt(0).moments[0].point));
        pictures("concepts-found");
    }

    void aUnitSelectsItsSegmentsEverywhere()
    {
        clickOn(0, widgets::ConceptModel::Name);
        QCOMPARE(view()->selected().size(), units().unitAt(0).moments.size());
        QVERIFY(find<QLabel>("datasetSelected")->text().contains(QStringLiteral("concept")));
        QTest::keyClick(table(), Qt::Key_Down);
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(view()->selected().size(), units().unitAt(1).moments.size());
        picture(window(), "concepts-selected");
    }

    void aPictureIsPlayedAndOpened()
    {
        QSignalSpy plays(table(), &widgets::ConceptTable::playWished);
        const QPoint place = table()->pictureRect(0, 1).center();
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(plays.count(), 1);
        QCOMPARE(plays[0][0].value<std::size_t>(), units().unitAt(0).moments[1].point);
        QTRY_VERIFY(session().player().isPlaying());
        session().player().pause();
    }

    void aUnitIsNamedAndTheNameStays()
    {
        const std::size_t unit = units().unitAt(2).unit;
        table()->setCurrentIndex(units().index(2, widgets::ConceptModel::Name));
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_F2);
        auto* editor = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(editor);
        QTest::keyClicks(editor, QStringLiteral("praise of films"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(units().unitAt(2).name, QStringLiteral("praise of films"));
        pictures("concepts-named");
        // read again, from the project and from beside it
        emit find<QComboBox>("datasetAbsent")->activated(0);
        find<QComboBox>("datasetAbsent")->setCurrentIndex(1);
        emit find<QComboBox>("datasetAbsent")->activated(1);
        QTRY_VERIFY(room().isSettled());
        find<QComboBox>("datasetAbsent")->setCurrentIndex(0);
        emit find<QComboBox>("datasetAbsent")->activated(0);
        QTRY_VERIFY(room().isSettled() && units().rowCount() > 4);
        QTRY_COMPARE(units().unitAt(rowOf(unit)).name, QStringLiteral("praise of films"));
    }

    /// What is taken away is exactly what the unit adds, and only where it is.
    void mutedUnitsDoNotCount()
    {
        const std::vector<widgets::DatasetPoint> before = room().content().points;
        table()->setCurrentIndex(units().index(0, widgets::ConceptModel::Name));
        table()->setFocus();
        const widgets::ConceptUnit unit = units().unitAt(0);
        QTest::keyClick(table(), Qt::Key_M);
        QTRY_VERIFY(room().content().points[unit.moments[0].point].prediction
                    != before[unit.moments[0].point].prediction);
        double change = 0.0;
        std::vector<bool> isIn(before.size());
        for (const widgets::ConceptUnit::Moment& moment : unit.moments) {
            isIn[moment.point] = true;
            change += before[moment.point].prediction - room().content().points[moment.point].prediction;
        }
        QVERIFY(std::abs(change / static_cast<double>(unit.moments.size()) - unit.adds) < 1e-9);
        for (std::size_t i = 0; i < before.size(); ++i)
            QVERIFY(isIn[i] || before[i].prediction == room().content().points[i].prediction);
        QTRY_VERIFY(find<QLabel>("datasetState")->text().contains(QStringLiteral("muted")));
        QTRY_VERIFY(room().isSettled());
        pictures("concepts-muted");
        QTest::mouseClick(find<QToolButton>("unmuteConcepts"), Qt::LeftButton);
        QTRY_COMPARE(room().content().points[unit.moments[0].point].prediction,
                     before[unit.moments[0].point].prediction);
        QTRY_VERIFY(!find<QLabel>("datasetState")->text().contains(QStringLiteral("muted")));
    }

    void theTickMutesAsWell()
    {
        QTRY_VERIFY(room().isSettled());
        table()->scrollToTop();
        const QRect cell = table()->visualRect(units().index(0, widgets::ConceptModel::Muted));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                          QPoint(cell.left() + 10, cell.center().y()));
        QTRY_VERIFY(find<QToolButton>("unmuteConcepts")->isVisible());
        QTest::mouseClick(find<QToolButton>("unmuteConcepts"), Qt::LeftButton);
    }

    /// Another model is asked once about each segment; its differences order the strip.
    void anotherModelIsCompared()
    {
        QTest::mouseClick(find<QToolButton>("comparisons01"), Qt::LeftButton);
        pictures("comparison-training"); // the demo's models say nothing of their training
        QTest::mouseClick(find<QToolButton>("comparisons12"), Qt::LeftButton);
        auto* others = find<widgets::ModelChooser>("otherModel");
        QTRY_VERIFY(others->count() > 2);
        pictures("comparison-empty");
        for (int i = 0; i < others->count(); ++i)
            QVERIFY(!others->itemText(i).startsWith(QStringLiteral("LMF")));
        const int mfn = others->findText(QStringLiteral("MFN"), Qt::MatchStartsWith);
        QVERIFY(mfn >= 0);
        others->setCurrentIndex(mfn);
        emit others->activated(mfn);
        picture(window(), "comparison-running");
        QTRY_VERIFY(!room().content().otherModel.isEmpty() && room().isSettled());
        const auto& points = room().content().points;
        QVERIFY(std::ranges::all_of(points, &widgets::DatasetPoint::hasOther));
        auto* order = find<QComboBox>("stripOrder");
        QVERIFY(order->isVisible());
        order->setCurrentIndex(1);
        emit order->activated(1);
        QTest::keyClick(view(), Qt::Key_A, Qt::ControlModifier);
        const widgets::DatasetPlaces places = view()->selected();
        QCOMPARE(places.size(), points.size());
        for (std::size_t i = 1; i < places.size(); ++i)
            QVERIFY(std::abs(points[places[i - 1]].difference()) >= std::abs(points[places[i]].difference()));
        QTest::keyClick(view(), Qt::Key_Escape);
        pictures("comparison-known");
    }

    void aSmallWindowKeepsTheTable()
    {
        window().resize(1366, 768);
        QTRY_COMPARE(window().size(), QSize(1366, 768));
        QVERIFY(table()->isVisible());
        const QRect unit = table()->visualRect(units().index(0, widgets::ConceptModel::Name));
        QTRY_VERIFY2(table()->viewport()->rect().contains(unit), qPrintable(QDebug::toString(unit)));
        pictures("concepts-small");
        window().resize(1920, 1040);
    }

private:
    app::DatasetRoom& room() { return *window().findChild<app::DatasetRoom*>(); }
    widgets::DatasetView* view() { return find<widgets::DatasetView>("datasetView"); }
    widgets::ConceptTable* table() { return find<widgets::ConceptTable>("conceptTable"); }
    widgets::ConceptModel& units() { return table()->units(); }
    QPushButton* action() { return find<QPushButton>("conceptMessageButton"); }
    QString message() { return find<QLabel>("conceptMessage")->text(); }
    double effect(int row)
    {
        const widgets::ConceptUnit& unit = units().unitAt(row);
        return std::abs(unit.adds) * static_cast<double>(unit.moments.size());
    }
    int rowOf(std::size_t unit)
    {
        for (int row = 0; row < units().rowCount(); ++row) {
            if (units().unitAt(row).unit == unit)
                return row;
        }
        return 0;
    }
    void clickOn(int row, int column)
    {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                          table()->visualRect(units().index(row, column)).center());
    }
};

WINDOW_TEST_MAIN(ConceptWalk)
#include "tst_concept_walk.moc"
