#include "app/dataset_view/room_instead.h"

#include "app/dataset_view/dataset_room.h"
#include "app/document/document.h"

#include <algorithm>

namespace app {

std::optional<RoomInstead> insteadOfPlots(const Document& document, const OpenDataset* dataset, bool hasModel,
                                          bool readsWords)
{
    if (!dataset)
        return RoomInstead{
            DatasetRoom::tr("Open a dataset with sequences: a model is then asked about all its segments."),
            {}};
    if (document.dataset().sequences.empty())
        return RoomInstead{DatasetRoom::tr("These videos have no sequences yet. With words and features, a "
                                           "model is asked about all "
                                           "their segments here."),
                           DatasetRoom::tr("Make sequences…"), "sequences"};
    const bool isPacked = std::ranges::any_of(
        dataset->sequences, [](const OpenDataset::Sequence& one) { return one.packed != nullptr; });
    const bool lacksWords
        = !isPacked && !dataset->withRole(Role::Words) && document.videosWithOwnWords().empty();
    if (lacksWords && readsWords && document.dataset().media.empty())
        return RoomInstead{
            DatasetRoom::tr("Models that read words find none here, and no recording that has any. "
                            "A model can be trained on rows of sequences."),
            DatasetRoom::tr("Train a model…"), "train"};
    if (lacksWords && readsWords)
        return RoomInstead{DatasetRoom::tr("Models read words, and no video has any yet."),
                           DatasetRoom::tr("Transcribe"), "preset-transcribe"};
    if (!isPacked && !dataset->withRole(Role::Labels) && document.videosWithOwnLabels().empty())
        return RoomInstead{
            DatasetRoom::tr("A model is asked about labelled segments, and there are none yet."),
            DatasetRoom::tr("Make labelled segments…"), "make-segments"};
    if (!hasModel)
        return RoomInstead{
            DatasetRoom::tr("There is no model yet. Open one that was trained on such features."),
            DatasetRoom::tr("Open a model…"), "open-model"};
    return std::nullopt;
}

}
