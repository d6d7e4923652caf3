#pragma once

class QTextEdit;

namespace widgets {

/// Gives the tables of a text single thin lines, and air around what their cells say.
void dressTables(QTextEdit& text);

}
