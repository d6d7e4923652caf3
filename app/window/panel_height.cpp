#include "app/window/panel_height.h"

#include "app/window/docks.h"
#include "app/window/presets.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>
#include <QTimer>

namespace app {

namespace {

constexpr int kRoomy = 1280; // pixels of a window in which a timeline beside the panels has room

}

PanelHeight::PanelHeight(QMainWindow& window, Docks& docks, QAction& action, Settings& settings)
    : QObject(&window)
    , m_window(window)
    , m_docks(docks)
    , m_action(action)
    , m_settings(settings)
    , m_preset(&presetCalled({}))
{
    qApp->installEventFilter(this); // one of the window would see a new size only when the docks are laid out
    connect(&action, &QAction::triggered, this, [this](bool isFull) {
        m_settings.setFullPanel(QLatin1String(m_preset->name), isFull);
        apply();
    });
}

void PanelHeight::setPreset(const Preset& preset)
{
    m_preset = &preset;
    apply();
}

bool PanelHeight::isFull() const
{
    const auto chosen = m_settings.fullPanel(QLatin1String(m_preset->name));
    return chosen.value_or(m_preset->needsFullPanel || m_window.width() >= kRoomy);
}

/// Whether the panels give up their height in a narrow window.
bool PanelHeight::followsWidth() const
{
    return !m_preset->needsFullPanel && !m_settings.fullPanel(QLatin1String(m_preset->name));
}

void PanelHeight::apply()
{
    const bool full = isFull();
    m_action.setChecked(full);
    m_docks.setFullPanel(full);
    // Else the layout of a wide window would keep it from becoming a narrow one.
    const int least = full && followsWidth() ? m_docks.at("timelineDock")->minimumSizeHint().width() : 0;
    m_window.setMinimumSize(least, 0);
    QTimer::singleShot(0, &m_docks, &Docks::makeRoomForTimeline); // once the docks have their places
}

bool PanelHeight::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && watched == &m_window)
        apply();
    return QObject::eventFilter(watched, event);
}

}
