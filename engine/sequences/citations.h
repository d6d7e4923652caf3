#pragma once

#include "engine/sequences/metadata.h"

#include <span>
#include <string>
#include <vector>

namespace engine {

/// What to cite for sequences, made of their metadata.
struct Citations {
    std::string text;
    std::vector<std::string> missing; ///< sentences about sequences that do not say what to cite
};

/// The text that the CMU-MultimodalSDK writes, byte for byte: its own paper, then per sequence its featureset
/// and its dataset, each on a line that says so. No BibTeX file: tools cannot read it.
Citations sdkCitations(std::span<const Metadata> sequences);

/// A valid BibTeX file of the same: each entry once, keys made unique when two entries have the same. What is
/// no BibTeX becomes the note of an entry.
Citations bibtex(std::span<const Metadata> sequences);

}
