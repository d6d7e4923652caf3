#pragma once

#include <QDockWidget>

namespace app {

/// The head of a dock that a person opens and closes: its title, and a cross.
class DockTitle : public QWidget {
    Q_OBJECT
public:
    explicit DockTitle(QDockWidget* dock);
};

}
