#include "engine/sequences/entry_order.h"

#include <QTest>

#include <limits>

#include "tests/support/failure.h"
#include "tests/support/sequences.h"

using namespace engine;

class TestEntryOrder : public QObject {
    Q_OBJECT

private slots:
    void rowsAreOrderedByStartAndTiesStay()
    {
        constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
        const std::vector<Interval> intervals{{2, 3}, {notANumber, 1}, {1, 9},
                                              {2, 1}, {notANumber, 0}, {0, 1}};
        const std::vector<std::size_t> expected{5, 2, 0, 3, 1, 4};
        QCOMPARE(orderByStart(intervals), expected);

        const Entry sorted = sortedByStart(test::numbered(intervals));
        QVERIFY((sorted.features == test::floats(1, {5, 2, 0, 3, 1, 4})));
        QVERIFY((sorted.intervals.values[1] == Interval{1, 9}));
    }

    void partsAreJoinedInTheirCommonType()
    {
        const Entry single = test::numbered({{0, 1}, {1, 2}}, ElementType::Float32);
        const Entry twice{{ElementType::Float64, {{2, 3}}}, test::doubles({9})};
        const std::vector<EntryRows> parts{EntryRows(single, 1, 1), EntryRows(twice)};
        const Entry joined = concatenate(parts);
        QVERIFY((joined == Entry{{ElementType::Float64, {{1, 2}, {2, 3}}}, test::doubles({1, 9})}));
    }

    void partsOfDifferentWidthAreRefused()
    {
        const Entry narrow = test::numbered({{0, 1}});
        const Entry wide{{ElementType::Float64, {{0, 1}}}, test::floats(2, {1, 2})};
        const std::vector<EntryRows> parts{EntryRows(narrow), EntryRows(wide)};
        QVERIFY(test::failureOf([&] { concatenate(parts); }).starts_with("data_invalid"));
    }
};

QTEST_GUILESS_MAIN(TestEntryOrder)
#include "tst_entry_order.moc"
