// What a person can choose in the head's menu of a track of synchrony.
#include "widgets/base/scale_number.h"
#include "widgets/tracks/display_menu.h"
#include "widgets/tracks/synchrony_track.h"

#include <QMenu>

#include <cmath>

namespace widgets {

void SynchronyTrack::fillDisplayMenu(QMenu& menu)
{
    if (!m_signals.isEmpty()) {
        QMenu* signalMenu = menu.addMenu(tr("S&ignal"));
        for (const QString& signal : m_signals) {
            QString text = signal;
            text.replace(QLatin1Char('&'), QLatin1String("&&"));
            const bool isChosen
                = signal == m_content.signal || signal.endsWith(QLatin1Char(':') + m_content.signal);
            connect(addChoice(*signalMenu, text, isChosen), &QAction::triggered, this,
                    [this, signal] { emit signalWished(signal); });
        }
    }
    QMenu* windows = menu.addMenu(tr("&Window"));
    for (const double seconds : {4.0, 8.0, 16.0, 30.0}) {
        const bool isChosen = std::abs(m_content.window - seconds) < 0.01 * seconds; // clocks drift a little
        connect(addChoice(*windows, tr("%1 s").arg(shownNumber(seconds, 0, 'f')), isChosen),
                &QAction::triggered, this, [this, seconds] { emit windowWished(seconds); });
    }
    using Kind = engine::SurrogateKind;
    QMenu* chance = menu.addMenu(tr("Chanc&e"));
    for (const auto& [kind, text] : {std::pair(Kind::Shift, tr("&Shifted in time")),
                                     {Kind::Shuffle, tr("S&huffled pieces")},
                                     {Kind::Pseudo, tr("&People of other conversations")}}) {
        connect(addChoice(*chance, text, m_content.chance == kind), &QAction::triggered, this,
                [this, kind = kind] { emit chanceWished(kind); });
    }
}

}
