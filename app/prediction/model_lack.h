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

/// Whether there is nothing of the video in sight but its recording.
bool isBare(const Document& document);

/// What is missing of the video in sight: its features, segments, and what the model wants. A lack of the
/// first two has no sentence.
/// @param model  absent: its card is not legible
std::optional<ModelLack> lackIn(const Document& document, const std::optional<ModelFile>& model);

/// Of a video whose pieces are answered: what an answer can become a label of.
ModelLack lackOfSegments();

/// @param hasWords  the video in sight has words, of a file or of the project
/// @return nothing where all is there
std::optional<ModelLack> lackOf(const ModelFile& model, const VideoData& video, bool hasWords);

}
