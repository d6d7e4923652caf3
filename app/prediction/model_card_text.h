#pragma once

#include "engine/model_files/model_card.h"

#include <QString>

namespace app {

/// All that a model's card says, as HTML for people: how good it is, what it predicts, from what, and what it
/// learnt from. The card itself, as JSON, stands at the end.
/// @param file  where the model lies
QString modelCardHtml(const engine::ModelCard& card, const QString& file);

}
