#pragma once

#include "widgets/base/theme.h"

namespace widgets {

/// The colour of a value in a heat map, from the background through the track's colour to a bright end.
/// @param part  0…1
QColor heatColour(const Theme& theme, const QColor& colour, double part);

/// The colour of a signed value in a heat map, from one colour through the background to the other.
/// @param part  0…1, 0.5 being value 0
QColor heatColourAboutZero(const Theme& theme, double part);

}
