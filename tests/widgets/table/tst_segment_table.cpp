#include "widgets/table/segment_table.h"
#include "widgets/table/segment_table_model.h"

#include <QHeaderView>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include "tests/support/active_window.h"
#include "tests/support/contrast.h"
#include "tests/support/waiting.h"

using namespace widgets;

class SegmentTableTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        support::useTheme(darkTheme());
        m_window = std::make_unique<QWidget>();
        auto* column = new QVBoxLayout(m_window.get());
        column->setContentsMargins(0, 0, 0, 0);
        m_table = new SegmentTable;
        m_after = new QLineEdit;
        column->addWidget(m_table);
        column->addWidget(m_after);
        m_table->segments().setRows({{{0.5, 1.25}, QStringLiteral("so"), {QStringLiteral("1")}},
                                     {{1.25, 2.0}, QStringLiteral("wonderful"), {QString()}},
                                     {{2.0, 2.5}, QStringLiteral("film"), {QStringLiteral("-2")}}},
                                    {QStringLiteral("sentiment")});
        m_window->resize(600, 300);
        QVERIFY(support::showActive(*m_window));
        m_table->setFocus();
    }

    void aClickChoosesItsRow()
    {
        QSignalSpy chosen(m_table, &SegmentTable::rowChosen);
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, centre(1, SegmentTableModel::Text));
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<std::size_t>(), 1U);
    }

    void arrowKeysChooseTheNextRow()
    {
        m_table->setCurrentSegment(0);
        QSignalSpy chosen(m_table, &SegmentTable::rowChosen);
        QTest::keyClick(m_table, Qt::Key_Down);
        QTest::keyClick(m_table, Qt::Key_Right); // the same row
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<std::size_t>(), 1U);
    }

    void followingThePlayheadChoosesNothing()
    {
        QSignalSpy chosen(m_table, &SegmentTable::rowChosen);
        m_table->setCurrentSegment(2);
        QCOMPARE(m_table->currentIndex().row(), 2);
        m_table->setCurrentSegment(-1);
        QVERIFY(!m_table->currentIndex().isValid());
        QCOMPARE(chosen.count(), 0);
    }

    void deleteAsksForTheCurrentRowToGo()
    {
        QSignalSpy removed(m_table, &SegmentTable::removeRequested);
        m_table->setCurrentSegment(-1);
        QTest::keyClick(m_table, Qt::Key_Delete); // none is current
        QCOMPARE(removed.count(), 0);
        m_table->setCurrentSegment(2);
        QTest::keyClick(m_table, Qt::Key_Delete);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(removed.first().first().value<std::size_t>(), 2U);
        QCOMPARE(m_table->model()->rowCount(), 3); // it is only asked for
    }

    void whatIsTypedIsAnnounced()
    {
        QSignalSpy texts(&m_table->segments(), &SegmentTableModel::textEdited);
        choose(1, SegmentTableModel::Text);
        QTest::keyClick(m_table, Qt::Key_A);
        QLineEdit* field = editor();
        QVERIFY(field);
        QTest::keyClicks(field, QStringLiteral("wful "));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(texts.count(), 1);
        QCOMPARE(texts.first().at(0).value<std::size_t>(), 1U);
        QCOMPARE(texts.first().at(1).toString(), QStringLiteral("awful"));
        QCOMPARE(cell(1, SegmentTableModel::Text), QStringLiteral("wonderful")); // until the answer comes
    }

    void rightToLeftTextAndEmojiAreTakenAsTheyAre_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("Hebrew") << QStringLiteral("שלום עולם");
        QTest::newRow("Arabic") << QStringLiteral("مرحبا بالعالم");
        QTest::newRow("emoji of several code points")
            << QStringLiteral("👩‍👩‍👧 🇩🇪 👍🏽");
        QTest::newRow("like HTML") << QStringLiteral("<b>R&D</b>");
    }
    void rightToLeftTextAndEmojiAreTakenAsTheyAre()
    {
        QFETCH(const QString, text);
        QSignalSpy texts(&m_table->segments(), &SegmentTableModel::textEdited);
        choose(0, SegmentTableModel::Text);
        QTest::keyClick(m_table, Qt::Key_F2);
        QVERIFY(editor());
        editor()->selectAll();
        QInputMethodEvent typed;
        typed.setCommitString(text);
        QApplication::sendEvent(editor(), &typed);
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_COMPARE(texts.count(), 1);
        QCOMPARE(texts.first().at(1).toString(), text);
        m_table->segments().setRows({{{0.5, 1.25}, text, {}}}, {});
        QCOMPARE(cell(0, SegmentTableModel::Text), text);
        QVERIFY(support::inkContrast(picture(), cellRect(0, SegmentTableModel::Text)) > 3.0);
    }

    void openingAndClosingATimeEditsNothing()
    {
        QSignalSpy times(&m_table->segments(), &SegmentTableModel::timeEdited);
        choose(0, SegmentTableModel::End);
        QTest::keyClick(m_table, Qt::Key_F2);
        QVERIFY(editor());
        QCOMPARE(editor()->text(), QStringLiteral("1.250000"));
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_VERIFY(!editor());
        QCOMPARE(times.count(), 0);
        QTest::keyClick(m_table, Qt::Key_F2);
        editor()->selectAll();
        QTest::keyClicks(editor(), QStringLiteral("1:15.5"));
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_COMPARE(times.count(), 1);
        QCOMPARE(times.first().at(0).value<std::size_t>(), 0U);
        QCOMPARE(times.first().at(1).toBool(), true);
        QCOMPARE(times.first().at(2).toString(), QStringLiteral("1:15.5"));
    }

    void escapeTakesAnEditBack()
    {
        QSignalSpy labels(&m_table->segments(), &SegmentTableModel::labelEdited);
        choose(0, SegmentTableModel::FirstLabel);
        QTest::keyClick(m_table, Qt::Key_3);
        QVERIFY(editor());
        QTest::keyClick(editor(), Qt::Key_Escape);
        QTRY_VERIFY(!editor());
        QCOMPARE(labels.count(), 0);
        QTest::keyClick(m_table, Qt::Key_3);
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_COMPARE(labels.count(), 1);
        QCOMPARE(labels.first().at(1).toString(), QStringLiteral("sentiment"));
        QCOMPARE(labels.first().at(2).toString(), QStringLiteral("3"));
    }

    void aLengthCannotBeTyped()
    {
        choose(0, SegmentTableModel::Length);
        QTest::keyClick(m_table, Qt::Key_3);
        QTest::mouseDClick(m_table->viewport(), Qt::LeftButton, {}, centre(0, SegmentTableModel::Length));
        QVERIFY(!editor());
    }

    void aReadOnlyTableIsOnlyLookedAt()
    {
        QSignalSpy removed(m_table, &SegmentTable::removeRequested);
        QSignalSpy chosen(m_table, &SegmentTable::rowChosen);
        m_table->segments().setEditable(false);
        choose(0, SegmentTableModel::Text);
        QTest::keyClick(m_table, Qt::Key_A);
        QTest::keyClick(m_table, Qt::Key_F2);
        QTest::mouseDClick(m_table->viewport(), Qt::LeftButton, {}, centre(0, SegmentTableModel::Text));
        QVERIFY(!editor());
        QTest::keyClick(m_table, Qt::Key_Delete);
        QCOMPARE(removed.count(), 0);
        QTest::keyClick(m_table, Qt::Key_Down);
        QCOMPARE(chosen.last().first().value<std::size_t>(), 1U);
    }

    void thePlayheadLeavesAnEditInHand()
    {
        choose(0, SegmentTableModel::Text);
        QTest::keyClick(m_table, Qt::Key_A);
        m_table->setCurrentSegment(2);
        QCOMPARE(m_table->currentIndex().row(), 0);
        QVERIFY(editor());
        QCOMPARE(editor()->text(), QStringLiteral("a"));
    }

    void keysThatWriteOrWalkAreNotTheWindows_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isItsOwn");
        QTest::newRow("a letter") << int(Qt::Key_K) << Qt::KeyboardModifiers() << "k" << true;
        QTest::newRow("a capital") << int(Qt::Key_K) << Qt::KeyboardModifiers(Qt::ShiftModifier) << "K"
                                   << true;
        QTest::newRow("an arrow") << int(Qt::Key_Left) << Qt::KeyboardModifiers() << "" << true;
        QTest::newRow("F2") << int(Qt::Key_F2) << Qt::KeyboardModifiers() << "" << true;
        QTest::newRow("Delete") << int(Qt::Key_Delete) << Qt::KeyboardModifiers() << "\x7f" << true;
        QTest::newRow("Space plays") << int(Qt::Key_Space) << Qt::KeyboardModifiers() << " " << false;
        QTest::newRow("with Ctrl") << int(Qt::Key_Z) << Qt::KeyboardModifiers(Qt::ControlModifier) << "\x1a"
                                   << false;
        QTest::newRow("F5") << int(Qt::Key_F5) << Qt::KeyboardModifiers() << "" << false;
    }
    void keysThatWriteOrWalkAreNotTheWindows()
    {
        QFETCH(const int, key);
        QFETCH(const Qt::KeyboardModifiers, modifiers);
        QFETCH(const QString, text);
        QKeyEvent event(QEvent::ShortcutOverride, key, modifiers, text);
        event.ignore();
        QApplication::sendEvent(m_table, &event);
        QTEST(event.isAccepted(), "isItsOwn");
    }

    void tabLeavesTheTable()
    {
        m_table->setCurrentSegment(0);
        QTest::keyClick(m_table, Qt::Key_Tab);
        QVERIFY(m_after->hasFocus());
        QCOMPARE(m_table->currentIndex().row(), 0);
    }

    void withoutRowsKeysDoNothing()
    {
        m_table->segments().setRows({}, {});
        QSignalSpy chosen(m_table, &SegmentTable::rowChosen);
        QSignalSpy removed(m_table, &SegmentTable::removeRequested);
        m_table->setCurrentSegment(0);
        for (const Qt::Key key : {Qt::Key_Down, Qt::Key_F2, Qt::Key_Delete, Qt::Key_End})
            QTest::keyClick(m_table, key);
        QCOMPARE(chosen.count() + removed.count(), 0);
        QVERIFY(!editor());
        QVERIFY(!m_table->horizontalHeader()->isSectionHidden(SegmentTableModel::Text));
    }

    void theRowUnderThePlayheadIsInSightAmongMany()
    {
        m_table->segments().setRows(
            std::vector<SegmentTableModel::Row>(20000, {{1.0, 2.0}, QStringLiteral("word"), {}}), {});
        for (const int row : {19999, 10000, 0}) {
            m_table->setCurrentSegment(row);
            QVERIFY(m_table->viewport()->rect().contains(cellRect(row, SegmentTableModel::Text)));
        }
        const int numbers = m_table->fontMetrics().horizontalAdvance(QStringLiteral("20000"));
        QVERIFY(m_table->verticalHeader()->width() >= numbers);
    }

    void anAnswerKeepsWhatIsChosenAndWhereItIsScrolled()
    {
        const std::vector<SegmentTableModel::Row> rows(500, {{1.0, 2.0}, QStringLiteral("word"), {}});
        m_table->segments().setRows(rows, {});
        m_table->setCurrentSegment(400);
        const int scrolled = m_table->verticalScrollBar()->value();
        auto edited = rows;
        edited[400].text = QStringLiteral("edited");
        m_table->segments().setRows(edited, {});
        QCOMPARE(m_table->currentIndex().row(), 400);
        QCOMPARE(m_table->verticalScrollBar()->value(), scrolled);
        QCOMPARE(cell(400, SegmentTableModel::Text), QStringLiteral("edited"));
    }

    void aTextWithoutRoomIsInTheToolTip()
    {
        const QString text
            = QStringLiteral("and then there was one thing more to be said, at length ").repeated(8);
        m_table->segments().setRows({{{0.5, 1.25}, text, {text}}}, {QStringLiteral("comment")});
        for (const int column : {int(SegmentTableModel::Text), int(SegmentTableModel::FirstLabel)}) {
            const QModelIndex index = m_table->model()->index(0, column);
            QVERIFY(m_table->sizeHintForIndex(index).width() > m_table->columnWidth(column));
            QCOMPARE(index.data(Qt::ToolTipRole).toString(), text);
        }
        QVERIFY(m_table->rowHeight(0) < 2 * m_table->fontMetrics().lineSpacing()); // one line
    }

    void headsAreWholeHoweverNarrow_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("narrow") << 220;
        QTest::newRow("wide") << 1400;
    }
    void headsAreWholeHoweverNarrow()
    {
        QFETCH(const int, width);
        m_window->resize(width, 300);
        QTRY_COMPARE(m_table->width(), width);
        const QHeaderView* header = m_table->horizontalHeader();
        for (int column = 0; column < header->count(); ++column)
            QVERIFY2(header->sectionSizeHint(column) <= header->sectionSize(column),
                     qPrintable(QString::number(column)));
        QCOMPARE(m_table->horizontalScrollBar()->maximum() > 0, width < 400); // the rest is scrolled to
        QCOMPARE(m_table->columnWidth(SegmentTableModel::Text) > 500, width > 1000);
    }

    void textIsLegible_data() { support::addThemes(); }
    void textIsLegible()
    {
        QFETCH(const bool, isDark);
        support::useTheme(isDark ? darkTheme() : lightTheme());
        m_table->setCurrentSegment(1);
        const QImage image = picture();
        for (const int row : {0, 1}) // plain, chosen
            QVERIFY(support::inkContrast(image, cellRect(row, SegmentTableModel::Text)) >= 4.5);
    }

private:
    QRect cellRect(int row, int column) const
    {
        return m_table->visualRect(m_table->model()->index(row, column));
    }
    QPoint centre(int row, int column) const { return cellRect(row, column).center(); }
    QString cell(int row, int column) const { return m_table->model()->index(row, column).data().toString(); }
    void choose(int row, int column)
    {
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, centre(row, column));
        QCOMPARE(m_table->currentIndex(), m_table->model()->index(row, column));
    }
    QLineEdit* editor() const { return m_table->viewport()->findChild<QLineEdit*>(); }
    QImage picture() const { return m_table->viewport()->grab().toImage(); }

    std::unique_ptr<QWidget> m_window;
    SegmentTable* m_table = nullptr;
    QLineEdit* m_after = nullptr;
};

QTEST_MAIN(SegmentTableTest)
#include "tst_segment_table.moc"
