#include "app/playback/speed_menu.h"

#include "app/playback/player.h"
#include "widgets/base/scale_number.h"

#include <cmath>

namespace app {

namespace {

constexpr double kRates[]{4.0, 3.0, 2.0, 1.5, 1.25, 1.0, 0.75, 0.5, 0.25};

QString textOf(double rate)
{
    return SpeedMenu::tr("%1×").arg(widgets::shownNumber(rate, 3));
}

}

SpeedMenu::SpeedMenu(Player& player, QWidget* parent) : QMenu(parent)
{
    setObjectName(QStringLiteral("speedMenu"));
    menuAction()->setToolTip(tr("Speed (R faster, Shift+R slower)"));
    for (const double rate : kRates) {
        QAction* action = addAction(textOf(rate));
        action->setCheckable(true);
        action->setData(rate);
        connect(action, &QAction::triggered, this, [&player, rate] { player.setRate(rate); });
    }
    connect(&player, &Player::rateChanged, this, &SpeedMenu::showRate);
    showRate(player.rate());
}

void SpeedMenu::showRate(double rate)
{
    setTitle(textOf(rate));
    menuAction()->setIconText(textOf(rate));
    for (QAction* action : actions())
        action->setChecked(std::abs(action->data().toDouble() - rate) < 1e-3);
}

}
