#pragma once

#include "engine/alignment/segment_rows.h"
#include "engine/training/data/feature_data.h"

#include <array>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace engine {

class Scorer;

/// A segment that a model is asked about.
struct ToldSegment {
    LabelledSegment segment; ///< without labels: all segments are alike then; of packed ones without input
    std::vector<float> labels; ///< by the columns of the model's labels; NaN: not given
    std::array<bool, allModalities.size()> present{}; ///< by modality: any value is not 0
};

/// All segments of a dataset as a model takes them: those with labels and, of videos without labels,
/// utterances, in the order of the list; of a packed file all segments in its order. Folds are those of the
/// model's training, else of the list.
class ToldSegments {
public:
    /// @param dataset   where the list is from, for messages
    /// @param together  how many are looked at at once
    /// @throws FormatError, IoError, ShapeError as labelledSegments(); FormatError (`no_segments`).
    ToldSegments(const Scorer& scorer, const DatasetList& list, const std::filesystem::path& dataset,
                 std::size_t together);

    std::size_t size() const { return m_segments.size(); }
    const ToldSegment& segment(std::size_t place) const { return m_segments[place]; }
    const nlohmann::json& leftOut() const { return m_leftOut; } ///< [{"id", "why"}]
    /// The segments first ≤ i < last.
    FoldData part(std::size_t first, std::size_t last, const std::string& name) const;
    /// The same with what is seen and heard in them, where the model asks parts about that.
    /// @throws as MediaStore.
    FoldData partToAsk(std::size_t first, std::size_t last, const std::string& name) const;
    /// What the model learnt from, of these; without any, one segment of test, which tells the widths.
    FeatureData trainingData() const;

private:
    void read(const DatasetList& list, const SegmentRecipe& recipe);
    void readPacked(const DatasetList& list, const SegmentRecipe& recipe, const std::filesystem::path& file);
    FoldData foldOfPlaces(const std::vector<std::size_t>& places, const std::string& name) const;
    void nameFolds();

    const Scorer& m_scorer;
    DatasetList m_list;
    std::filesystem::path m_dataset;
    std::size_t m_together;
    bool m_areAligned = true;
    std::vector<ToldSegment> m_segments;
    std::optional<FoldData> m_packed; ///< what the model sees of them; absent: each has its own
    nlohmann::json m_leftOut = nlohmann::json::array();
};

}
