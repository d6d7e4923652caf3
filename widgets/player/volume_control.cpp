#include "widgets/player/volume_control.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <cmath>

namespace widgets {

namespace {

constexpr int kSteps = 100;

}

VolumeControl::VolumeControl(QAction* mute, QWidget* parent)
    : QWidget(parent)
    , m_slider(new QSlider(Qt::Horizontal, this))
{
    auto* button = new QToolButton(this);
    button->setDefaultAction(mute);
    button->setObjectName(QStringLiteral("muteButton"));
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAutoRaise(true);
    button->setIconSize({20, 20});
    button->setFixedSize(32, 32);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(mute->iconText());
    m_slider->setObjectName(QStringLiteral("volume"));
    m_slider->setAccessibleName(tr("Volume"));
    m_slider->setRange(0, kSteps);
    m_slider->setPageStep(kSteps / 10);
    m_slider->setSingleStep(kSteps / 20);
    m_slider->setFixedWidth(fontMetrics().horizontalAdvance(QLatin1Char('0')) * 9);
    m_slider->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    row->addWidget(button);
    row->addWidget(m_slider);
    m_slider->installEventFilter(this);
    setVolume(1.0);
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        m_slider->setToolTip(tr("Volume %1 %").arg(value));
        emit volumeEdited(volume());
    });
}

/// Arrows and the like belong to the slider while it has the focus, whatever the window does with them.
bool VolumeControl::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_slider && event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        for (const int own : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp,
                              Qt::Key_PageDown, Qt::Key_Home, Qt::Key_End}) {
            if (key == own)
                event->accept();
        }
    }
    return QWidget::eventFilter(watched, event);
}

double VolumeControl::volume() const
{
    return static_cast<double>(m_slider->value()) / kSteps;
}

void VolumeControl::setVolume(double volume)
{
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(static_cast<int>(std::lround(volume * kSteps)));
    m_slider->setToolTip(tr("Volume %1 %").arg(m_slider->value()));
}

}
