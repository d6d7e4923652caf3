#pragma once

#include "engine/formats/common/format.h"

namespace engine {

/// Kaldi's `segments`, with `text`, `utt2spk` and `reco2dur` beside it where they are.
const Format& kaldiSegmentsFormat();

}
