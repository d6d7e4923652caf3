#pragma once

#include <QString>

namespace app {

/// Prints `polylogue: …` to stderr; control characters of names come as text, `\x1b`.
void complain(const QString& text);

}
