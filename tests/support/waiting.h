#pragma once

#include <QTest>

#include "tests/support/waiting.h"

/// How long tests wait for what has to come: as long as a machine that is busy with other tests may take. The
/// length guards against hanging; speed is measured by tests/bench.
namespace support {

inline constexpr int kPatience = 150'000; ///< ms

}

// Qt's own give up after 5 s.
#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT(expression, support::kPatience)
#define QTRY_VERIFY2(expression, message) QTRY_VERIFY2_WITH_TIMEOUT(expression, message, support::kPatience)
#define QTRY_COMPARE(expression, expected) QTRY_COMPARE_WITH_TIMEOUT(expression, expected, support::kPatience)
