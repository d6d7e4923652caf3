#include "app/dataset_view/room_geometry.h"

#include <QMainWindow>
#include <QMenuBar>
#include <QStatusBar>

#include <algorithm>

namespace app {

QRect besideLibrary(const QMainWindow& window, const QWidget* library)
{
    const int top = window.menuWidget() ? window.menuWidget()->geometry().bottom() + 1 : 0;
    const int bottom = window.statusBar()->geometry().top();
    const QWidget* dock = library ? library->parentWidget() : nullptr;
    const bool isBeside = dock && dock->isVisible() && !dock->isWindow() && dock->geometry().left() <= 2
        && dock->width() < window.width() / 2;
    const int left = isBeside ? dock->geometry().right() + 2 : 0;
    return {left, top, window.width() - left, std::max(0, bottom - top)};
}

}
