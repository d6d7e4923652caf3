#include "widgets/statistics/histogram_delegate.h"
#include "widgets/statistics/statistics_model.h"

#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTest>

#include <limits>

#include "tests/support/contrast.h"
#include "tests/support/waiting.h"

using namespace widgets;

namespace {

engine::DimensionStatistics dimension(const char* name, const std::vector<double>& values)
{
    engine::DimensionStatistics statistics;
    statistics.name = name;
    for (const double value : values)
        statistics.add(value);
    return statistics;
}

}

class HistogramDelegateTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        support::useTheme(darkTheme());
        engine::SequenceStatistics statistics;
        std::vector<double> mostlySmall(90, 0.0);
        mostlySmall.insert(mostlySmall.end(), 10, 1.0);
        statistics.dimensions = {dimension("small", mostlySmall),
                                 dimension("silent", {std::numeric_limits<double>::quiet_NaN()}),
                                 dimension("constant", {3.0, 3.0})};
        m_model.setStatistics(statistics);
        m_sorted.setSourceModel(&m_model);
        m_sorted.setSortRole(Qt::UserRole);
        m_sorted.sort(-1);
        m_view = std::make_unique<QTableView>();
        m_view->setModel(&m_sorted);
        m_view->setItemDelegate(new HistogramDelegate(m_view.get()));
        m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
        m_view->setColumnWidth(m_model.histogramColumn(), 120);
        m_view->resize(500, 300);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get(), support::kPatience));
    }

    void barsAreAsHighAsTheirCounts()
    {
        const QRect area = histogram(0);
        const QRect left(area.topLeft(), QSize(area.width() / 2, area.height()));
        const QRect right(left.topRight(), left.size());
        const QImage image = picture();
        const int many = support::pixelsOf(image, darkTheme().accent, left);
        const int few = support::pixelsOf(image, darkTheme().accent, right);
        QVERIFY2(few > 0, "ten values are seen as well");
        QVERIFY2(many > 4 * few, qPrintable(QStringLiteral("%1 to %2").arg(many).arg(few)));
    }

    void noValuesNoBarsAndOneValueOneBar()
    {
        const QImage image = picture();
        QCOMPARE(support::pixelsOf(image, darkTheme().accent, histogram(1)), 0);
        QVERIFY(support::pixelsOf(image, darkTheme().accent, histogram(2)) > 20);
    }

    void onlyItsColumnHasBars()
    {
        const QImage image = picture();
        for (const int column : {0, 2})
            QCOMPARE(support::pixelsOf(image, darkTheme().accent, cell(0, column)), 0);
    }

    void barsGoWithTheirRowWhenSorted()
    {
        m_sorted.sort(0, Qt::AscendingOrder); // constant, silent, small
        QCOMPARE(m_sorted.index(2, 0).data().toString(), QStringLiteral("small"));
        const QImage image = picture();
        QCOMPARE(support::pixelsOf(image, darkTheme().accent, histogram(1)), 0);
        QVERIFY(support::pixelsOf(image, darkTheme().accent, histogram(2)) > 0);
    }

    void barsAreSeen_data() { support::addThemes(); }
    void barsAreSeen()
    {
        QFETCH(const bool, isDark);
        support::useTheme(isDark ? darkTheme() : lightTheme());
        const QImage plain = picture();
        QVERIFY(support::inkContrast(plain, histogram(0)) >= 3.0);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, histogram(0).center());
        QVERIFY(m_view->selectionModel()->isRowSelected(0));
        const QImage chosen = picture();
        QVERIFY(chosen != plain);
        QVERIFY(support::inkContrast(chosen, histogram(0)) >= 3.0);
    }

    void aNarrowColumnKeepsItsBars()
    {
        m_view->setColumnWidth(m_model.histogramColumn(), 24);
        QVERIFY(support::pixelsOf(picture(), darkTheme().accent, histogram(0)) > 0);
    }

    void comparisonsHaveNoBars()
    {
        engine::SequenceComparison comparison;
        comparison.dimensions = {{"pitch", 10, 3, 10, 0.5, 2.0}};
        m_model.setComparison(comparison);
        QCOMPARE(support::pixelsOf(picture(), darkTheme().accent, m_view->viewport()->rect()), 0);
    }

private:
    QRect cell(int row, int column) const { return m_view->visualRect(m_sorted.index(row, column)); }
    QRect histogram(int row) const { return cell(row, m_model.histogramColumn()); }
    QImage picture() const { return m_view->viewport()->grab().toImage(); }

    StatisticsModel m_model;
    QSortFilterProxyModel m_sorted;
    std::unique_ptr<QTableView> m_view;
};

QTEST_MAIN(HistogramDelegateTest)
#include "tst_histogram_delegate.moc"
