#pragma once

#include "engine/publishing/publication.h"
#include "engine/publishing/published_labels.h"

#include <string>

namespace engine {

/// The card's section on splits: hours, groups, units and values of each label per split, and how far the splits are from
/// the wished parts. Empty where no video is in a split.
std::string splitsSection(const PublishedStudy& study, const std::vector<PublishedLabel>& labels, const PublishedSplits& splits);

}
