#include "widgets/welcome/welcome_card.h"

#include "widgets/base/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <array>
#include <cmath>

namespace widgets {

namespace {

constexpr int kCardWidth = 260;
constexpr int kCardHeight = 230;
constexpr int kTextLines = 5; // below the drawing
constexpr int kLeastDrawing = 70; // a lower one says nothing
constexpr int kInset = 16;

QFont titleFont(const QFont& font)
{
    QFont title = font;
    title.setPointSizeF(font.pointSizeF() * 1.2);
    title.setWeight(QFont::DemiBold);
    return title;
}

}

WelcomeCard::WelcomeCard(Drawing drawing, const QString& title, const QString& sentence, const QString& key,
                         QWidget* parent)
    : QAbstractButton(parent)
    , m_drawing(drawing)
    , m_sentence(sentence)
    , m_key(key)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

QSize WelcomeCard::sizeHint() const
{
    return {kCardWidth, kCardHeight};
}

QSize WelcomeCard::minimumSizeHint() const
{
    return {kCardWidth * 2 / 3, fontMetrics().height() * kTextLines};
}

void WelcomeCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        event->ignore();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void WelcomeCard::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void WelcomeCard::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void WelcomeCard::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    const int drawing = height() - fontMetrics().height() * kTextLines - kInset / 2;
    const QRect picture(0, 0, width(), drawing < kLeastDrawing ? 0 : drawing);
    QPainterPath outline;
    outline.addRoundedRect(frame, 8, 8);
    painter.setClipPath(outline);
    painter.fillRect(rect(), isDown() ? theme.raised : theme.panel);
    if (!picture.isEmpty())
        paintDrawing(painter, picture);

    const int line = fontMetrics().height();
    QRect below(kInset, picture.bottom() + line * 2 / 3, width() - 2 * kInset, height());
    painter.setFont(titleFont(font()));
    painter.setPen(theme.text);
    const QRect keyBox(width() - kInset - line - 6, below.top(), line + 6, line + 4);
    painter.drawText(below.adjusted(0, 0, -keyBox.width() - 6, 0), Qt::AlignLeft | Qt::AlignTop, text());
    painter.setFont(font());
    painter.setPen(theme.muted);
    painter.drawText(below.adjusted(0, line * 3 / 2, 0, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                     m_sentence);
    painter.setPen(theme.line);
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(keyBox, 4, 4);
    painter.setPen(theme.muted);
    painter.drawText(keyBox, Qt::AlignCenter, m_key);

    painter.setClipping(false);
    painter.setBrush(Qt::NoBrush);
    const bool isActive = hasFocus() || underMouse();
    painter.setPen(QPen(isActive ? theme.accent : theme.line, isActive ? 2 : 1));
    painter.drawRoundedRect(frame, 8, 8);
}

void WelcomeCard::paintDrawing(QPainter& painter, const QRect& area) const
{
    const Theme& theme = themeOf(palette());
    painter.fillRect(area, theme.background);
    switch (m_drawing) {
    case Drawing::Tracks:
        paintTracks(painter, area);
        break;
    case Drawing::Files:
        paintFiles(painter, area);
        break;
    case Drawing::Datasets:
        paintDatasets(painter, area);
        break;
    }
    painter.setPen(theme.line);
    painter.drawLine(area.bottomLeft(), area.bottomRight());
}

/// A waveform, words, features and labelled segments, as the timeline has them.
void WelcomeCard::paintTracks(QPainter& painter, const QRect& area) const
{
    const Theme& theme = themeOf(palette());
    const QRect inner = area.adjusted(kInset, kInset, -kInset, -kInset);
    const int row = inner.height() / 4;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.sound);
    for (int x = 0; x < inner.width(); x += 3) {
        const double phrase = std::max(0.0, std::sin(x / 23.0));
        const double size
            = row * 0.5 * (0.08 + phrase * std::abs(std::sin(x * 0.9) + std::sin(x * 0.37)) / 2.0);
        painter.drawRect(QRectF(inner.left() + x, inner.top() + row / 2.0 - size, 2, 2 * size));
    }
    painter.setBrush(mixed(theme.panel, theme.language, 0.45));
    for (int x = 0, word = 0; x < inner.width() - 10; ++word) {
        const int size = std::min(14 + word * 11 % 27, inner.width() - x);
        painter.drawRoundedRect(inner.left() + x, inner.top() + row + 6, size, row - 12, 2, 2);
        x += size + (word % 4 == 3 ? 12 : 2);
    }
    for (int x = 0; x < inner.width(); x += 4) {
        for (int cell = 0; cell < 3; ++cell) {
            const double heat
                = 0.15 + 0.75 * std::abs(std::sin(x * 0.05 + cell * 1.7) * std::cos(x * 0.013 * (cell + 1)));
            painter.fillRect(
                QRect(inner.left() + x, inner.top() + 2 * row + cell * (row - 6) / 3 + 3, 4, (row - 6) / 3),
                mixed(theme.background, theme.vision, heat));
        }
    }
    constexpr std::array<double, 4> kSentiments{2.0, -1.0, 0.0, 3.0};
    const int step = inner.width() / static_cast<int>(kSentiments.size());
    for (std::size_t i = 0; i < kSentiments.size(); ++i) {
        painter.setBrush(mixed(theme.panel, theme.sentiment(kSentiments[i]), 0.7));
        painter.drawRoundedRect(inner.left() + static_cast<int>(i) * step, inner.top() + 3 * row + 5,
                                step - 6, row - 10, 3, 3);
    }
}

/// Videos, each with the transcript that lies beside it.
void WelcomeCard::paintFiles(QPainter& painter, const QRect& area) const
{
    const Theme& theme = themeOf(palette());
    const QRect inner = area.adjusted(kInset, kInset, -kInset, -kInset);
    const int row = inner.height() / 3;
    const std::array<QString, 3> videos{QStringLiteral("talk_1.mov"), QStringLiteral("talk_2.mov"),
                                        QStringLiteral("talk_3.mov")};
    const std::array<QString, 3> texts{QStringLiteral("talk_1.srt"), QStringLiteral("talk_2.TextGrid"),
                                       tr("no transcript yet")};
    for (int i = 0; i < 3; ++i) {
        const QRect line(inner.left(), inner.top() + i * row, inner.width(), row);
        const QRect picture(line.left(), line.top() + 3, (row - 6) * 16 / 9, row - 6);
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(theme.panel, theme.vision, 0.25 + 0.12 * i));
        painter.drawRoundedRect(picture, 2, 2);
        painter.setBrush(mixed(theme.panel, theme.text, 0.65)); // a head and its shoulders
        painter.drawEllipse(QPointF(picture.center()) - QPointF(0, row * 0.08), row * 0.14, row * 0.17);
        painter.drawEllipse(
            QRectF(picture.center().x() - row * 0.25, picture.bottom() - row * 0.18, row * 0.5, row * 0.18));
        painter.setPen(theme.text);
        const QRect name(picture.right() + 10, line.top(), line.width() / 2 - picture.width() + 10, row);
        painter.drawText(
            name, Qt::AlignVCenter | Qt::AlignLeft,
            fontMetrics().elidedText(videos[static_cast<std::size_t>(i)], Qt::ElideRight, name.width()));
        painter.setPen(theme.muted);
        const QRect beside(name.right() + 10, line.top(), line.right() - name.right() - 10, row);
        painter.drawText(
            beside, Qt::AlignVCenter | Qt::AlignLeft,
            fontMetrics().elidedText(texts[static_cast<std::size_t>(i)], Qt::ElideRight, beside.width()));
    }
}

void WelcomeCard::paintDatasets(QPainter& painter, const QRect& area) const
{
    const Theme& theme = themeOf(palette());
    const QRect inner = area.adjusted(kInset, kInset, -kInset, -kInset);
    const std::array<QString, 4> names{QStringLiteral("CMU-MOSI"), QStringLiteral("CMU-MOSEI"),
                                       QStringLiteral("POM"), QStringLiteral("Social-IQ")};
    const int row = inner.height() / static_cast<int>(names.size());
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const QRect line(inner.left(), inner.top() + static_cast<int>(i) * row, inner.width(), row);
        painter.setFont(bold);
        painter.setPen(theme.text);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, names[i]);
        painter.setPen(Qt::NoPen);
        const std::array<QColor, 3> parts{theme.language, theme.sound, theme.vision};
        for (std::size_t part = 0; part < parts.size(); ++part) {
            painter.setBrush(parts[part]);
            painter.drawRoundedRect(QRectF(line.right() - 66.0 + 24.0 * static_cast<double>(part),
                                           line.center().y() - 3.0, 18.0, 6.0),
                                    3, 3);
        }
    }
}

}
