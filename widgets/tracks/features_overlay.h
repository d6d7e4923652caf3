#pragma once

#include "engine/alignment/coverage.h"
#include "widgets/timeline/track.h"

#include <vector>

/// What lies over a track of features: rows that nobody measured, and what each word receives.
namespace widgets {

/// A row that was filled in, and by which method.
struct FilledRow {
    engine::Interval interval;
    QString method; ///< `linear`
    friend bool operator==(const FilledRow&, const FilledRow&) = default;
};

/// Paints filled rows hatched, with the method's name where there is room; several in a row are one.
/// @param rows  sorted by time. @param visible  false: they are painted as gaps
void paintFilledRows(TrackCanvas& canvas, const std::vector<FilledRow>& rows, bool visible);

/// Paints a ribbon at the foot: covered words in the sequence's colour, partly covered ones fainter, empty
/// ones in red; a dark notch where a row counts for two words. Narrower than a pixel, the worst of a pixel
/// shows. @param coverage  of each word, sorted by time
void paintCoverage(TrackCanvas& canvas, const std::vector<engine::TargetCoverage>& coverage,
                   const QColor& full);

}
