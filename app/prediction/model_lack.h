#pragma once

#include "app/prediction/model_list.h"

#include <QString>

#include <optional>

namespace app {

/// What a model wants that the video in sight does not have, and the step that makes it.
struct ModelLack {
    QString sentence;
    const char* action = ""; ///< name of the window's action that leads to it: `sequences`
    QString button; ///< what is written on it
    bool answersAnyway = false; ///< the model answers, with its mean in the place of what is missing
};

/// @param hasWords  the video in sight has words, of a file or of the project
/// @return nothing where all is there
std::optional<ModelLack> lackOf(const ModelFile& model, const VideoData& video, bool hasWords);

}
