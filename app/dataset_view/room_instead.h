#pragma once

#include "app/dataset/dataset_loader.h"

#include <QString>

#include <optional>

namespace app {

class Document;

/// What stands in the place of the plots where no model can be asked.
struct RoomInstead {
    QString text;
    QString button; ///< empty: none
    const char* command = ""; ///< of the window, that the button gives: the step that helps
};

/// @param dataset   null: none is open
/// @param hasModel    there is one that could be asked
/// @param readsWords  its rows are words
/// @return nothing where one can be asked
std::optional<RoomInstead> insteadOfPlots(const Document& document, const OpenDataset* dataset, bool hasModel,
                                          bool readsWords);

}
