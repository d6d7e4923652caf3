#include "widgets/base/theme.h"
#include "widgets/statistics/statistics_model.h"

#include <QAbstractItemModelTester>
#include <QGuiApplication>
#include <QSortFilterProxyModel>
#include <QTest>

#include <limits>

using namespace widgets;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
enum Column { Name, Values, Minimum, Maximum, Mean, Deviation, Nan, Infinite };

engine::DimensionStatistics dimension(const char* name, const std::vector<double>& values)
{
    engine::DimensionStatistics statistics;
    statistics.name = name;
    for (const double value : values)
        statistics.add(value);
    return statistics;
}

engine::SequenceStatistics some()
{
    engine::SequenceStatistics statistics;
    statistics.dimensions = {dimension("pitch", {1.0, 2.0, 6.0}), dimension("flat", {5.0, 5.0}),
                             dimension("silent", {kNan, kNan}), dimension("broken", {0.1, kNan, kInfinity})};
    return statistics;
}

engine::SequenceComparison oneComparison()
{
    engine::SequenceComparison comparison;
    comparison.dimensions = {{"pitch", 10, 3, 10, 0.5, 2.0}};
    return comparison;
}

}

class StatisticsModelTest : public QObject {
    Q_OBJECT

private slots:
    void itKeepsItsContract()
    {
        StatisticsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.columnCount(), 0);
        QCOMPARE(model.histogramColumn(), -1);
        model.setStatistics(some());
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.histogramColumn(), int(Values));
        model.setComparison(oneComparison());
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.histogramColumn(), -1);
        QVERIFY(!model.histogram(0));
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        model.setStatistics({}); // text: no dimensions
        QCOMPARE(model.rowCount(), 0);
    }

    void figuresOfADimension()
    {
        StatisticsModel model;
        model.setStatistics(some());
        QCOMPARE(shown(model, 0, Name), QStringLiteral("pitch"));
        QCOMPARE(shown(model, 0, Minimum), QStringLiteral("1"));
        QCOMPARE(shown(model, 0, Maximum), QStringLiteral("6"));
        QCOMPARE(shown(model, 0, Mean), QStringLiteral("3"));
        QCOMPARE(shown(model, 0, Deviation), QStringLiteral("2.1602")); // √(14/3)
        QCOMPARE(shown(model, 0, Values), QString()); // there is the histogram
        QCOMPARE(shown(model, 3, Nan), QStringLiteral("1"));
        QCOMPARE(shown(model, 3, Infinite), QStringLiteral("1"));
        QCOMPARE(shown(model, 2, Mean), QString()); // not one number
    }

    void whatIsOddIsSaidAndColoured_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("finding");
        QTest::newRow("nothing odd") << 0 << QString();
        QTest::newRow("constant") << 1 << QStringLiteral("constant: the same number everywhere");
        QTest::newRow("empty") << 2 << QStringLiteral("empty: not one number");
        QTest::newRow("no numbers among them") << 3 << QStringLiteral("2 of 3 values are no numbers");
    }
    void whatIsOddIsSaidAndColoured()
    {
        QFETCH(const int, row);
        QFETCH(const QString, finding);
        for (const Theme* theme : {&darkTheme(), &lightTheme()}) {
            QGuiApplication::setPalette(paletteOf(*theme));
            StatisticsModel model;
            model.setStatistics(some());
            const QModelIndex index = model.index(row, Mean);
            QCOMPARE(index.data(Qt::ToolTipRole).toString(), finding);
            QCOMPARE(index.data(Qt::AccessibleDescriptionRole).toString(), finding);
            QCOMPARE(index.data(Qt::ForegroundRole).value<QColor>(),
                     finding.isEmpty() ? QColor() : theme->attention);
        }
    }

    void comparisonsHaveNoFindings()
    {
        StatisticsModel model;
        model.setComparison(oneComparison());
        QStringList heads;
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            heads << model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
            cells << shown(model, 0, column);
        }
        QCOMPARE(
            heads,
            (QStringList{QStringLiteral("Dimension"), QStringLiteral("Rows"), QStringLiteral("Different"),
                         QStringLiteral("Mean difference"), QStringLiteral("Largest difference")}));
        QCOMPARE(cells,
                 (QStringList{QStringLiteral("pitch"), QStringLiteral("10"), QStringLiteral("3"),
                              QStringLiteral("0.5"), QStringLiteral("2")}));
        QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().isEmpty());
    }

    void numbersAreSortedAsNumbers()
    {
        StatisticsModel model;
        engine::SequenceStatistics statistics;
        statistics.dimensions
            = {dimension("ten", {10.0}), dimension("nine", {9.0}), dimension("minus", {-100.0})};
        model.setStatistics(statistics);
        QSortFilterProxyModel sorted;
        sorted.setSourceModel(&model);
        sorted.setSortRole(Qt::UserRole);
        sorted.sort(Mean);
        QStringList names;
        for (int row = 0; row < sorted.rowCount(); ++row)
            names << sorted.index(row, Name).data().toString();
        QCOMPARE(names,
                 (QStringList{QStringLiteral("minus"), QStringLiteral("nine"), QStringLiteral("ten")}));
    }

    void numbersStandRightAndNamesLeft()
    {
        StatisticsModel model;
        model.setStatistics(some());
        QVERIFY(model.index(0, Name).data(Qt::TextAlignmentRole).toInt() & Qt::AlignLeft);
        QVERIFY(model.index(0, Mean).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
    }

    void namesOfAllKindsStayWholeInCsv()
    {
        StatisticsModel model;
        engine::SequenceStatistics statistics;
        statistics.dimensions = {dimension("a, \"b\"", {0.1}), dimension("גובה 👍", {2.0}),
                                 dimension("two\nlines", {3.0}), dimension("silent", {kNan})};
        model.setStatistics(statistics);
        QCOMPARE(model.toCsv(),
                 QStringLiteral("Dimension,Minimum,Maximum,Mean,Deviation,NaN,Infinite\n"
                                "\"a, \"\"b\"\"\",0.10000000000000001,0.10000000000000001,"
                                "0.10000000000000001,0,0,0\n"
                                "גובה 👍,2,2,2,0,0,0\n"
                                "\"two\nlines\",3,3,3,0,0,0\n"
                                "silent,,,,,1,0\n"));
    }

    void manyDimensionsAreAsManyRows()
    {
        StatisticsModel model;
        engine::SequenceStatistics statistics;
        for (int i = 0; i < 5000; ++i)
            statistics.dimensions.push_back(dimension(qPrintable(QString::number(i)), {double(i)}));
        model.setStatistics(std::move(statistics));
        QCOMPARE(model.rowCount(), 5000);
        QCOMPARE(shown(model, 4999, Maximum), QStringLiteral("4999"));
        QCOMPARE(model.headerData(4999, Qt::Vertical, Qt::DisplayRole).toInt(), 4999);
    }

private:
    static QString shown(const StatisticsModel& model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }
};

QTEST_MAIN(StatisticsModelTest)
#include "tst_statistics_model.moc"
