#pragma once

class QWidget;

namespace app {

/// What the program is, its version and its licence, until the person closes it.
void showAbout(QWidget* window);

}
