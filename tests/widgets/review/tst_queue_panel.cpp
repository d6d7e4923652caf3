#include "widgets/review/queue_panel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/active_window.h"
#include "tests/support/contrast.h"
#include "tests/support/waiting.h"
#include "tests/support/window_texts.h"

using namespace widgets;

namespace {

std::vector<WorkRow> someRows(int count)
{
    std::vector<WorkRow> rows;
    for (int i = 0; i < count; ++i)
        rows.push_back({QStringLiteral("talk1 · %1").arg(i + 1),
                        QStringLiteral("raters +1 … −2"),
                        WorkRow::Tone::Attention,
                        {},
                        QStringLiteral("talk1")});
    return rows;
}

}

class QueuePanelTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        support::useTheme(darkTheme());
        m_panel = std::make_unique<QueuePanel>();
        m_list = m_panel->findChild<QListView*>(QStringLiteral("queue"));
        m_panel->resize(300, 500);
        QVERIFY(support::showActive(*m_panel));
    }

    void modelKeepsItsContract()
    {
        WorkModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(someRows(3));
        QSignalSpy changed(&model, &WorkModel::dataChanged);
        QSignalSpy resets(&model, &WorkModel::modelReset);
        auto rows = someRows(3);
        rows[1].reason = QStringLiteral("flagged");
        model.setRows(rows);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toModelIndex(), model.index(1));
        model.setMarks(2, {true});
        model.setMarks(2, {true}); // as it was
        QCOMPARE(changed.count(), 2);
        QCOMPARE(resets.count(), 0);
        model.setRows({});
        QCOMPARE(resets.count(), 1);
    }

    void withoutAQueueAPassCanBeBegun()
    {
        auto* begin = m_panel->findChild<QPushButton*>(QStringLiteral("beginPass"));
        QVERIFY(begin->isVisible());
        QVERIFY(!m_list->isVisible());
        QCOMPARE(progressText(), QString());
        QSignalSpy begun(m_panel.get(), &QueuePanel::beginRequested);
        QTest::mouseClick(begin, Qt::LeftButton);
        QTest::keyClick(m_panel.get(), Qt::Key_Tab); // the only one that takes the keyboard
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(begun.count(), 2);
        m_panel->setQueue(someRows(1));
        QVERIFY(!begin->isVisible());
        QVERIFY(m_list->isVisible());
        m_panel->setQueue({});
        QVERIFY(begin->isVisible());
    }

    void progressIsSaid()
    {
        m_panel->setQueue(someRows(4));
        QCOMPARE(progressText(), QStringLiteral("0 of 4 answers"));
        m_panel->setProgress({{true}, {}, {true}, {}}, 1, {});
        QCOMPARE(progressText(), QStringLiteral("2 of 4 answers"));
        QCOMPARE(progress()->value(), 2);
        QCOMPARE(progress()->maximum(), 4);
        QCOMPARE(m_list->currentIndex().row(), 1);
        m_panel->setProgress({{true}, {}, {true}, {true}, {true}, {true}}, 1,
                             QStringLiteral("α 0.81")); // too many
        QCOMPARE(progressText(), QStringLiteral("3 of 4 answers · α 0.81"));
        m_panel->setProgress({WorkMarks{true}}, std::nullopt, {}); // too few: the others stay as they are
        QVERIFY(m_panel->model().row(2).marks.isDone);
        QVERIFY(!m_list->currentIndex().isValid());
        QVERIFY(m_list->selectionModel()->selectedIndexes().isEmpty());
    }

    void whatIsFlaggedSaysSo()
    {
        m_panel->setQueue(someRows(2));
        const QImage before = m_list->viewport()->grab().toImage();
        m_panel->setProgress({{true}, {false, true}}, std::nullopt, {});
        const auto told = [this](int row) {
            return m_panel->model().index(row).data(Qt::AccessibleDescriptionRole).toString();
        };
        QVERIFY(!told(0).contains(QStringLiteral("flagged")));
        QVERIFY(told(1).endsWith(QStringLiteral("flagged")));
        const QRect place = m_list->visualRect(m_panel->model().index(1));
        QVERIFY(m_list->viewport()->grab().toImage().copy(place) != before.copy(place));
        QCOMPARE(progressText(), QStringLiteral("1 of 2 answers")); // a flag is no answer
    }

    void aClickChoosesItsSegment()
    {
        m_panel->setQueue(someRows(4));
        QSignalSpy chosen(m_panel.get(), &QueuePanel::placeChosen);
        click(2);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<std::size_t>(), 2U);
        QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {},
                          m_list->viewport()->rect().bottomLeft() - QPoint(-5, 5)); // below all
        QCOMPARE(chosen.count(), 1);
    }

    void keysGoThroughTheListAndReturnChooses()
    {
        m_panel->setQueue(someRows(4));
        m_panel->setProgress(std::vector<WorkMarks>(4), 0, {});
        QSignalSpy chosen(m_panel.get(), &QueuePanel::placeChosen);
        QTest::keyClick(m_panel.get(), Qt::Key_Tab);
        QVERIFY(m_list->hasFocus());
        QTest::keyClick(m_list, Qt::Key_Down);
        QTest::keyClick(m_list, Qt::Key_Down);
        QCOMPARE(chosen.count(), 0);
        QTest::keyClick(m_list, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<std::size_t>(), 2U);
    }

    void followingThePassChoosesNothing()
    {
        QSignalSpy chosen(m_panel.get(), &QueuePanel::placeChosen);
        m_panel->setQueue(someRows(2000));
        m_panel->setProgress(std::vector<WorkMarks>(2000), 1999, {});
        QCOMPARE(chosen.count(), 0);
        QVERIFY(m_list->viewport()->rect().contains(rowRect(1999))); // brought into sight
        QCOMPARE(progressText(), QStringLiteral("0 of 2000 answers"));
    }

    void whyAndWhetherItIsDoneIsToldToScreenReaders()
    {
        m_panel->setQueue(someRows(2));
        m_panel->setProgress({{}, {true}}, std::nullopt, {});
        const auto told = [this](int row) {
            return m_list->model()->index(row, 0).data(Qt::AccessibleDescriptionRole).toString();
        };
        QCOMPARE(told(0), QStringLiteral("raters +1 … −2"));
        QCOMPARE(told(1), QStringLiteral("raters +1 … −2, done"));
    }

    void aDoneRowHasATick()
    {
        m_panel->setQueue(someRows(2));
        m_panel->setProgress({{}, {true}}, std::nullopt, {});
        const QImage image = picture();
        const int line = m_list->fontMetrics().height();
        const auto end = [&](int row) {
            return QRect(rowRect(row).right() - line * 3 / 2, rowRect(row).top() + 2, line, line * 3 - 4);
        };
        QVERIFY(support::inkContrast(image, end(1)) >= 3.0);
        m_panel->setProgress(std::vector<WorkMarks>(2), std::nullopt, {});
        QVERIFY(support::inkContrast(picture(), end(1)) < 1.1);
    }

    void picturesAreShownWhenTheyCome()
    {
        m_panel->setQueue(someRows(2));
        QCOMPARE(support::pixelsOf(picture(), Qt::green, rowRect(0)), 0);
        m_panel->model().setPictures([](const QString& video) {
            QImage image(64, 36, QImage::Format_RGB32);
            image.fill(Qt::green);
            return video == QLatin1String("talk1") ? image : QImage();
        });
        m_panel->picturesChanged();
        QVERIFY(support::pixelsOf(picture(), Qt::green, rowRect(0)) > 200);
    }

    void aNameWithoutRoomIsInTheToolTip_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("reason");
        QTest::newRow("long") << QStringLiteral("interview_with_somebody_2021_04_12_part_2 · 17")
                              << QStringLiteral("positive for some and negative for others, by far");
        QTest::newRow("Hebrew") << QStringLiteral("ראיון עם מישהו באפריל חלק שני · 17")
                                << QStringLiteral("חיובי עבור אחדים ושלילי עבור אחרים");
        QTest::newRow("emoji") << QStringLiteral(
            "👩‍👩‍👧 🇩🇪 👍🏽 👩‍👩‍👧 🇩🇪 👍🏽 · 17")
                               << QStringLiteral("👍🏽 … 👎🏽");
    }
    void aNameWithoutRoomIsInTheToolTip()
    {
        QFETCH(const QString, title);
        QFETCH(const QString, reason);
        m_panel->setQueue({{title, reason, WorkRow::Tone::Caution, {true}, QStringLiteral("v")}});
        const QString toolTip = m_list->model()->index(0, 0).data(Qt::ToolTipRole).toString();
        QVERIFY2(toolTip.contains(title) && toolTip.contains(reason), qPrintable(toolTip));
        QCOMPARE(m_list->model()->index(0, 0).data().toString(), title);
        m_panel->resize(160, 400);
        const QRect row = rowRect(0);
        QVERIFY(support::inkContrast(
                    picture(), QRect(row.center().x(), row.top() + 2, row.width() / 2 - 30, row.height() - 4))
                >= 3.0);
    }

    void textIsLegible_data() { support::addThemes(); }
    void textIsLegible()
    {
        QFETCH(const bool, isDark);
        const Theme& theme = isDark ? darkTheme() : lightTheme();
        support::useTheme(theme);
        auto rows = someRows(4);
        rows[1].tone = WorkRow::Tone::Plain;
        rows[2].tone = WorkRow::Tone::Caution;
        m_panel->setQueue(rows);
        m_panel->setProgress({{}, {}, {}, {true}}, 0, {});
        const QImage image = picture();
        const int line = m_list->fontMetrics().height();
        for (int row = 0; row < 4; ++row) {
            const QRect area = rowRect(row);
            const int left = area.left() + line * 5; // right of the picture
            const QRect title(left, area.center().y() - line, 120, line);
            QVERIFY2(support::inkContrast(image, title) >= 4.5, qPrintable(QString::number(row)));
            QVERIFY2(support::inkContrast(image, title.translated(0, line)) >= 3.0,
                     qPrintable(QString::number(row)));
        }
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("rows");
        QTest::newRow("empty, narrow") << 0 << 0;
        QTest::newRow("empty, wide") << 900 << 0;
        QTest::newRow("a queue, narrow") << 0 << 12345;
        QTest::newRow("a queue, wide") << 900 << 12345;
    }
    void nothingIsCutOff()
    {
        QFETCH(const int, width);
        QFETCH(const int, rows);
        m_panel->setQueue(someRows(rows));
        m_panel->setProgress(std::vector(static_cast<std::size_t>(rows), WorkMarks{true}), std::nullopt,
                             QStringLiteral("α 0.81"));
        support::settle();
        const QSize size(std::max(width, m_panel->minimumSizeHint().width()), 400);
        QVERIFY2(m_panel->minimumSizeHint().width() <= 340,
                 qPrintable(QString::number(m_panel->minimumSizeHint().width())));
        m_panel->resize(size);
        QTRY_COMPARE(m_panel->size(), size);
        QCOMPARE(cutOff(*m_panel), QStringList());
    }

private:
    QString progressText() const
    {
        return m_panel->findChild<QLabel*>(QStringLiteral("passProgressText"))->text();
    }
    QProgressBar* progress() const { return m_panel->findChild<QProgressBar*>(); }
    QRect rowRect(int row) const { return m_list->visualRect(m_list->model()->index(row, 0)); }
    void click(int row) { QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, rowRect(row).center()); }
    QImage picture() const { return m_list->viewport()->grab().toImage(); }

    std::unique_ptr<QueuePanel> m_panel;
    QListView* m_list = nullptr;
};

QTEST_MAIN(QueuePanelTest)
#include "tst_queue_panel.moc"
