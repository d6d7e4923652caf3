#include "widgets/predict/modality_switch.h"

#include "widgets/base/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace widgets {

ModalitySwitch::ModalitySwitch(engine::Modality modality, QWidget* parent)
    : QAbstractButton(parent)
    , m_modality(modality)
{
    setCheckable(true);
    setChecked(true);
    setFixedHeight(25);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    switch (modality) {
    case engine::Modality::Text:
        setText(tr("Text"));
        break;
    case engine::Modality::Acoustic:
        setText(tr("Sound"));
        break;
    case engine::Modality::Visual:
        setText(tr("Vision"));
        break;
    }
    setAccessibleName(tr("Model uses %1").arg(text()));
}

void ModalitySwitch::setEffect(const QString& effect)
{
    m_effect = effect;
    setAccessibleDescription(effect);
    update();
}

/// With the focus here, Space switches; it does not play.
bool ModalitySwitch::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
        event->accept();
        return true;
    }
    return QAbstractButton::event(event);
}

void ModalitySwitch::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    const bool isOn = isChecked() && isEnabled();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track(1, height() / 2.0 - 8, 29, 16);
    painter.setPen(hasFocus() ? QPen(theme.accent, 2) : QPen(Qt::NoPen));
    painter.setBrush(isOn ? theme.modality(m_modality) : theme.line);
    painter.drawRoundedRect(track, 8, 8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isOn ? QColor(Qt::white) : theme.muted);
    painter.drawEllipse(QPointF(isOn ? track.right() - 8 : track.left() + 8, track.center().y()), 6, 6);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(isOn ? theme.text : theme.muted);
    painter.drawText(QRect(42, 0, width() - 42, height()), Qt::AlignVCenter, text());
    painter.setFont(font());
    painter.setPen(theme.muted);
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignRight,
                     isChecked() || !isEnabled() ? m_effect : tr("off"));
}

}
