#pragma once

#include <QRectF>

namespace app {

/// The part of a picture that shows a face large, at most four times as wide as three times high. All are
/// parts of the picture: 0, 0 is its top left corner, 1, 1 the bottom right.
/// @param before  what was shown; it stays for as long as the face is well in it, so that the picture rests.
/// Empty: all
/// @param face  the box of the face
/// @param aspect  of the picture: its width by its height
/// @return empty: all of the picture, since the face fills it
QRectF partAround(const QRectF& face, const QRectF& before, double aspect);

}
