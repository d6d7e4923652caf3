#pragma once

#include "app/review/review.h"

#include <QTest>
#include <QWidget>

#include "tests/support/waiting.h"

namespace support {

/// Answers the segment of the pass by keys, a digit and Enter, as soon as the segment is there.
/// @param keyboard  the widget that gets the keys: the timeline
inline void rate(app::Review& review, QWidget& keyboard, int digit)
{
    QTRY_VERIFY(review.segment() != 0);
    const std::size_t done = review.done();
    QTest::keyClick(&keyboard, static_cast<Qt::Key>(Qt::Key_0 + digit));
    QTest::keyClick(&keyboard, Qt::Key_Return);
    QCOMPARE(review.done(), done + 1);
}

}
