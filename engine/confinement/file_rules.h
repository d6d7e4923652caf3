#pragma once

#include "engine/confinement/confinement.h"

namespace engine {

/// From this version on Landlock keeps signals to the process and what it starts (Linux 6.12).
constexpr int kVersionOfSignals = 6;

/// Private to engine/confinement: the rules for files of Landlock (Linux 5.13 and later), of which glibc has
/// no functions.
/// @return the version of Landlock that holds them; 0 where there is none
int ruleFiles(const Confinement& wished);

}
