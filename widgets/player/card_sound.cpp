#include "widgets/player/card_sound.h"

#include "widgets/base/icons.h"
#include "widgets/base/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <cmath>

namespace widgets {

namespace {

constexpr int kFaderSteps = 100;
constexpr int kCardMargin = 4; // pixels
constexpr int kFaderDigits = 7; // width of the fader in digits
constexpr int kPlateAlpha = 200;

}

CardSound::CardSound(QWidget* parent)
    : QWidget(parent)
    , m_mute(new QToolButton(this))
    , m_fader(new QSlider(Qt::Horizontal, this))
{
    setObjectName(QStringLiteral("cardSound"));
    m_mute->setObjectName(QStringLiteral("cardMute"));
    m_mute->setCheckable(true);
    m_mute->setAutoRaise(true);
    m_mute->setFocusPolicy(Qt::TabFocus);
    m_fader->setObjectName(QStringLiteral("cardFader"));
    m_fader->setRange(0, kFaderSteps);
    m_fader->setPageStep(kFaderSteps / 10);
    m_fader->setSingleStep(kFaderSteps / 20);
    m_fader->setFixedWidth(fontMetrics().horizontalAdvance(QLatin1Char('0')) * kFaderDigits);
    m_fader->setFocusPolicy(Qt::TabFocus);
    m_fader->installEventFilter(this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kCardMargin, 0, kCardMargin, 0);
    row->setSpacing(2);
    row->addWidget(m_mute);
    row->addWidget(m_fader);
    connect(m_mute, &QToolButton::clicked, this, &CardSound::muteEdited);
    connect(m_fader, &QSlider::valueChanged, this,
            [this](int value) { emit gainEdited(static_cast<double>(value) / kFaderSteps); });
}

void CardSound::setContent(const Content& content)
{
    const bool isSame = content == m_content && !m_mute->text().isEmpty();
    m_content = content;
    if (!isSame)
        showContent();
}

void CardSound::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && !m_mute->text().isEmpty())
        showContent(); // signs have the colour of text
    QWidget::changeEvent(event);
}

void CardSound::showContent()
{
    const Content& content = m_content;
    const QSignalBlocker quiet(m_fader);
    m_fader->setValue(static_cast<int>(std::lround(content.gain * kFaderSteps)));
    m_mute->setChecked(content.isMuted);
    m_mute->setText(content.name);
    m_mute->setToolButtonStyle(content.isNamed ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    m_mute->setIcon(
        icon(content.isMuted ? QStringLiteral("muted") : QStringLiteral("volume"), themeOf(palette()).text));
    m_mute->setToolTip(content.isMuted       ? tr("Hear %1 again").arg(content.name)
                           : content.isHeard ? tr("Mute %1").arg(content.name)
                                             : tr("%1 is not heard now").arg(content.name));
    m_mute->setAccessibleName(tr("Mute %1").arg(content.name));
    m_fader->setAccessibleName(tr("Volume of %1").arg(content.name));
    m_fader->setToolTip(tr("Volume of %1: %2 %").arg(content.name).arg(m_fader->value()));
    m_fader->setEnabled(content.isHeard || content.isMuted);
    resize(sizeHint());
    update();
}

/// Arrows and the like belong to the fader while it has the focus, whatever the window does with them.
bool CardSound::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_fader && event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        for (const int own : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp,
                              Qt::Key_PageDown, Qt::Key_Home, Qt::Key_End}) {
            if (key == own)
                event->accept();
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CardSound::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QColor ground = theme.background;
    ground.setAlpha(kPlateAlpha);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect(), kCardMargin, kCardMargin);
}

/// A click beside the button is none on the picture.
void CardSound::mousePressEvent(QMouseEvent* event)
{
    event->accept();
}

void CardSound::mouseReleaseEvent(QMouseEvent* event)
{
    event->accept();
}

}
