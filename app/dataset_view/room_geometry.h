#pragma once

#include <QRect>

class QMainWindow;
class QWidget;

namespace app {

/// Where a room lies: over all docks but that of the library, where this stands at the left.
/// @param library  may be null
QRect besideLibrary(const QMainWindow& window, const QWidget* library);

}
