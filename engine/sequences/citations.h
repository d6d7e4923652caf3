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

/// The same citations without the lines whose fields are missing.
/// @param missing  sentences about what a sequence lacks are added here
std::string sdkCitations(std::span<const Metadata> sequences, std::vector<std::string>& missing);

/// The same citations as a BibTeX file that can be used as it is: each entry comes once, keys are unique, and
/// the SDK's explanations between entries are left out. A citation that is not BibTeX becomes the note of an
/// entry.
/// @param missing  sentences about what a sequence lacks are added here
std::string bibtex(std::span<const Metadata> sequences, std::vector<std::string>& missing);

}
