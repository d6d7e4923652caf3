#include "widgets/timeline/head_signs.h"

#include "widgets/timeline/timeline_areas.h"
#include "widgets/timeline/track_order.h"

#include <QCoreApplication>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kSignSize = 16; // pixels
constexpr int kSignGap = 3;
constexpr int kSignMargin = 7; // at the right of the last
constexpr int kHalfLine = 7;

struct HeadSigns {
    Q_DECLARE_TR_FUNCTIONS(widgets::HeadSigns)
};

}

std::vector<HeadSign> signsOf(const Track& track)
{
    return track.isEditable() ? std::vector{HeadSign::Hide, HeadSign::Lock, HeadSign::Solo}
                              : std::vector{HeadSign::Hide, HeadSign::Solo};
}

QRect placeOfSign(const TrackRow& row, HeadSign sign)
{
    const std::vector<HeadSign> signs = signsOf(*row.track);
    const auto behind = static_cast<int>(signs.end() - std::ranges::find(signs, sign));
    const int left = TimelineAreas::kHeadWidth - 1 - kSignMargin - behind * (kSignSize + kSignGap) + kSignGap;
    const int middle = row.top + (row.height - 1) / 2 - (row.height >= kTwoLineHead ? kHalfLine : 0);
    return {left, middle - kSignSize / 2, kSignSize, kSignSize};
}

std::optional<HeadSign> signAt(const TrackRow& row, QPointF position)
{
    for (const HeadSign sign : signsOf(*row.track)) {
        if (placeOfSign(row, sign).adjusted(-1, -3, 2, 3).contains(position.toPoint()))
            return sign;
    }
    return std::nullopt;
}

TrackPlace shownPlace(const TrackRows& rows, const Track& track)
{
    TrackPlace place = rows.placeOf(&track);
    place.hidden = false;
    return place;
}

LayoutWish wishOf(HeadSign sign, const TrackRows& rows, const Track& track)
{
    const QString title = track.title();
    TrackPlace place = shownPlace(rows, track);
    QString what;
    switch (sign) {
    case HeadSign::Hide:
        place.hidden = true;
        place.solo = false; // else it would be shown still
        what = HeadSigns::tr("hide %1").arg(title);
        break;
    case HeadSign::Lock:
        place.locked = !place.locked;
        what = (place.locked ? HeadSigns::tr("lock %1") : HeadSigns::tr("unlock %1")).arg(title);
        break;
    case HeadSign::Solo:
        place.solo = !place.solo;
        what = (place.solo ? HeadSigns::tr("show only %1") : HeadSigns::tr("show other tracks beside %1"))
                   .arg(title);
        break;
    }
    return {with(rows.completeLayout(), place), what};
}

QString tipOf(HeadSign sign, const TrackRows& rows, const Track& track)
{
    const TrackPlace place = rows.placeOf(&track);
    switch (sign) {
    case HeadSign::Hide:
        return HeadSigns::tr("Hide this track. A right click on the heads shows it again.");
    case HeadSign::Lock:
        if (track.answers() == Track::Answers::Locked)
            return HeadSigns::tr("These answers are locked: they belong to who gave them. A click asks "
                                 "before it unlocks them.");
        if (track.answers() == Track::Answers::Unlocked)
            return HeadSigns::tr("These answers were unlocked. A click locks them again.");
        if (track.answers() == Track::Answers::InPass)
            return HeadSigns::tr("The answers of the pass that goes on.");
        return place.locked ? HeadSigns::tr("This track is locked. A click unlocks it.")
                            : HeadSigns::tr("Lock this track against edits.");
    case HeadSign::Solo:
        return place.solo ? HeadSigns::tr("Only this track is shown. A click shows the others again.")
                          : HeadSigns::tr("Show only this track.");
    }
    return {};
}

}
