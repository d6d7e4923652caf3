#pragma once

#include "engine/annotation/tier_roles.h"

#include <QString>

namespace app {

/// What became of the texts of a tier that became the labelled segments, as a sentence; empty: it has none.
QString textLabelWords(const engine::TextsAsLabel& texts, const QString& tier);

}
