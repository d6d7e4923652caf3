#include "widgets/training/split_video.h"

#include "widgets/base/theme.h"
#include "widgets/training/split_bar.h"

#include <QFontMetrics>

namespace widgets {

namespace {

constexpr int kAroundText = 8; // inside a block

}

std::size_t splitPartOf(const SplitVideo& video)
{
    for (std::size_t part = 0; part + 1 < kSplitParts; ++part) {
        if (video.part == kSplitKeys[part])
            return part;
    }
    return kSplitParts - 1;
}

QString splitPartName(std::size_t part)
{
    switch (part) {
    case 0:
        return SplitBar::tr("train");
    case 1:
        return SplitBar::tr("valid");
    case 2:
        return SplitBar::tr("test");
    default:
        return SplitBar::tr("not used");
    }
}

QColor splitColour(const Theme& theme, std::size_t part)
{
    switch (part) {
    case 0:
        return theme.accent;
    case 1:
        return theme.vision;
    case 2:
        return theme.language;
    default:
        return theme.muted;
    }
}

QString splitBlockText(const std::vector<SplitVideo>& videos, const QFontMetrics& metrics, int room)
{
    if (videos.size() > 1) {
        int labelled = 0;
        for (const SplitVideo& video : videos)
            labelled += video.labelled;
        const QString whole = SplitBar::tr("%1 · %2").arg(
            SplitBar::tr("%n video(s)", nullptr, static_cast<int>(videos.size())),
            SplitBar::tr("%n labelled", nullptr, labelled));
        return metrics.elidedText(whole, Qt::ElideRight, room - kAroundText);
    }
    const SplitVideo& video = videos.front();
    const QString whole = SplitBar::tr("%1 of %2").arg(video.labelled).arg(video.segments);
    if (metrics.horizontalAdvance(whole) + kAroundText <= room)
        return whole;
    const QString number = QString::number(video.labelled);
    return metrics.horizontalAdvance(number) <= room ? number : QString();
}

}
