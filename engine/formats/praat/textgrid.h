#pragma once

#include "engine/formats/common/format.h"

namespace engine {

/// Praat's TextGrid as text, in any of its forms: only free-standing numbers, quoted texts and flags count,
/// as Praat reads it. Written in the long form, UTF-8, contiguous as Praat wants it.
const Format& textGridFormat();

}
