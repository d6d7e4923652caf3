#pragma once

#include "engine/model_files/model_card.h"
#include "engine/worker/messages.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace engine {

struct FusionOutput;
struct TrainedModel;
class Stopwatch;

/// A trained model that predicts one segment after another. This header needs no LibTorch header.
class Predictor {
public:
    /// @throws IoError, FormatError as readModel() does; (code `whole_conversations`) for a model of those.
    explicit Predictor(const std::filesystem::path& path);
    explicit Predictor(TrainedModel trained);
    ~Predictor();
    Predictor(Predictor&&) noexcept;
    Predictor& operator=(Predictor&&) noexcept;

    const ModelCard& card() const;
    /// Describes the outputs of its predictions: those of the model and, where the model runs live, its
    /// prediction after each word.
    std::vector<DisplayCard> displays() const;

    /// The model's prediction for the segment. With `request.explain` it also tells why: predictions without
    /// each word and without each modality are then computed in the same batch of T + 4 rows.
    ///
    /// The only word of a segment cannot be left out; it is replaced by the mean word.
    /// The card's input options hold here as they did in training (InputShape): the steps of the displays are
    /// those that the model sees, the words of an explanation those of the segment.
    /// With `request.explanation` it answers that, too (explainSegment()).
    /// Of packed segments, it tells nothing of single words where modalities have rows of their own.
    /// @throws ShapeError as checkInput() does, and FormatError (`unaligned`) for rows of their own that the
    /// model cannot take; (code `needs_window`) for a model of windows; FormatError as
    /// explainSegment() does.
    Prediction predict(const PredictRequest& request) const;

private:
    Prediction predicted(const PredictRequest& request, const SegmentInput& input,
                         const SegmentInput& seen) const;
    std::map<std::string, Tensor> shown(FusionOutput& output) const;
    Prediction predictPacked(const PredictRequest& request, const Stopwatch& watch) const;

    std::unique_ptr<TrainedModel> m_trained;
};

}
