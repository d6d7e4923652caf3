#include "widgets/player/video_surface.h"

#include "widgets/base/guide_page.h"
#include "widgets/base/theme.h"
#include "widgets/player/picture_grid.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QPainter>

#include <ranges>
#include <utility>

namespace widgets {

namespace {

constexpr int kGap = 4; // pixels between cameras
constexpr double kLargeShare = 0.68; // of the width, for large pictures beside small ones
constexpr int kThinFrame = 2; // pixels, around who listens
constexpr int kCaptionMargin = 6; // pixels
constexpr int kThickFrame = 5; // around who speaks
constexpr int kSoundMargin = 6; // pixels between a picture's edge and how loud its person is
constexpr int kSoundGap = 2;

int captionHeight(const QFont& font)
{
    return QFontMetrics(font).height() + 4;
}

/// In pixels of the frame.
QRectF partOf(const VideoSurface::Picture& picture)
{
    const QSizeF size = picture.frame.size();
    const QRectF& part = picture.part;
    if (part.isEmpty())
        return {{}, size};
    return {part.x() * size.width(), part.y() * size.height(), part.width() * size.width(),
            part.height() * size.height()};
}

}

VideoSurface::VideoSurface(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("video"));
    setAccessibleName(tr("Video"));
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void VideoSurface::changed()
{
    update();
    placeSounds();
    emit contentChanged();
}

void VideoSurface::setSounds(const std::vector<CardSound::Content>& sounds)
{
    while (m_sounds.size() > sounds.size()) {
        delete m_sounds.back();
        m_sounds.pop_back();
    }
    while (m_sounds.size() < sounds.size()) {
        auto* sound = new CardSound(this);
        connect(sound, &CardSound::gainEdited, this,
                [this, sound](double gain) { emit gainEdited(sound->content().person, gain); });
        connect(sound, &CardSound::muteEdited, this,
                [this, sound](bool isMuted) { emit muteEdited(sound->content().person, isMuted); });
        m_sounds.push_back(sound);
    }
    for (std::size_t i = 0; i < sounds.size(); ++i)
        m_sounds[i]->setContent(sounds[i]);
    placeSounds();
}

/// At the lower left of each picture, the first on top.
void VideoSurface::placeSounds()
{
    if (m_sounds.empty())
        return;
    const std::vector<QRect> places = placesOf(size(), pictures());
    std::vector<int> heights(places.size(), 0);
    for (CardSound* sound : std::views::reverse(m_sounds)) {
        const std::size_t picture = sound->content().picture;
        const bool isSeen = picture < places.size() && m_content.cover.isEmpty();
        sound->setVisible(isSeen);
        if (!isSeen)
            continue;
        heights[picture] += sound->height() + kSoundGap;
        sound->move(places[picture].left() + kSoundMargin,
                    places[picture].bottom() + 1 - kSoundMargin - heights[picture]);
    }
}

void VideoSurface::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeSounds();
}

void VideoSurface::setFrame(const QImage& frame)
{
    m_content.frame = frame;
    m_content.message.clear();
    m_new = true;
    changed();
}

void VideoSurface::setMessage(const QString& message)
{
    m_content.frame = {};
    m_content.message = message;
    changed();
}

void VideoSurface::setClock(const QString& time)
{
    if (time == m_content.clock)
        return;
    m_content.clock = time;
    changed();
}

void VideoSurface::setSubtitle(const SubtitleLine& line)
{
    if (line == m_content.subtitle)
        return;
    m_content.subtitle = line;
    changed();
}

void VideoSurface::setFaces(const std::vector<ShownFace>& faces)
{
    if (faces == m_content.faces)
        return;
    m_content.faces = faces;
    changed();
}

void VideoSurface::setPeople(const std::vector<ShownFace>& people)
{
    if (people == m_content.people)
        return;
    m_content.people = people;
    changed();
}

void VideoSurface::setPart(const QRectF& part)
{
    if (part == m_content.part)
        return;
    m_content.part = part;
    changed();
}

void VideoSurface::setKept(const std::optional<KeptPositions>& kept)
{
    if (kept == m_content.kept)
        return;
    m_content.kept = kept;
    changed();
}

void VideoSurface::setCover(const QString& sentence)
{
    m_content.cover = sentence;
    changed();
}

void VideoSurface::setCameras(const std::vector<Picture>& others, bool showsOwn, const QString& caption,
                              int colour, bool hasThickFrame)
{
    const bool isSame = others == m_content.others && showsOwn == m_content.showsOwn
        && caption == m_content.caption && colour == m_content.colour
        && hasThickFrame == m_content.hasThickFrame;
    if (isSame)
        return;
    m_content.others = others;
    m_content.showsOwn = showsOwn;
    m_content.caption = caption;
    m_content.colour = colour;
    m_content.hasThickFrame = hasThickFrame;
    changed();
    emit captionsChanged();
}

int VideoSurface::captionBottom() const
{
    const std::vector<Picture> shown = pictures();
    if (shown.size() < 2 || shown.front().caption.isEmpty())
        return 0;
    return placesOf(size(), shown).front().top() + kCaptionMargin + captionHeight(font());
}

void VideoSurface::setContent(const Content& content)
{
    m_content = content;
    changed();
}

/// From the first camera on.
std::vector<VideoSurface::Picture> VideoSurface::pictures() const
{
    std::vector<Picture> pictures;
    if (m_content.showsOwn)
        pictures.push_back({m_content.frame, m_content.message, m_content.caption, m_content.colour,
                            m_content.hasThickFrame, m_content.part});
    pictures.insert(pictures.end(), m_content.others.begin(), m_content.others.end());
    return pictures;
}

std::vector<QRect> VideoSurface::placesOf(QSize area, const std::vector<Picture>& pictures)
{
    std::vector<QSize> large, small;
    for (const Picture& one : pictures)
        (one.isSmall ? small : large)
            .push_back(one.part.isEmpty() ? one.frame.size() : partOf(one).size().toSize());
    if (small.empty() || large.empty())
        return pictureGrid(area, large.empty() ? small : large, kGap);
    const int width = static_cast<int>(area.width() * kLargeShare);
    const std::vector<QRect> left = pictureGrid({width, area.height()}, large, kGap);
    const std::vector<QRect> right = pictureGrid({area.width() - width - kGap, area.height()}, small, kGap);
    std::vector<QRect> places;
    auto nextLarge = left.begin(), nextSmall = right.begin();
    for (const Picture& one : pictures)
        places.push_back(one.isSmall ? nextSmall++->translated(width + kGap, 0) : *nextLarge++);
    return places;
}

bool VideoSurface::showsOwnFrame() const
{
    return m_content.showsOwn && !m_content.frame.isNull() && m_content.cover.isEmpty()
        && m_content.clock.isEmpty();
}

const std::vector<ShownFace>& VideoSurface::boxes() const
{
    return m_content.faces.empty() ? m_content.people : m_content.faces;
}

QRect VideoSurface::wholeOf(const QRect& place) const
{
    const QRectF& part = m_content.part;
    if (part.isEmpty())
        return place;
    const QSizeF size(place.width() / part.width(), place.height() / part.height());
    return QRectF(QPointF(place.x() - part.x() * size.width(), place.y() - part.y() * size.height()), size)
        .toRect();
}

void VideoSurface::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(),
                     theme.isDark() ? QColor(0x0b, 0x0c, 0x0f) : mixed(theme.background, theme.line, 0.5));
    QRect picture = rect();
    if (!m_content.cover.isEmpty()) {
        painter.setPen(theme.muted);
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                         m_content.cover);
    } else {
        const std::vector<Picture> shown = pictures();
        const std::vector<QRect> places = placesOf(size(), shown);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        for (std::size_t i = 0; i < shown.size(); ++i)
            paintPicture(painter, places[i], shown[i], shown.size() > 1);
        if (m_content.showsOwn && !m_content.clock.isEmpty())
            paintClock(painter, shown.size() > 1 ? places.front() : rect());
        if (m_content.kept && m_content.showsOwn && !m_content.frame.isNull())
            paintKept(painter, wholeOf(places.front()), places.front(), *m_content.kept);
        if (showsOwnFrame() && !boxes().empty())
            paintFaces(painter, wholeOf(places.front()), places.front(), boxes(), font());
        if (shown.size() == 1 && !shown.front().frame.isNull())
            picture = places.front();
        if (m_content.showsOwn && !m_content.frame.isNull() && std::exchange(m_new, false))
            emit framePainted();
    }
    paintSubtitle(painter, picture, m_content.subtitle, font(), palette());
}

void VideoSurface::paintClock(QPainter& painter, const QRect& place) const
{
    painter.fillRect(place, Qt::black);
    painter.setPen(QColor(0x9a, 0xa3, 0xb2)); // on black in any theme
    painter.drawText(place.adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, m_content.clock);
}

void VideoSurface::paintPicture(QPainter& painter, const QRect& place, const Picture& picture,
                                bool isOneOfSeveral) const
{
    const Theme& theme = themeOf(palette());
    if (picture.frame.isNull()) {
        const QRect room = isOneOfSeveral ? place : rect();
        if (picture.colour > 0)
            painter.fillRect(room, mixed(theme.background, theme.line, 0.5));
        painter.setPen(theme.muted);
        painter.drawText(room.adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                         picture.message);
    } else {
        painter.drawImage(QRectF(place), picture.frame, partOf(picture));
    }
    if (!isOneOfSeveral)
        return;
    if (picture.colour > 0) {
        const int width = picture.hasThickFrame ? kThickFrame : kThinFrame;
        painter.setPen(
            QPen(theme.trackColour(picture.colour), width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(place).adjusted(width / 2.0, width / 2.0, -width / 2.0, -width / 2.0));
    }
    if (picture.caption.isEmpty())
        return;
    const QFontMetrics metrics(font());
    const QString caption = metrics.elidedText(picture.caption, Qt::ElideMiddle, place.width() - 28);
    const QRect plate(place.left() + kCaptionMargin, place.top() + kCaptionMargin,
                      metrics.horizontalAdvance(caption) + 12, captionHeight(font()));
    QColor ground = theme.background;
    ground.setAlpha(200);
    painter.fillRect(plate, ground);
    painter.setPen(theme.text);
    painter.drawText(plate, Qt::AlignCenter, caption);
}

void VideoSurface::mousePressEvent(QMouseEvent*)
{
    m_doubled = false;
}

void VideoSurface::mouseReleaseEvent(QMouseEvent* event)
{
    if (!std::exchange(m_doubled, false) && event->button() == Qt::LeftButton
        && rect().contains(event->position().toPoint()))
        emit clicked();
}

/// The release that follows may go to another window by now.
void VideoSurface::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_doubled = true;
    emit clicked();
    emit doubleClicked();
}

void VideoSurface::contextMenuEvent(QContextMenuEvent* event)
{
    const std::optional<std::size_t> person = showsOwnFrame()
        ? faceAt(wholeOf(placesOf(size(), pictures()).front()), boxes(), event->pos())
        : std::nullopt;
    if (person)
        emit faceMenuWished(*person, event->globalPos());
    else
        QWidget::contextMenuEvent(event);
}

}
