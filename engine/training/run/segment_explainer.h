#pragma once

#include "engine/core/run_context.h"
#include "engine/explain/absent_kind.h"
#include "engine/explain/attribution.h"
#include "engine/explain/interaction_map.h"
#include "engine/training/data/feature_data.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace engine {

class ExplanationWork;
class Scorer;

/// What is to be told of each segment.
struct ExplainSettings {
    AbsentKind absent = AbsentKind::Mean;
    std::vector<AttributionMethod> attributions; ///< by which methods; none: only the interaction maps
    bool faithfulness = false; ///< of each method, per output
    std::uint64_t seed = 1; ///< of the segments that AbsentKind::Marginal draws, and of random orders

    /// Probabilities are explained as what the model adds up, before sigmoid or softmax: there terms are not
    /// bent by the ends of the scale.
    bool logits = false;

    friend bool operator==(const ExplainSettings&, const ExplainSettings&) = default;
};

/// What a model does with one segment.
struct SegmentExplanation {
    std::string id;
    std::string fold;
    Interval span; ///< seconds in its video; empty where the data have no times
    std::vector<std::optional<double>> labels; ///< O; absent: nobody labelled it
    std::vector<InteractionMap> maps; ///< O
    std::vector<Attribution> attributions; ///< in the order of the settings
    std::vector<std::vector<Faithfulness>> faithfulness; ///< of each attribution, O
};

/// Explains what a model of feature sequences predicts, segment by segment. This header needs no LibTorch
/// header.
class SegmentExplainer {
public:
    /// @param data  its training fold tells the range of each output and lends the segments that
    ///              AbsentKind::Marginal draws
    /// @throws FormatError as baselinesFor() and Scorer::requireTakes() do; (code `not_rows`) for a model
    /// that sees and hears recordings; (code `no_logits`) where logits are wished of a model without
    /// probabilities.
    SegmentExplainer(const Scorer& scorer, const FeatureData& data, ExplainSettings settings);
    ~SegmentExplainer();

    /// Per output: from the least to the greatest on the training fold, or that of the label's scale when the
    /// data have no training fold.
    const std::vector<double>& ranges() const;

    /// Segments that are asked about together, as what adds up on a machine depends on; a fold has them from
    /// its first segment on.
    static constexpr std::size_t kSegmentsTogether = 64;
    static std::size_t batchesIn(const FoldData& fold);

    /// Visits the segments of a fold in order. @throws Cancelled.
    void explain(const FoldData& fold, const std::function<void(const SegmentExplanation&)>& visit,
                 const RunContext& run = {}) const;
    /// Visits, in order, the segments that are kept or of the share of this work, and keeps what is new.
    /// @param before  batches of the folds before this one
    /// @throws as explain() and ExplanationWork::keep().
    void explain(const FoldData& fold, const std::function<void(const SegmentExplanation&)>& visit,
                 const ExplanationWork& work, std::size_t before, const RunContext& run = {}) const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}
