#pragma once

#include "engine/model_files/model_card.h"
#include "engine/training/data/feature_data.h"

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace engine {

/// Which segments a model was trained, chosen and tested on: {"train": "…", "valid": "…", "test": "…"}, 16
/// hexadecimal digits for each segment of the fold, of a hash of its features. So a segment is known again
/// wherever it stands in a file and whatever its id is there.
nlohmann::json segmentHashes(const FeatureData& data);

/// The folds that a name (of a segment by its hash, or of a video) was in.
using FoldsByName = std::map<std::string, std::set<std::size_t>, std::less<>>;

/// The folds that segments had when a model was trained.
///
/// A segment whose features were in one fold had that one; otherwise the fold of its video, if all of that
/// video was in one; otherwise, when its features were in several folds, the first of them in the order
/// train, valid, test. Cards made before there were hashes know videos only.
class KnownFolds {
public:
    explicit KnownFolds(const ModelCard& card);
    /// Empty for a segment that the model does not know.
    std::string of(const FoldData& fold, std::size_t segment) const;
    /// One for each segment, fold after fold, as pooled() has them.
    std::vector<std::string> of(const FeatureData& data) const;

private:
    FoldsByName m_byHash;
    FoldsByName m_byVideo;
};

/// The data with the folds that the model was trained on: what it learnt from is never scored as valid or
/// test. Segments that it does not know stay where they are. What was moved is noted.
FeatureData withKnownFolds(FeatureData data, const ModelCard& card);

/// For training: notes how many segments of valid and test have the features of a segment of train, under
/// whatever id. @param hashes  segmentHashes() of the data
void noteCopies(FeatureData& data, const nlohmann::json& hashes);

/// The fold of each segment, fold after fold.
std::vector<std::string> foldsOf(const FeatureData& data);

/// Says how many segments of valid and test are ones that the model learnt from.
/// @param folds  of each segment in the data
/// @param known  of each segment when the model was trained
std::string learntNote(const std::vector<std::string>& folds, const std::vector<std::string>& known);

}
