#pragma once

#include "engine/agreement/rating_files.h"
#include "engine/annotation/layers.h"

#include <functional>

namespace app {

/// What the annotators of layers said about the same segments: a table per label, units by video and time.
/// Free text is left out; segments that no chosen layer judged, too.
/// @param of      the tier that is judged
/// @param chosen  which layers are raters
engine::RatingTables layerRatings(const engine::Annotation& annotation, const std::string& of,
                                  const std::function<bool(const engine::Layer&)>& chosen);

/// The first passes of all annotators over everything: what agreement between people is about.
bool isFirstPass(const engine::Layer& layer);

/// `anna`, `anna, pass 2`, `anna, text only`: a layer's rater, in the window's language.
std::string raterOf(const engine::Layer& layer);

}
