#pragma once

#include <QRect>
#include <QSize>

#include <vector>

namespace widgets {

/// Where pictures lie side by side: in as many columns as show most of them, each in the middle of a cell,
/// with its aspect kept.
/// @param pictures  their sizes; an empty one is 16 : 9
/// @param gap  pixels between cells
std::vector<QRect> pictureGrid(QSize area, const std::vector<QSize>& pictures, int gap);

}
