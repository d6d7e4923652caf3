#pragma once

#include "engine/formats/common/format.h"

namespace engine {

/// Praat's TextGrid. Text files are read in any form, as Praat reads them: only free-standing numbers, quoted
/// texts and flags count. It is written in the long form, in UTF-8, with contiguous intervals as Praat needs
/// them.
const Format& textGridFormat();

}
