#pragma once

#include "engine/agreement/rating_files.h"
#include "engine/annotation/layers.h"

#include <functional>

namespace engine {

/// What the annotators of layers said about the same segments: a table per label, units by video and time.
/// Free text is left out; segments that no chosen layer judged, too.
/// @param of       the tier that is judged
/// @param chosen   which layers are raters
/// @param raterOf  the name of each layer's rater in the tables
RatingTables layerRatings(const Annotation& annotation, const std::string& of,
                          const std::function<bool(const Layer&)>& chosen,
                          const std::function<std::string(const Layer&)>& raterOf);

/// The segments that the units of these tables are, in their order.
std::vector<SegmentId> ratedSegments(const Annotation& annotation, const std::string& of,
                                     const std::function<bool(const Layer&)>& chosen);

}
