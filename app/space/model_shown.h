#pragma once

#include "engine/core/display_card.h"
#include "engine/core/tensor.h"

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// What the model that predicts shows of the segment in sight.
struct ModelShown {
    QString model; ///< name of the model; empty: none answers
    std::vector<engine::DisplayCard> cards;
    bool hasAnswer = false;
    bool isCurrent = true; ///< else an edit is not answered yet
    std::map<std::string, engine::Tensor> outputs;
    QString why; ///< there is no answer, in a sentence; empty: it will come
    QString segment; ///< title
    QStringList words; ///< of the segment; empty: they must not be seen
    std::optional<std::size_t> word; ///< under the playhead, counted within the segment
    QStringList offered; ///< classes of which there is a model: `TFN`
};

}
