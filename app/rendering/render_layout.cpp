#include "app/rendering/render_layout.h"

#include "widgets/predict/answer_card.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr double kUnitsHigh = 640; // of a picture in landscape; one unit is a pixel of the window
constexpr double kUnitsWide = 720; // at least
constexpr double kMostTracks = 0.62; // of the height, where there is a picture above
constexpr double kLeastTracks = 0.25; // of the height
constexpr double kBesidePart = 0.42; // of the width, for a picture beside
constexpr double kGap = 12;
constexpr double kCardRoom = 164; // above tracks, where the card stands there without a picture
constexpr double kWordsRoom = 72; // above tracks, where words stand there alone
constexpr double kUpright = 0.8; // height / width from which on the card stands below the picture

/// The largest rectangle of these proportions in the middle of a place.
QRectF fitted(const QRectF& place, double aspect)
{
    if (aspect <= 0 || place.isEmpty())
        return {};
    const double width = std::min(place.width(), place.height() * aspect);
    const QSizeF size(width, width / aspect);
    return {place.center().x() - size.width() / 2, place.center().y() - size.height() / 2, size.width(),
            size.height()};
}

void placeBeside(RenderLayout& layout, const RenderWish& wish, double aspect)
{
    const double left = std::round(layout.size.width() * kBesidePart);
    layout.tracks = {left, 0, layout.size.width() - left, layout.size.height()};
    QRectF column(kGap, kGap, left - 2 * kGap, layout.size.height() - 2 * kGap);
    if (wish.hasAnswers) { // the picture on top, the card below it
        layout.picture = fitted({column.topLeft(), QSizeF(column.width(), column.height() * 0.66)}, aspect);
        layout.picture.moveTop(column.top());
        const double top = layout.picture.isEmpty() ? column.top() : layout.picture.bottom() + kGap;
        layout.card = {column.left(), top, column.width(), column.bottom() - top};
    } else {
        layout.picture = fitted(column, aspect);
    }
    layout.subtitles = layout.picture.isEmpty() ? column : layout.picture;
}

/// The card stands at the right of the picture, over it only where nothing else is left.
void placeAbove(RenderLayout& layout, const RenderWish& wish, double aspect)
{
    const double bottom = layout.tracks.isEmpty() ? layout.size.height() : layout.tracks.top();
    const QRectF place(0, 0, layout.size.width(), bottom);
    const bool framed = !layout.tracks.isEmpty() || wish.hasAnswers;
    QRectF room = framed ? place.adjusted(kGap, kGap, -kGap, -kGap) : place;
    if (wish.hasAnswers && aspect > 0 && room.height() > kUpright * room.width()) {
        const double high = room.height() - kCardRoom - kGap;
        layout.picture = fitted({room.topLeft(), QSizeF(room.width(), high)}, aspect);
        layout.picture.moveTop(room.top());
        const double top = layout.picture.bottom() + kGap;
        layout.card = {room.left(), top, room.width(), room.bottom() - top};
        layout.subtitles = layout.picture;
        return;
    }
    if (wish.hasAnswers) {
        const double width = std::min<double>(widgets::AnswerCardPainter::kWidth, room.width() * 0.4);
        layout.card = {room.right() - width, room.top(), width, room.height()};
        room.setRight(layout.card.left() - kGap);
    }
    layout.picture = fitted(room, aspect);
    layout.subtitles = layout.picture.isEmpty() ? room : layout.picture;
}

}

RenderLayout renderLayout(const RenderWish& wish, double aspect, double tracksHeight)
{
    RenderLayout layout;
    layout.scale = std::min(wish.size.height() / kUnitsHigh, wish.size.width() / kUnitsWide);
    layout.size = QSizeF(wish.size) / layout.scale;
    const bool hasTracks = tracksHeight > 0;
    const bool hasPicture = wish.picture != RenderWish::Picture::None && aspect > 0;
    if (hasTracks && hasPicture && wish.picture == RenderWish::Picture::Beside) {
        placeBeside(layout, wish, aspect);
        return layout;
    }
    if (hasTracks) {
        const double above = wish.hasAnswers ? kCardRoom : wish.hasSubtitles ? kWordsRoom : 0.0;
        const double most = kMostTracks * layout.size.height();
        const double height = hasPicture
            ? std::round(std::clamp(tracksHeight, kLeastTracks * layout.size.height(), most))
            : std::max(layout.size.height() - above, most);
        layout.tracks = {0, layout.size.height() - height, layout.size.width(), height};
    }
    placeAbove(layout, wish, hasPicture ? aspect : 0);
    return layout;
}

}
