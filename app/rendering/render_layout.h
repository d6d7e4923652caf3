#pragma once

#include "app/rendering/render_wish.h"

#include <QRectF>
#include <QSizeF>

namespace app {

/// Where the parts of a rendered picture lie, in units of which `scale` makes pixels: so letters and heads of
/// tracks are as large in a small video as in a large one.
struct RenderLayout {
    double scale = 1.0;
    QSizeF size;
    QRectF tracks; ///< heads and ruler included; empty: no timeline
    QRectF picture; ///< of the recording, in its proportions; empty: none
    QRectF
        card; ///< the place of what the model says: as wide as a card, as high as there is room; empty: none
    QRectF subtitles; ///< the area at whose foot words are written
};

/// @param aspect       width / height of the recording's picture; 0: it has none
/// @param tracksHeight  units that the chosen tracks need; 0: none are shown
RenderLayout renderLayout(const RenderWish& wish, double aspect, double tracksHeight);

}
