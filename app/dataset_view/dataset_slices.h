#pragma once

#include "engine/core/run_context.h"
#include "widgets/dataset/slice_model.h"

#include <QStringList>

#include <array>
#include <memory>
#include <vector>

namespace app {

/// What slices are made by, beside what the points tell.
struct SegmentFacts {
    std::array<bool, 3> present{true, true, true}; ///< whether there is text, sound, vision
    double pauseBefore = 0.0; ///< seconds since the end of the segment before in the same video; 0: the first
};
using SegmentFactsPtr = std::shared_ptr<const std::vector<SegmentFacts>>; ///< in the order of the points

struct DatasetSlices {
    std::vector<widgets::DatasetSlice> slices;
    double allError
        = 0.0; ///< mean absolute error of all labelled segments; of classes the share that is wrong
    int beyondChance = 0; ///< slices that are worse than all others
    QString
        problem; ///< the search of one's own that was added last finds nothing, or is none; empty: it does
};

/// Slices of at least five labelled segments, with their figures: by speaker, fold, length, label, predicted
/// class, class, words of negation and intensity, pause before, missing modality, and by these searches of
/// the library.
/// @param fold  whose segments alone are looked at; empty: all
/// @throws Cancelled.
DatasetSlices datasetSlices(const widgets::DatasetContent& content, const std::vector<SegmentFacts>& facts,
                            const QStringList& searches, const QString& fold, const engine::RunContext& run);

/// Which segments a search of the library finds, as if each were a video of its own.
/// @return its problem in a sentence; empty: it is a search
QString findSegments(const widgets::DatasetContent& content, const std::vector<SegmentFacts>& facts,
                     const QString& search, widgets::DatasetPlaces& found);

}
