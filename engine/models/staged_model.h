#pragma once

#include "engine/models/fusion_model.h"
#include "engine/models/stage_offer.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// A figure that a model measures of itself; one that is undefined has no value.
struct ModelFigure {
    std::string name;
    std::optional<double> value;
};

/// Calls visit() with each batch of a fold, one after the other. So a fold never needs to lie in memory as a
/// whole.
using EachBatch = std::function<void(const std::function<void(const ModalityBatch&)>& visit)>;

/// A model that learns in stages: the weights at the end of one begin the next. Training knows such a model
/// by this interface alone; a FusionModel that does not have it learns in one stage, `joint`, by its
/// objective().
class StagedModel {
public:
    virtual ~StagedModel() = default;

    /// The stages that it can be trained in.
    virtual std::vector<StageOffer> stages() const = 0;
    /// The names of those it goes through when a configuration names none, in order.
    virtual std::vector<std::string> usualStages() const = 0;

    /// Called once before the first stage, in evaluation mode: what is measured of the training segments and
    /// kept as a buffer, such as a codebook.
    virtual void begin(const EachBatch& training, std::uint64_t seed);

    /// The quantity that a stage minimises. @param step  its truths are undefined where a stage needs none.
    virtual torch::Tensor stageLoss(const std::string& stage, const TrainingStep& step) = 0;

    /// The loss of StageOffer::watches, of all batches together, in evaluation mode.
    virtual double stageFigure(const std::string& stage, const EachBatch& validation) = 0;

    /// What it measures of itself on a fold besides the task's figures, in evaluation mode.
    virtual std::vector<ModelFigure> figures(const EachBatch& fold) = 0;

    /// What a batch holds besides rows of features (ModalityBatch::extras), first axis N, for N segments.
    /// @param transcripts  N, or none where the data have none
    virtual NamedTensors extrasOf(const std::vector<std::string>& transcripts) const;
};

/// What the training segments and what is learnt of them decide of a model, before it is made.
struct TrainingFacts {
    std::vector<std::string> transcripts; ///< of the training segments, or none
    std::int64_t steps = 1; ///< of the longest training segment, in any modality
    std::int64_t rows = 0; ///< steps of all training segments together that are not padding
    std::array<bool, allModalities.size()> modalities{true, true, true}; ///< that it learns from
    std::size_t classes = 0; ///< labels that are classes, from the first on
    std::size_t values = 0; ///< the labels behind them, which are values
    std::int64_t people = 0; ///< in the training conversation that has most of them; 0: there are none
    std::int64_t seenNumbers = 0; ///< of what is seen of each participant during a turn; 0: nothing
};

}
