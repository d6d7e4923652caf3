#pragma once

#include "engine/suspects/suspect_kind.h"

#include <QString>

namespace app {

/// What is wrong, to be seen at a glance: `sign flipped`.
QString kindText(engine::SuspectKind kind);
/// What that means, in a sentence.
QString kindTip(engine::SuspectKind kind);
/// Whether the data are wrong rather than the label.
bool isOfData(engine::SuspectKind kind);

}
