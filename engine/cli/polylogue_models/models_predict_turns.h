#pragma once

#include "engine/alignment/segment_rows.h"
#include "engine/cli/polylogue_models/models_predictions.h"
#include "engine/core/fold_lists.h"
#include "engine/core/run_context.h"

#include <optional>
#include <string>
#include <vector>

namespace engine {

class Scorer;

/// What `predict` is asked.
struct PredictOptions {
    std::string model;
    std::string dataset;
    std::string data;
    std::string media;
    std::string transcript;
    double window = 0.0; ///< seconds; 0: as SpanChoice
    double hop = 0.0;
    std::string out;
    std::vector<std::string> ids;
    std::string device = "cpu";
    std::vector<std::string> modalities; ///< none: those that the model learnt from
    std::vector<std::string>
        about; ///< `speaking`, `listening`; none: speaking, or as a model of segments learnt
    std::optional<std::size_t> context; ///< of a model of conversations; absent: whole conversations
    bool attends = false; ///< of a model of conversations, as JSON
    bool ownFolds = false;
    bool unlabelled = false;
    bool guardsCells = false;
    bool json = false;
};

/// Whether a segment is asked for, by its own id or by that of its video.
bool isWanted(const std::string& segment, const std::vector<std::string>& ids);

/// Whether those of this role are asked about: `speaking`, `listening`.
bool isAbout(const PredictOptions& options, const char* role);

/// The split that names the folds; absent: the data do.
std::optional<FoldLists> splitFor(const PredictOptions& options, const Scorer& scorer);

/// As training sees them under a split of its own: what a dataset has labels of is one fold, train.
void renameFolds(std::vector<LabelledSegment>& segments, const std::optional<FoldLists>& split);

/// What a model of conversations makes of whole folds: turns that are not asked for are context of the
/// others. Folds are those of the model's training, where it knows a turn.
/// @throws FormatError (`speakers_only`) where listeners are asked about, and the model predicts speakers
/// alone.
Predictions predictConversations(const PredictOptions& options, const Scorer& scorer, const RunContext& run);

}
