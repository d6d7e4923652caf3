#pragma once

#include "app/training/training_wish.h"

#include <QString>

namespace app {

/// What a class of models learns from, in a sentence.
QString takesText(ModelClass::Takes takes);

}
