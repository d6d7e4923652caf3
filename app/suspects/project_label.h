#pragma once

#include "engine/annotation/annotation.h"
#include "engine/annotation/review_queue.h"
#include "engine/snapshot/label_rows.h"

#include <string>
#include <vector>

namespace app {

/// The labelled ones of these segments: with their label, else what people said of them.
std::vector<engine::LabelRow> labelledRows(const std::vector<engine::ReviewUnit>& units);

/// The terms of the first label of the labels' tiers, where that is one of several classes; none: it is not.
std::vector<std::string> classesOfLabel(const engine::Annotation& annotation);

/// The segments that have one of these classes as their label: as settled, else their own, else what most
/// first passes say, if one class is said most often.
std::vector<engine::LabelRow> classRows(const engine::Annotation& annotation, const std::string& label,
                                        const std::vector<std::string>& classes);

}
