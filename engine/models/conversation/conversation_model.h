#pragma once

#include "engine/models/fusion_model.h"
#include "engine/models/modality_sizes.h"

#include <vector>

namespace engine {

/// A model of whole conversations: a row of a batch is a conversation, a step is a turn.
///
/// run() takes `x_l`, `x_a`, `x_v` B × T × D, one vector per turn in the order of the turns' starts,
/// `lengths` (turns; undefined: all are valid) and what the model says besides. The prediction is B × T × O,
/// or B × T × P × O of a model that predicts everyone, P slots of participants in the order of their first
/// turns. It is 0 at padding and for slots that nobody has; a row does not depend on its padding.
class ConversationModel : public FusionModel {
public:
    /// Whether it predicts listeners as well as who speaks.
    virtual bool predictsEveryone() const { return false; }

    /// Whether the turns that follow count: then it cannot run live.
    virtual bool readsBackwards() const = 0;

    /// The numbers of what is seen of each participant during a turn (`x_n`); 0: it takes nothing of that.
    virtual std::int64_t seenNumbers() const { return 0; }

    /// What modalities have rows of their own counts before a turn is one vector.
    bool takesUnaligned() const override { return true; }

    /// Of a batch whose steps are turns: `x_l`, `x_a`, `x_v`, `lengths`, and all extras, cut as the steps
    /// are.
    NamedTensors inputsFrom(const ModalityBatch& batch) const override;

    /// caseLossOfTurns(). @throws as that.
    torch::Tensor caseLoss(const std::string& kind, const NamedTensors& inputs,
                           const FusionOutput& output) override;
};

/// `d_l`, `d_a`, `d_v`, of which a modality that a model does not read has 0.
/// @throws FormatError (code `bad_hyper_parameter`) where all are 0.
ModalitySizes turnSizes(HyperParameters& parameters);

/// The vectors of the modalities that are read, side by side: B × T × (D_l + D_a + D_v), or without T.
/// @throws FormatError (code `missing_input`).
torch::Tensor joinedTurns(const NamedTensors& inputs, const ModalitySizes& sizes);

/// Which turns are no padding: B × T, bool. @param lengths  undefined: all
torch::Tensor validTurns(const torch::Tensor& x, const torch::Tensor& lengths);

/// The model as one of conversations; null when it is one of segments.
ConversationModel* asConversationModel(FusionModel& model);
const ConversationModel* asConversationModel(const FusionModel& model);

/// Refuses a model of conversations where single segments are asked about.
/// @throws FormatError (code `whole_conversations`).
void refuseConversations(const FusionModel& model, const std::string& name);

}
