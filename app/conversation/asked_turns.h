#pragma once

#include "app/conversation/conversation_data.h"
#include "engine/sequences/dataset_list.h"

#include <filesystem>

namespace app {

/// The dataset with a row of labels for each turn of a conversation, so that a model is asked about all of
/// them: where nobody labelled a turn, a row without values is added. The list itself where none is lacking,
/// or where labels are packed with features.
/// @param labels   the name of the sequence of labels that the model reads
/// @param columns  of a row, where there are no labels at all
/// @param folder   receives the sequence, and has to last as long as the list is used
/// @throws FormatError, IoError.
engine::DatasetList withAllTurns(engine::DatasetList list, const ConversationData& data,
                                 const std::string& labels, std::size_t columns,
                                 const std::filesystem::path& folder);

}
