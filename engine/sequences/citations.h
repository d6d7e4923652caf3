#pragma once

#include "engine/sequences/metadata.h"

#include <span>
#include <string>
#include <vector>

namespace engine {

/// What to cite for these sequences, as the SDK writes it (mmdataset.bib_citations): its own paper, then for
/// each sequence a line for it and one for its dataset.
/// @throws FormatError (`data_invalid`) naming the sequence and the field that it lacks.
std::string sdkCitations(std::span<const Metadata> sequences);

/// The same as BibTeX that can be used as it is: each entry once, keys unique, without the words before
/// entries.
/// @param missing  sequences' names and the fields that they lack are added here
std::string bibtex(std::span<const Metadata> sequences, std::vector<std::string>& missing);

}
