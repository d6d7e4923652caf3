#pragma once

#include <QMenu>

namespace widgets {

/// A menu that stays open while checkable entries are switched, so that several can be chosen at once.
class ChoiceMenu : public QMenu {
    Q_OBJECT
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

}
