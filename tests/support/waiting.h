#pragma once

#include <QTest>

#include <tuple>
#include <type_traits>

/// How long tests wait for what has to come: as long as a machine that is busy with other tests may take. The
/// length guards against hanging; speed is measured by tests/bench.
namespace support {

inline constexpr int kPatience = 150'000; ///< ms

/// As QCOMPARE compares: numbers with decimals may differ in the last of them. Qt's own waits for numbers
/// that are exactly the same, to the end, before QCOMPARE finds them the same.
template <typename Left, typename Right>
bool areSame(const Left& left, const Right& right)
{
    if constexpr (std::is_floating_point_v<Left> && std::is_same_v<Left, Right>)
        return left == right || qFuzzyCompare(left, right);
    else
        return left == right;
}

}

// Qt's own give up after 5 s.
#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#undef QTRY_VERIFY_WITH_TIMEOUT
#undef QTRY_VERIFY2_WITH_TIMEOUT
#undef QTRY_COMPARE_WITH_TIMEOUT
#define QTRY_VERIFY_WITH_TIMEOUT(expression, timeout)                                                        \
    do {                                                                                                     \
        std::ignore = QTest::qWaitFor([&] { return static_cast<bool>(expression); }, timeout);               \
        QVERIFY(expression);                                                                                 \
    } while (false)
#define QTRY_VERIFY2_WITH_TIMEOUT(expression, message, timeout)                                              \
    do {                                                                                                     \
        std::ignore = QTest::qWaitFor([&] { return static_cast<bool>(expression); }, timeout);               \
        QVERIFY2(expression, message);                                                                       \
    } while (false)
#define QTRY_COMPARE_WITH_TIMEOUT(expression, expected, timeout)                                             \
    do {                                                                                                     \
        std::ignore = QTest::qWaitFor([&] { return support::areSame((expression), (expected)); }, timeout);  \
        QCOMPARE(expression, expected);                                                                      \
    } while (false)
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT(expression, support::kPatience)
#define QTRY_VERIFY2(expression, message) QTRY_VERIFY2_WITH_TIMEOUT(expression, message, support::kPatience)
#define QTRY_COMPARE(expression, expected) QTRY_COMPARE_WITH_TIMEOUT(expression, expected, support::kPatience)
