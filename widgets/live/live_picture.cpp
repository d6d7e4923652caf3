#include "widgets/live/live_picture.h"

#include "widgets/base/theme.h"

#include <QFontDatabase>
#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kEdgeSpace = 18; ///< pixels from the widget's edges to what lies over it
constexpr int kPlatePad = 10;
constexpr int kPrivacyWidth = 268;

/// What lies over the picture is dark in both themes, as the picture is.
const QColor kPlateColour(14, 16, 20, 215);

QFont demiBold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

}

QString liveTime(double seconds)
{
    const auto tenths = static_cast<qint64>(seconds * 10.0);
    return QStringLiteral("%1:%2:%3.%4")
        .arg(tenths / 36000, 2, 10, QLatin1Char('0'))
        .arg(tenths / 600 % 60, 2, 10, QLatin1Char('0'))
        .arg(tenths / 10 % 60, 2, 10, QLatin1Char('0'))
        .arg(tenths % 10);
}

LivePicture::LivePicture(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("livePicture"));
    setAccessibleName(tr("Live picture"));
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void LivePicture::setPicture(const QImage& picture)
{
    m_picture = picture;
    update();
}

void LivePicture::setFace(const std::optional<ShownFace>& face)
{
    if (m_face == face)
        return;
    m_face = face;
    setAccessibleDescription(face ? face->name : tr("No face"));
    update();
}

void LivePicture::setRecording(std::optional<double> seconds)
{
    m_recording = seconds;
    update();
}

void LivePicture::setSource(const QStringList& lines)
{
    m_source = lines;
    update();
}

void LivePicture::setMessage(const QString& message)
{
    if (m_message == message)
        return;
    m_message = message;
    update();
}

QRect LivePicture::pictureArea() const
{
    if (m_picture.isNull())
        return {};
    QRect area(QPoint(), m_picture.size().scaled(size(), Qt::KeepAspectRatio));
    area.moveCenter(rect().center());
    return area;
}

void LivePicture::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(10, 11, 14));
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_picture.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(pictureArea(), m_picture);
        if (m_face)
            paintFaces(painter, pictureArea(), pictureArea(), {*m_face}, font());
    }
    QPoint place(kEdgeSpace, kEdgeSpace);
    paintRecording(painter, place);
    paintSource(painter, place);
    paintPrivacy(painter);
    paintMessage(painter);
}

void LivePicture::paintRecording(QPainter& painter, QPoint& place) const
{
    if (!m_recording)
        return;
    const Theme& theme = darkTheme();
    const QString word = tr("Recording");
    const QString time = liveTime(*m_recording);
    QFont digits = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    digits.setPointSizeF(font().pointSizeF());
    digits.setBold(true);
    const int wordWidth = QFontMetrics(demiBold(font())).horizontalAdvance(word);
    const int timeWidth = QFontMetrics(digits).horizontalAdvance(time);
    constexpr int dot = 10;
    const int height = fontMetrics().height() + kPlatePad;
    const QRect plate(place, QSize(dot + wordWidth + timeWidth + 4 * kPlatePad, height));
    painter.setPen(QPen(theme.attention, 1.2));
    painter.setBrush(mixed(kPlateColour, theme.attention, 0.18));
    painter.drawRoundedRect(plate, 4, 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.attention);
    painter.drawEllipse(QRectF(plate.left() + kPlatePad, plate.center().y() - dot / 2.0 + 0.5, dot, dot));
    painter.setPen(Qt::white);
    painter.setFont(demiBold(font()));
    const int text = plate.left() + dot + 2 * kPlatePad;
    painter.drawText(QRect(text, plate.top(), wordWidth + 1, height), Qt::AlignVCenter, word);
    painter.setFont(digits);
    painter.drawText(QRect(text + wordWidth + kPlatePad, plate.top(), timeWidth + 2, height),
                     Qt::AlignVCenter, time);
    painter.setFont(font());
    place.ry() += height + kPlatePad;
}

void LivePicture::paintSource(QPainter& painter, QPoint place) const
{
    const QRect picture = pictureArea();
    for (const QString& line : m_source) {
        QRect text = fontMetrics().boundingRect(line);
        text.moveTopLeft(place);
        if (picture.intersects(text)) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(kPlateColour);
            painter.drawRoundedRect(text.adjusted(-6, -3, 6, 3), 4, 4);
        }
        painter.setPen(darkTheme().muted);
        painter.drawText(place + QPoint(0, fontMetrics().ascent()), line);
        place.ry() += fontMetrics().height() + 8;
    }
}

/// Privacy is said where the picture is.
void LivePicture::paintPrivacy(QPainter& painter) const
{
    const QString head = tr("Nothing leaves this machine");
    const QString body = m_recording
        ? tr("No network while live. What is recorded is kept in the file that is named at the right.")
        : tr("No network while live. Without recording, nothing is kept but the last 10 s in memory.");
    const int width = std::min(kPrivacyWidth, this->width() / 3);
    const int inner = width - 2 * kPlatePad - 24;
    if (inner < 100)
        return;
    const QRect headRect
        = QFontMetrics(demiBold(font())).boundingRect(QRect(0, 0, inner, 400), Qt::TextWordWrap, head);
    const QRect bodyRect = fontMetrics().boundingRect(QRect(0, 0, inner, 400), Qt::TextWordWrap, body);
    const QRect plate(this->width() - width - kEdgeSpace, kEdgeSpace, width,
                      headRect.height() + bodyRect.height() + 3 * kPlatePad);
    if (plate.bottom() > height() - 4)
        return;
    painter.setPen(QPen(darkTheme().line, 1));
    painter.setBrush(kPlateColour);
    painter.drawRoundedRect(plate, 6, 6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(darkTheme().sound);
    painter.drawEllipse(
        QPointF(plate.left() + kPlatePad + 8, plate.top() + kPlatePad + headRect.height() / 2.0), 4, 4);
    QRect text(plate.left() + kPlatePad + 24, plate.top() + kPlatePad, inner, headRect.height());
    painter.setFont(demiBold(font()));
    painter.setPen(darkTheme().text);
    painter.drawText(text, Qt::TextWordWrap, head);
    text.translate(0, headRect.height() + kPlatePad / 2);
    text.setHeight(bodyRect.height() + 4);
    painter.setFont(font());
    painter.setPen(darkTheme().muted);
    painter.drawText(text, Qt::TextWordWrap, body);
}

void LivePicture::paintMessage(QPainter& painter) const
{
    if (m_message.isEmpty())
        return;
    const int width = std::min(this->width() - 2 * kEdgeSpace, 620);
    QRect text = fontMetrics().boundingRect(QRect(0, 0, width, height()), Qt::TextWordWrap | Qt::AlignHCenter,
                                            m_message);
    text.setWidth(std::min(width, text.width() + 4));
    if (m_picture.isNull())
        text.moveCenter(rect().center());
    else
        text.moveCenter({rect().center().x(), height() - kEdgeSpace - text.height() / 2});
    painter.setPen(Qt::NoPen);
    painter.setBrush(kPlateColour);
    painter.drawRoundedRect(text.adjusted(-14, -7, 14, 7), 6, 6);
    painter.setPen(darkTheme().text);
    painter.drawText(text, Qt::TextWordWrap | Qt::AlignHCenter, m_message);
}

}
