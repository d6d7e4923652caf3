#include "app/video/sound_gaps.h"

#include "widgets/base/scale_number.h"

#include <QStringList>

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t kMostGapsTold = 3;

}

QString soundGapsText(const std::vector<engine::Interval>& gaps)
{
    QStringList told;
    for (std::size_t i = 0; i < std::min(gaps.size(), kMostGapsTold); ++i)
        told << QStringLiteral("%1 – %2 s")
                    .arg(widgets::shownNumber(gaps[i].start, 1, 'f'),
                         widgets::shownNumber(gaps[i].end, 1, 'f'));
    if (gaps.size() > kMostGapsTold)
        told << QStringLiteral("…");
    return told.join(QStringLiteral(", "));
}

}
