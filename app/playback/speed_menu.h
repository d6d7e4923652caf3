#pragma once

#include <QMenu>

namespace app {

class Player;

/// The speeds to choose from; its title is the speed that is played at, `1×`.
class SpeedMenu : public QMenu {
    Q_OBJECT
public:
    explicit SpeedMenu(Player& player, QWidget* parent = nullptr);

private:
    void showRate(double rate);
};

}
