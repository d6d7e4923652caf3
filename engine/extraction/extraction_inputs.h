#pragma once

#include "engine/extraction/extraction.h"

#include <memory>
#include <span>

namespace engine {

/// In the folder of the results: the vectors of its words, where they come from a large file.
inline constexpr const char* kVocabularyFile = "vocabulary.vectors";

/// The recordings of a wish in the order of their names; the same whatever the order on the command line.
/// Folders and archives are listed once each. @param run  is told how far the search is
/// @throws FormatError as extractFeatures(): `data_invalid`, `unknown_recording`, `same_name`, `same_file`;
/// Cancelled.
std::vector<Recording> recordingsOf(const ExtractionWish& wish, const RunContext& run = {});

/// The wanted sets, and the words that some of them are made of.
std::vector<FeatureSet> neededSets(const ExtractionWish& wish);

/// Those of the sets that a step makes.
std::vector<FeatureSet> setsOf(ExtractionStep step, std::span<const FeatureSet> wanted);

/// Whether a step is made of the words of a recording.
bool needsWords(ExtractionStep step);

/// The vectors that the settings name, or whose vocabulary the folder has, or which made the folder's
/// `word_vectors`; else those of the part `word_vectors` where it is installed, and HashedVectors where it is
/// not. @throws FormatError (`part_damaged`); as openVectors().
std::shared_ptr<const WordVectors> vectorsFor(const ExtractionWish& wish, const RunContext& run);

}
