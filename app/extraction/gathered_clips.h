#pragma once

#include "app/extraction/extraction_run.h"

#include <QMap>

namespace app {

/// How far an extraction is, with the clips of each participant as one recording.
/// @param clips  how many there are, by the participant's id `C@P`; the clips are called `C@P[k]`
ExtractionState withGatheredClips(const ExtractionState& state, const QMap<QString, int>& clips);

}
