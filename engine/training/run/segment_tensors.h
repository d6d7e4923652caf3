#pragma once

#include "engine/model_files/model_card.h"
#include "engine/models/serving/model_file.h"
#include "engine/models/staged_model.h"
#include "engine/training/data/task.h"
#include "engine/training/media/segment_media.h"

namespace engine {

/// One fold as tensors, made once: N normalised segments and their targets.
struct SegmentTensors {
    ModalityBatch inputs; ///< N × T × D each, unaligned where the fold is
    std::shared_ptr<const SegmentMediaSource>
        media{}; ///< recordings, of which each batch reads its own part; null: nothing
    std::vector<std::string> ids{}; ///< N, of the segments in `media`
    EnabledModalities enabled{true, true, true};
    std::optional<double> noise{}; ///< FoldData::noise
    torch::Tensor targets; ///< N × O, as targetsOf() makes them; undefined where nothing is labelled

    std::int64_t size() const { return inputs.lengths.size(0); }
    /// How many a model sees at a time when it is not trained.
    std::int64_t rowsTogether() const;

    /// What a batch is for: patches of media are changed at random while a model learns, by LibTorch's
    /// generator, whose state a checkpoint holds.
    enum class Use { Scoring, Learning };

    /// Some of the segments, each modality cut to the longest of them. @param rows  B, int64, on the CPU
    ModalityBatch batch(const torch::Tensor& rows, Use use = Use::Scoring) const;
    /// All segments first ≤ i < last, with the same shapes.
    ModalityBatch range(std::int64_t first, std::int64_t last) const;

    /// All segments in order, some at a time; valid for as long as this is.
    EachBatch each() const;

private:
    NamedTensors mediaOf(const torch::Tensor& rows) const;
    NamedTensors partsOf(const torch::Tensor& rows) const;
    NamedTensors patchesOf(const torch::Tensor& rows, Use use) const;
    static ModalityBatch cut(ModalityBatch batch);
};

/// How many segments a model sees at a time when it is not trained.
inline constexpr std::size_t kRowsPerBatch = 256;

/// Normalises a fold and copies it into tensors. Modalities that are not enabled become missing in all
/// segments.
///
/// @throws FormatError (code `wrong_width`) when the fold's widths are not those of the card.
SegmentTensors prepare(const FoldData& fold, const ModelCard& card, EnabledModalities enabled,
                       const std::string& device = "cpu");

/// The same for a model that takes more than rows of features (StagedModel::extrasOf()).
/// @throws FormatError (code `whole_conversations`) for a model of those, which prepareConversations()
/// serves.
SegmentTensors prepareFor(const FusionModel& model, const FoldData& fold, const ModelCard& card,
                          EnabledModalities enabled, const std::string& device = "cpu");

/// The same of a fold as its source gives it, to be asked about: shaped as the model takes it, its labels
/// left out, with all modalities that the model learnt from.
SegmentTensors unlabelledTensors(const TrainedModel& trained, const FoldData& fold, bool isUtteranceLevel);

/// `cpu` or `cuda` as LibTorch names it. @throws FormatError (code `no_device`) when this LibTorch does not
/// have it.
torch::Device deviceOf(const std::string& name);

}
