#pragma once

#include "engine/explain/explained_dataset.h"
#include "widgets/dataset/dataset_head.h"

namespace app {

/// How far a model was asked about a dataset.
struct RoomState {
    std::size_t known = 0; ///< segments
    std::size_t expected = 0;
    std::vector<engine::ExplainedDataset::LeftOut> leftOut;
    bool hasOutputs = false; ///< anything is known
    bool isRunning = false;
    bool isReading = false; ///< what was kept
    bool isKept = true; ///< the project is written at all
    std::size_t muted = 0; ///< concepts that do not count
    QString staleWhy; ///< empty: what is known is not stale
    QString problem; ///< of the last run, or of what was kept; empty: none
    bool isRefused = false; ///< `problem` would be the same, asked the same
    QString lack; ///< why the model cannot be asked about this dataset; empty: it can
    QString remedy; ///< the step that helps there, or after a refusal
    bool isUnread = false; ///< `problem` is about the kept answers, which could not be read
    QString modelName;
};

/// What the head says.
widgets::DatasetState headState(const RoomState& state);
/// Its tool tip: the same, and what was left out, line by line. Empty: nothing was.
QString headDetails(const RoomState& state);

/// What stands in the place of the plots as long as nothing is known.
struct RoomMessage {
    QString text; ///< empty: the plots are shown
    QString action; ///< asks the model, or is the remedy; empty: no button
};
RoomMessage roomMessage(const RoomState& state);

}
