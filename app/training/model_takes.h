#pragma once

#include "app/training/training_wish.h"

#include <QString>

namespace app {

class TrainingDataPage;

/// What a class of models learns from, in a sentence.
QString takesText(ModelClass::Takes takes);

/// Why a class cannot learn what is chosen, whatever else there is; empty: it can.
/// @param isEnough  the data suffice for models of segments
QString whyNotLearnt(const ModelClass& model, const TrainingDataPage& data, bool areRowsWords, bool isEnough);

}
