#include "app/table/table_panel.h"
#include "app/window/message_list.h"
#include "widgets/table/segment_table.h"
#include "widgets/table/segment_table_model.h"
#include "widgets/timeline/timeline_view.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QTabBar>
#include <QTest>

#include <cmath>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// The Table dock in the real window, by keys alone.
class TableTest : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        find<widgets::TimelineView>("timeline")->setFocus();
        QTest::keyClick(&window(), Qt::Key_T, Qt::ControlModifier);
        m_table = find<widgets::SegmentTable>("segmentTable");
        QTRY_VERIFY(m_table->isVisible());
        QTRY_VERIFY(m_table->hasFocus());
        new QAbstractItemModelTester(&m_table->segments(),
                                     QAbstractItemModelTester::FailureReportingMode::QtTest, this);
    }
    void cleanupTestCase() { m_real.reset(); }
    void cleanup() { undoAll(); }

    void itHasEveryWordAndFollowsThePlayhead()
    {
        QCOMPARE(m_table->segments().rows().size(), document().words().texts.size());
        session().player().seek(middle(7));
        QTRY_COMPARE(m_table->currentIndex().row(), 7);
        QTest::keyClick(m_table, Qt::Key_Down);
        QTRY_VERIFY(std::abs(session().player().position() - middle(8)) < 0.1);
        picture(window(), "table");
    }

    void aTimeIsTyped()
    {
        const engine::Interval before = document().words().intervals[8];
        edit(8, widgets::SegmentTableModel::End, QString::number(before.end - 0.05, 'f', 3));
        QVERIFY(std::abs(document().words().intervals[8].end - (before.end - 0.05)) < 1e-3);
        QVERIFY(document().isEdited(8));
        QCOMPARE(m_table->currentIndex().row(), 8); // the choice stays where it was
    }

    void whatIsNoTimeIsRefusedWithAReason()
    {
        const auto before = document().words().intervals;
        QString told;
        const auto connection = connect(&session().document().notices(), &app::Notices::said, this,
                                        [&](const QString& text) { told = text; });
        edit(8, widgets::SegmentTableModel::Start, QStringLiteral("soon"));
        disconnect(connection);
        QVERIFY2(told.contains(QStringLiteral("soon")), qPrintable(told));
        QVERIFY(find<app::MessageList>("messages")->last().contains(QStringLiteral("soon")));
        QCOMPARE(document().words().intervals, before);
    }

    void aWordIsRetypedAndDeleted()
    {
        edit(3, widgets::SegmentTableModel::Text, QStringLiteral("heard"));
        QCOMPARE(document().words().texts[3], std::string("heard"));
        const std::size_t count = document().words().texts.size();
        choose(3, widgets::SegmentTableModel::Text);
        QTest::keyClick(m_table, Qt::Key_Delete);
        QCOMPARE(document().words().texts.size(), count - 1);
        QTRY_COMPARE(m_table->segments().rows().size(), count - 1);
    }

    void aLabelIsGivenAndTakenAway()
    {
        find<QTabBar>("tableTiers")->setCurrentIndex(1);
        QCOMPARE(m_table->segments().rows().size(), document().labels().ids.size());
        edit(2, widgets::SegmentTableModel::FirstLabel, QStringLiteral("2.5"));
        QCOMPARE(document().labels().rows.features.at(2, 0), 2.5F);
        edit(2, widgets::SegmentTableModel::FirstLabel, QString());
        QVERIFY(std::isnan(document().labels().rows.features.at(2, 0)));
        find<QTabBar>("tableTiers")->setCurrentIndex(0);
    }

private:
    double middle(std::size_t word)
    {
        return (document().words().intervals[word].start + document().words().intervals[word].end) / 2;
    }
    void choose(int row, int column)
    {
        m_table->setFocus();
        m_table->setCurrentIndex(m_table->model()->index(row, column));
        QCoreApplication::processEvents(); // the cell is shown
    }
    /// Opens the cell's editor by key, replaces its text, and commits.
    void edit(int row, int column, const QString& text)
    {
        choose(row, column);
        QTest::keyClick(m_table, Qt::Key_F2);
        auto* editor = m_table->viewport()->findChild<QLineEdit*>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClick(editor, Qt::Key_Delete);
        QTest::keyClicks(editor, text);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(!m_table->viewport()->findChild<QLineEdit*>());
    }

    widgets::SegmentTable* m_table = nullptr;
};

WINDOW_TEST_MAIN(TableTest)

#include "tst_table.moc"
