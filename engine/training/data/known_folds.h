#pragma once

#include "engine/model_files/model_card.h"
#include "engine/training/data/feature_data.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace engine {

/// On which segments a model was trained, chosen and tested: by fold, 16 hexadecimal digits of a hash of its
/// features for each segment. So a segment is recognised at any place in a file and under any id.
std::map<std::string, std::string> segmentHashes(const FeatureData& data);

/// The folds in which a segment (by its hash) or a video was.
using FoldsByName = std::map<std::string, std::set<std::size_t>, std::less<>>;

/// The folds that segments had when a model was trained.
///
/// A segment whose features were in exactly one fold has that fold. Otherwise it has the fold of its video,
/// if the whole video was in one. Otherwise, when its features were in several folds, it has the first of
/// them in the order train, valid, test. Older cards have no hashes and know only videos.
class KnownFolds {
public:
    explicit KnownFolds(const ModelCard& card);
    /// The fold of a segment; empty when the model does not know it.
    std::string of(const FoldData& fold, std::size_t segment) const;
    /// The folds of all segments, fold after fold, as pooled() orders them.
    std::vector<std::string> of(const FeatureData& data) const;

private:
    FoldsByName m_byHash;
    FoldsByName m_byVideo;
};

/// The data with the folds that the model was trained on: segments that it learnt from are never scored as
/// valid or test. Segments that it does not know stay where they are. Moved segments are noted.
FeatureData withKnownFolds(FeatureData data, const ModelCard& card);

/// For training: notes how many segments of valid and test have the features of a segment of train, under any
/// id. @param hashes  segmentHashes() of the data
void noteCopies(FeatureData& data, const std::map<std::string, std::string>& hashes);

/// The fold of each segment, fold after fold.
std::vector<std::string> foldsOf(const FeatureData& data);

/// A sentence that tells from how many segments of valid and test the model learnt.
/// @param folds  of each segment in the data
/// @param known  of each segment when the model was trained
/// @throws ShapeError (`row_mismatch`) unless they are as many.
std::string learntNote(const std::vector<std::string>& folds, const std::vector<std::string>& known);

}
