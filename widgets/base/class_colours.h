#pragma once

#include "engine/annotation/tier.h"

#include <QColor>

namespace widgets {

inline constexpr int kClassColours = 8;

/// The colour of a class that was given none, by its place among the classes, from 0 on; after
/// `kClassColours` they begin anew. People with any of the three colour blindnesses tell them apart.
QColor classColour(int place);
/// A term's own colour; without one that of its place.
QColor termColour(const engine::Term& term, int place);

}
