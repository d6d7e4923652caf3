#pragma once

#include "app/training/run_folders.h"

#include <array>
#include <cstddef>

namespace app {

/// A figure of held-out segments as the table of runs shows it.
struct RunFigure {
    QString title; ///< `MAE`
    QString text; ///< `0.512`; a dash: the run has none
    QString tip; ///< with its 95 % interval: `0.310 (95 %: −0.110 … 0.640)`; empty: none is known
};

inline constexpr std::size_t kRunFigures = 4;

/// MAE, r, accuracy, F1 of a run.
std::array<RunFigure, kRunFigures> runFigures(const RunFolderState& run);

/// How many held-out segments the figures are of; 0: not known.
std::size_t testedSegments(const RunFolderState& run);

/// How sure the figures are: `Of 24 test segments: r 0.31 (95 %: −0.11 … 0.64), …`. Empty: nothing is known.
QString sureness(const RunFolderState& run);

}
