#include "widgets/live/live_tracks.h"

#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace widgets {

namespace {

constexpr int kHeadWidth = 176;
constexpr int kRulerHeight = 22;
/// Of the height that is left below the ruler, in parts of all rows that are there.
constexpr std::array<double, 6> kShares{0.32, 0.13, 0.14, 0.15, 0.25, 0.16};
constexpr double kLeastSession = 60.0; ///< seconds that the whole session's track shows at least

}

LiveTracks::LiveTracks(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("liveTracks"));
    setAccessibleName(tr("The last seconds"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setCursor(Qt::OpenHandCursor);
}

void LiveTracks::setHistory(const LiveHistory* history)
{
    m_history = history;
    update();
}

void LiveTracks::setNow(double seconds)
{
    m_now = seconds;
    update();
}

void LiveTracks::setAnswers(const QString& model, const std::vector<LiveOutput>& outputs, double hop)
{
    m_answers.setAnswers(model, outputs, hop);
    update();
}

void LiveTracks::setHasParts(bool hasParts)
{
    m_answers.setHasParts(hasParts);
    update();
}

void LiveTracks::setWordsNote(const QString& note)
{
    m_wordsNote = note;
    update();
}

void LiveTracks::setSeconds(double seconds)
{
    m_seconds = seconds;
    update();
}

void LiveTracks::setHeld(bool held)
{
    if (m_isHeld == held)
        return;
    m_isHeld = held;
    m_heldAt = m_now;
    m_back = 0.0;
    update();
}

double LiveTracks::shareOf(int row) const
{
    return row == Parts && !m_answers.hasParts() ? 0.0 : kShares[static_cast<std::size_t>(row)];
}

QRect LiveTracks::lane(Row row) const
{
    double whole = 0.0, above = 0.0;
    for (int i = 0; i < kRows; ++i) {
        whole += shareOf(i);
        above += i < row ? shareOf(i) : 0.0;
    }
    const int room = height() - kRulerHeight;
    const int y = kRulerHeight + static_cast<int>(std::lround(above / whole * room));
    const int bottom = kRulerHeight + static_cast<int>(std::lround((above + shareOf(row)) / whole * room));
    return {kHeadWidth, y + 1, std::max(1, width() - kHeadWidth), std::max(1, bottom - y - 1)};
}

double LiveTracks::xOf(double seconds) const
{
    const double room = width() - kHeadWidth;
    return kHeadWidth + room * (1.0 - (shownUntil() - seconds) / m_seconds);
}

void LiveTracks::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.background);
    painter.fillRect(QRect(0, 0, kHeadWidth, height()), theme.panel);
    painter.fillRect(QRect(0, 0, width(), kRulerHeight), theme.panel);
    paintRuler(painter);
    paintHead(painter, Sound, theme.sound, tr("Mel spectrogram"), tr("72 bands · 60 … 7 600 Hz"));
    paintHead(painter, Words, theme.language, tr("Words"), m_wordsNote);
    paintHead(painter, Face, theme.vision, tr("Face"), tr("smile, thin: brows"));
    if (m_answers.hasParts())
        paintHead(painter, Parts, theme.neutral, tr("Parts"), tr("words, voice, face"));
    paintHead(painter, Answers, theme.accent, tr("Answers"),
              m_answers.model().isEmpty()
                  ? tr("no model")
                  : tr("%1 · each %2 ms")
                        .arg(m_answers.model())
                        .arg(static_cast<int>(std::lround(m_answers.hop() * 1000.0))));
    const int minutes = static_cast<int>(m_now) / 60;
    paintHead(painter, Session, theme.neutral, tr("Session"),
              tr("%1 min %2 s, whole").arg(minutes).arg(static_cast<int>(m_now) % 60));
    if (m_history) {
        paintSound(painter);
        painter.setRenderHint(QPainter::Antialiasing);
        paintWords(painter);
        paintFace(painter);
        const LiveSight sight{shownUntil(), m_seconds};
        if (m_answers.hasParts())
            m_answers.paintParts(painter, theme, lane(Parts), *m_history, sight);
        m_answers.paintAnswers(painter, theme, lane(Answers), *m_history, sight);
        paintSession(painter);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(theme.line);
    for (int row = 0; row < kRows; ++row)
        painter.drawLine(0, lane(Row(row)).top() - 1, width(), lane(Row(row)).top() - 1);
    painter.drawLine(kHeadWidth - 1, 0, kHeadWidth - 1, height());
}

void LiveTracks::paintRuler(QPainter& painter) const
{
    const Theme& theme = themeOf(palette());
    const double step = m_seconds > 20.0 ? 5.0 : 1.0;
    painter.save();
    painter.setClipRect(QRect(kHeadWidth, 0, width() - kHeadWidth, kRulerHeight));
    painter.setPen(theme.muted);
    const double until = shownUntil();
    const double behind = m_now - until;
    for (double back = 0.0; back <= m_seconds; back += step) {
        const int x = static_cast<int>(xOf(until - back));
        painter.drawLine(x, kRulerHeight - 8, x, kRulerHeight - 1);
        for (int part = 1; part < 5; ++part) {
            const int between = static_cast<int>(xOf(until - back - step * part / 5.0));
            painter.drawLine(between, kRulerHeight - 4, between, kRulerHeight - 1);
        }
        if (back > 0.0)
            painter.drawText(QRect(x + 4, 0, 80, kRulerHeight - 4), Qt::AlignVCenter,
                             tr("%1 s").arg(signedNumber(-back - std::round(behind * 10.0) / 10.0,
                                                         behind > 0.05 ? 1 : 0)));
    }
    painter.restore();
}

void LiveTracks::paintHead(QPainter& painter, Row row, const QColor& colour, const QString& name,
                           const QString& note) const
{
    const Theme& theme = themeOf(palette());
    const QRect area(0, lane(row).top(), kHeadWidth - 1, lane(row).height());
    painter.fillRect(QRect(8, area.top() + 4, 3, area.height() - 8), colour);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.88);
    const int line = QFontMetrics(strong).height();
    const bool hasNote = area.height() >= 2 * line && !note.isEmpty();
    const int top = area.center().y() - (hasNote ? line : line / 2);
    painter.setPen(theme.text);
    painter.setFont(strong);
    painter.drawText(QRect(20, top, kHeadWidth - 26, line), Qt::AlignVCenter,
                     QFontMetrics(strong).elidedText(name, Qt::ElideRight, kHeadWidth - 26));
    painter.setFont(small);
    painter.setPen(theme.muted);
    if (hasNote)
        painter.drawText(QRect(20, top + line, kHeadWidth - 26, line), Qt::AlignVCenter,
                         QFontMetrics(small).elidedText(note, Qt::ElideRight, kHeadWidth - 26));
    painter.setFont(font());
}

void LiveTracks::paintSound(QPainter& painter)
{
    const Theme& theme = themeOf(palette());
    const QRect area = lane(Sound);
    constexpr int bands = 72;
    if (m_mel.width() != area.width())
        m_mel = QImage(area.width(), bands, QImage::Format_RGB32);
    std::array<QRgb, 256> colours{};
    const QColor loud = theme.isDark() ? mixed(theme.sound, QColor(Qt::white), 0.25)
                                       : mixed(theme.sound, QColor(Qt::black), 0.35);
    for (std::size_t level = 0; level < colours.size(); ++level) {
        const double part = static_cast<double>(level) / 255.0;
        colours[level] = part < 0.75 ? mixed(theme.background, theme.sound, part / 0.75).rgb()
                                     : mixed(theme.sound, loud, (part - 0.75) * 4.0).rgb();
    }
    const double secondsPerPixel = m_seconds / area.width();
    const double left = shownUntil() - m_seconds;
    for (int x = 0; x < area.width(); ++x) {
        const MelColumn* column = m_history->soundAt(left + (x + 0.5) * secondsPerPixel);
        for (int band = 0; band < bands; ++band) {
            const std::size_t level = column && static_cast<int>(column->size()) > band
                ? (*column)[static_cast<std::size_t>(band)]
                : 0;
            reinterpret_cast<QRgb*>(m_mel.scanLine(bands - 1 - band))[x] = colours[level];
        }
    }
    painter.drawImage(area, m_mel);
}

void LiveTracks::paintWords(QPainter& painter) const
{
    const Theme& theme = themeOf(palette());
    const QRect area = lane(Words);
    painter.save();
    painter.setClipRect(area);
    for (const LiveWord& word : m_history->words()) {
        const double left = xOf(word.interval.start), right = xOf(std::min(word.interval.end, shownUntil()));
        if (right < area.left() || word.interval.start > shownUntil())
            continue;
        const QRectF box(left + 0.5, area.top() + 3.5, std::max(1.0, right - left - 1.0), area.height() - 7);
        const bool isFinal = word.interval.end <= shownUntil();
        painter.setPen(isFinal ? QPen(Qt::NoPen) : QPen(theme.muted, 1, Qt::DashLine));
        painter.setBrush(isFinal ? QBrush(mixed(theme.background, theme.language, 0.3))
                                 : QBrush(Qt::NoBrush));
        painter.drawRect(box);
        if (fontMetrics().horizontalAdvance(word.text) <= box.width() - 4) {
            painter.setPen(isFinal ? theme.text : theme.muted);
            painter.drawText(box, Qt::AlignCenter, word.text);
        }
    }
    painter.restore();
}

void LiveTracks::paintFace(QPainter& painter) const
{
    const Theme& theme = themeOf(palette());
    const QRect area = lane(Face);
    painter.save();
    painter.setClipRect(area);
    const auto draw = [&](double LiveFacePoint::*value, double middle, double range, double width) {
        QPainterPath path;
        bool isBroken = true;
        for (const std::optional<LiveFacePoint>& face : m_history->faces()) {
            if (!face) {
                isBroken = true;
                continue;
            }
            const double part = std::clamp(((*face).*value - middle) / range, -0.5, 0.5);
            const QPointF point(xOf(face->time), area.center().y() - part * (area.height() - 6));
            if (std::exchange(isBroken, false))
                path.moveTo(point);
            else
                path.lineTo(point);
        }
        painter.setPen(QPen(theme.vision, width));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
    };
    // About their own means: each face has a zero of its own.
    double smile = 0.0, brow = 0.0;
    int count = 0;
    for (const std::optional<LiveFacePoint>& face : m_history->faces()) {
        if (face) {
            smile += face->smile;
            brow += face->brow;
            ++count;
        }
    }
    if (count > 0) {
        draw(&LiveFacePoint::smile, smile / count, 0.3, 1.8);
        draw(&LiveFacePoint::brow, brow / count, 0.3, 0.9);
    }
    painter.restore();
}

/// All answers, and what was marked; a frame around what is in sight.
void LiveTracks::paintSession(QPainter& painter) const
{
    const Theme& theme = themeOf(palette());
    const QRect area = lane(Session);
    const double whole = std::max(kLeastSession, m_now);
    const auto x = [&](double seconds) { return area.left() + area.width() * seconds / whole; };
    m_answers.paintSession(painter, theme, area, *m_history, whole);
    for (const double mark : m_history->marks()) {
        const double at = x(mark);
        painter.setPen(QPen(theme.text, 1));
        painter.drawLine(QPointF(at, area.top() + 2), QPointF(at, area.bottom() - 1));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.text);
        painter.drawPolygon(
            QPolygonF{{at, area.top() + 2.0}, {at + 9, area.top() + 5.5}, {at, area.top() + 9.0}});
    }
    painter.setPen(QPen(theme.accent, 1.5));
    painter.setBrush(Qt::NoBrush);
    const double left = std::max(0.0, shownUntil() - m_seconds);
    painter.drawRoundedRect(
        QRectF(QPointF(x(left) + 1, area.top() + 1.5), QPointF(x(shownUntil()) - 1, area.bottom() - 0.5)), 3,
        3);
}

void LiveTracks::mousePressEvent(QMouseEvent* event)
{
    m_pressedAt = event->pos().x();
    m_backAtPress = m_back;
}

void LiveTracks::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    const int moved = event->pos().x() - m_pressedAt;
    constexpr int jitter = 3;
    if (!m_isHeld && moved > jitter)
        emit holdWished();
    if (!m_isHeld)
        return;
    const double secondsPerPixel = m_seconds / std::max(1, width() - kHeadWidth);
    const double most = std::max(0.0, std::min(m_heldAt, LiveHistory::kKeptSeconds - m_seconds));
    m_back = std::clamp(m_backAtPress + moved * secondsPerPixel, 0.0, most);
    update();
}

}
