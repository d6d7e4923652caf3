#include "widgets/training/split_bar.h"

#include "widgets/base/digit_key.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/theme.h"
#include "widgets/training/form_look.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace widgets {

namespace {

constexpr std::size_t kNotUsed = kSplitParts - 1;
constexpr double kSplitEdge = 3.0; // around the bar, for the ring of the focus
constexpr double kBlockHeight = 40.0; // a block
constexpr double kBelowHead = 5.0;
constexpr double kAboveNames = 6.0;
constexpr double kBlockCorner = 4.0;

}

SplitBar::SplitBar(QWidget* parent) : QWidget(parent)
{
    named(this, "splitBar", tr("Split of the videos"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SplitBar::setVideos(std::vector<SplitVideo> videos)
{
    if (videos == m_videos)
        return;
    const QString marked = m_marked < m_layout.blocks.size()
        ? m_videos[m_layout.blocks[m_marked].videos.front()].id
        : QString();
    endDrag();
    m_videos = std::move(videos);
    arrange();
    m_marked = 0;
    for (std::size_t i = 0; i < m_layout.blocks.size(); ++i) {
        for (const std::size_t video : m_layout.blocks[i].videos)
            m_marked = m_videos[video].id == marked ? i : m_marked;
    }
    mark(m_marked);
}

QRect SplitBar::blockOf(const QString& id) const
{
    for (const Block& block : m_layout.blocks) {
        for (const std::size_t video : block.videos) {
            if (m_videos[video].id == id)
                return rectOf(block).toAlignedRect();
        }
    }
    return {};
}

QRect SplitBar::placeOf(const std::string& part) const
{
    const std::size_t index = splitPartOf({{}, {}, 0, 0, part});
    const SplitLayout::Part& place = m_layout.parts[index];
    return QRectF(kSplitEdge + place.left, columnOf(index).top() + fontMetrics().height() + kBelowHead,
                  place.width, kBlockHeight)
        .toAlignedRect();
}

QSize SplitBar::sizeHint() const
{
    const int names = fontMetrics().height() + QFontMetrics(smallerFont(font())).height();
    return {fontMetrics().averageCharWidth() * 90,
            static_cast<int>(kSplitEdge * 2 + kBelowHead + kBlockHeight + kAboveNames)
                + fontMetrics().height() + names};
}

QSize SplitBar::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 50, sizeHint().height()};
}

bool SplitBar::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if (plainDigitOf(key).value_or(9) <= 3 || (m_draggedTo && key.key() == Qt::Key_Escape)) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const std::optional<std::size_t> part = partAt(help->pos());
        if (const std::optional<std::size_t> block = blockAt(help->pos()))
            QToolTip::showText(help->globalPos(), textOf(m_layout.blocks[*block]), this);
        else if (part)
            QToolTip::showText(help->globalPos(),
                               splitPartName(*part) + QStringLiteral(": ") + labelledText(*part), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void SplitBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

void SplitBar::resizeEvent(QResizeEvent*)
{
    const bool hasMarked = m_marked < m_layout.blocks.size();
    const std::size_t video = hasMarked ? m_layout.blocks[m_marked].videos.front() : 0;
    arrange(); // blocks may be united, or single again
    for (std::size_t i = 0; hasMarked && i < m_layout.blocks.size(); ++i) {
        const std::vector<std::size_t>& videos = m_layout.blocks[i].videos;
        if (std::find(videos.begin(), videos.end(), video) != videos.end())
            mark(i);
    }
}

void SplitBar::arrange()
{
    endDrag();
    SplitRoom room;
    for (const SplitVideo& video : m_videos) {
        room.segments.push_back(video.segments);
        room.part.push_back(splitPartOf(video));
    }
    const QFontMetrics strong(strongerFont(font()));
    for (std::size_t part = 0; part < kSplitParts; ++part)
        room.heads[part] = strong.horizontalAdvance(splitPartName(part)) + 8.0
            + QFontMetrics(smallerFont(font())).horizontalAdvance(labelledText(part)) + 2.0;
    room.width = width() - 2 * kSplitEdge;
    room.leastBlock = fontMetrics().height() * 1.5;
    m_layout = arrangedSplit(room);
    update();
}

void SplitBar::mark(std::size_t block)
{
    m_marked = block;
    setAccessibleDescription(
        block < m_layout.blocks.size()
            ? tr("%1. 1: train, 2: valid, 3: test, 0: not used")
                  .arg(textOf(m_layout.blocks[block]).replace(u'\n', QStringLiteral(", ")))
            : QString());
    update();
}

void SplitBar::endDrag()
{
    m_pressed.reset();
    m_draggedTo.reset();
    unsetCursor();
    update();
}

/// Several videos in one block are not moved together.
void SplitBar::wish(const Block& block, std::size_t part)
{
    if (block.videos.size() == 1 && block.part != part)
        emit moved(m_videos[block.videos.front()].id, QLatin1String(kSplitKeys[part]));
}

QRectF SplitBar::rectOf(const Block& block) const
{
    return {kSplitEdge + block.left, kSplitEdge + fontMetrics().height() + kBelowHead, block.width,
            kBlockHeight};
}

QRectF SplitBar::columnOf(std::size_t part) const
{
    return {kSplitEdge + m_layout.parts[part].left, kSplitEdge, m_layout.parts[part].width,
            height() - 2 * kSplitEdge};
}

std::optional<std::size_t> SplitBar::blockAt(QPointF place) const
{
    for (std::size_t i = 0; i < m_layout.blocks.size(); ++i) {
        QRectF area = rectOf(m_layout.blocks[i]);
        area.setBottom(height() - kSplitEdge);
        if (area.contains(place))
            return i;
    }
    return std::nullopt;
}

std::optional<std::size_t> SplitBar::partAt(QPointF place) const
{
    for (std::size_t part = 0; part < kSplitParts; ++part) {
        if (columnOf(part).contains(place))
            return part;
    }
    return std::nullopt;
}

QString SplitBar::labelledText(std::size_t part) const
{
    int labelled = 0;
    for (const SplitVideo& video : m_videos)
        labelled += splitPartOf(video) == part ? video.labelled : 0;
    return tr("%n labelled", nullptr, labelled);
}

QString SplitBar::textOf(const Block& block) const
{
    if (block.videos.size() > 1)
        return splitPartName(block.part) + u'\n' + shortTextOf(block, QWIDGETSIZE_MAX) + u'\n'
            + tr("%1 … %2").arg(m_videos[block.videos.front()].id, m_videos[block.videos.back()].id);
    const SplitVideo& video = m_videos[block.videos.front()];
    QStringList lines{video.id, video.detail,
                      tr("%1 of %2 segments labelled").arg(video.labelled).arg(video.segments),
                      splitPartName(block.part)};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString SplitBar::shortTextOf(const Block& block, int room) const
{
    std::vector<SplitVideo> videos;
    for (const std::size_t video : block.videos)
        videos.push_back(m_videos[video]);
    return splitBlockText(videos, fontMetrics(), room);
}

void SplitBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t part = 0; part < kSplitParts; ++part)
        paintPart(painter, part);
    for (std::size_t i = 0; i < m_layout.blocks.size(); ++i) {
        const Block& block = m_layout.blocks[i];
        painter.setOpacity(m_draggedTo && m_pressed == i ? 0.35 : 1.0);
        paintBlock(painter, rectOf(block), block);
        paintNames(painter, block);
        painter.setOpacity(1.0);
        if (hasFocus() && i == m_marked && !m_draggedTo) {
            painter.setPen(QPen(theme.text, 2.0));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(rectOf(block).adjusted(-1, -1, 1, 1), kBlockCorner + 1, kBlockCorner + 1);
        }
    }
    if (!m_draggedTo || !m_pressed)
        return;
    const Block& block = m_layout.blocks[*m_pressed];
    const std::optional<std::size_t> target = partAt(*m_draggedTo);
    if (target && *target != block.part) {
        painter.setPen(QPen(theme.accent, 2.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(placeOf(kSplitKeys[*target])).adjusted(-1, -1, 1, 1), kBlockCorner,
                                kBlockCorner);
    }
    painter.setOpacity(0.85);
    paintBlock(painter, rectOf(block).translated(*m_draggedTo - m_pressedAt), block);
}

/// Its head, and a place for the first video of a part without one.
void SplitBar::paintPart(QPainter& painter, std::size_t part) const
{
    const Theme& theme = themeOf(palette());
    const QRectF column = columnOf(part);
    const QFont strong = strongerFont(font()), small = smallerFont(font());
    const QString name
        = QFontMetrics(strong).elidedText(splitPartName(part), Qt::ElideRight, qRound(column.width()));
    const double wide = QFontMetrics(strong).horizontalAdvance(name) + 8.0;
    const QRectF head(column.left(), column.top(), column.width(), fontMetrics().height());
    painter.setFont(strong);
    painter.setPen(part == kNotUsed ? theme.muted : mixed(splitColour(theme, part), theme.text, 0.25));
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, name);
    painter.setFont(small);
    painter.setPen(theme.muted);
    painter.drawText(
        head.adjusted(wide, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(small).elidedText(labelledText(part), Qt::ElideRight, qRound(column.width() - wide)));
    if (m_layout.parts[part].isEmpty) {
        painter.setPen(QPen(mixed(theme.panel, splitColour(theme, part), 0.6), 1.0, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(placeOf(kSplitKeys[part])).adjusted(0.5, 0.5, -0.5, -0.5),
                                kBlockCorner, kBlockCorner);
        painter.setFont(font());
        painter.setPen(theme.muted);
        painter.drawText(placeOf(kSplitKeys[part]), Qt::AlignCenter, tr("none"));
    }
}

void SplitBar::paintBlock(QPainter& painter, const QRectF& place, const Block& block) const
{
    const Theme& theme = themeOf(palette());
    const QColor own = splitColour(theme, block.part);
    const QRectF inside = place.adjusted(0.5, 0.5, -0.5, -0.5);
    const bool isUsed = block.part != kNotUsed;
    const double strength = theme.isDark() ? 0.42 : 0.22;
    painter.setPen(isUsed ? mixed(theme.panel, own, 0.85) : theme.line);
    painter.setBrush(isUsed ? mixed(theme.panel, own, strength) : theme.panel);
    painter.drawRoundedRect(inside, kBlockCorner, kBlockCorner);
    if (!isUsed)
        drawHatch(painter, inside, mixed(theme.panel, theme.muted, 0.35), kBlockCorner);
    const QString text = shortTextOf(block, qRound(place.width()) - 4);
    painter.setFont(font());
    if (!isUsed && !text.isEmpty()) { // the hatch does not run through the text
        QRectF ground(0, 0, fontMetrics().horizontalAdvance(text) + 8, fontMetrics().height());
        ground.moveCenter(place.center());
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.panel);
        painter.drawRoundedRect(ground, 3, 3);
    }
    painter.setPen(isUsed ? theme.text : theme.muted);
    painter.drawText(place, Qt::AlignCenter, text);
}

void SplitBar::paintNames(QPainter& painter, const Block& block) const
{
    const Theme& theme = themeOf(palette());
    const SplitVideo& first = m_videos[block.videos.front()];
    const bool isOne = block.videos.size() == 1;
    const QFont small = smallerFont(font());
    const int room = qRound(block.width) - 3;
    const int fewLetters = fontMetrics().averageCharWidth() * 8; // then the end tells more than the beginning
    if (room < fontMetrics().averageCharWidth() * 4) // no name can be told
        return;
    QRectF line(kSplitEdge + block.left, rectOf(block).bottom() + kAboveNames, room, fontMetrics().height());
    painter.setFont(font());
    painter.setPen(block.part == kNotUsed ? theme.muted : theme.text);
    const QString name = isOne ? first.id : tr("%1 … %2").arg(first.id, m_videos[block.videos.back()].id);
    painter.drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter,
        fontMetrics().elidedText(name, room < fewLetters ? Qt::ElideLeft : Qt::ElideMiddle, room));
    if (!isOne)
        return;
    line.translate(0, line.height());
    line.setHeight(QFontMetrics(small).height());
    painter.setFont(small);
    painter.setPen(theme.muted);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(small).elidedText(first.detail, Qt::ElideRight, room));
}

void SplitBar::mousePressEvent(QMouseEvent* event)
{
    const std::optional<std::size_t> block = blockAt(event->position());
    if (event->button() != Qt::LeftButton || !block)
        return;
    mark(*block);
    m_pressed = block;
    m_pressedAt = event->position();
}

void SplitBar::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_pressed) {
        const std::optional<std::size_t> block = blockAt(event->position());
        if (block && m_layout.blocks[*block].videos.size() == 1)
            setCursor(Qt::OpenHandCursor);
        else
            unsetCursor();
        return;
    }
    const double way = (event->position() - m_pressedAt).manhattanLength();
    if (m_layout.blocks[*m_pressed].videos.size() > 1
        || (!m_draggedTo && way < QApplication::startDragDistance()))
        return;
    setCursor(Qt::ClosedHandCursor);
    m_draggedTo = event->position();
    update();
}

void SplitBar::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    const Block block = m_layout.blocks[*m_pressed];
    const bool wasDragged = m_draggedTo.has_value();
    const std::optional<std::size_t> part = partAt(event->position());
    endDrag();
    if (wasDragged && part)
        wish(block, *part);
}

void SplitBar::keyPressEvent(QKeyEvent* event)
{
    const std::size_t blocks = m_layout.blocks.size();
    const std::optional<int> digit = plainDigitOf(*event);
    if (m_draggedTo && event->key() == Qt::Key_Escape)
        endDrag();
    else if (blocks == 0)
        QWidget::keyPressEvent(event);
    else if (event->key() == Qt::Key_Left)
        mark(m_marked > 0 ? m_marked - 1 : 0);
    else if (event->key() == Qt::Key_Right)
        mark(std::min(m_marked + 1, blocks - 1));
    else if (event->key() == Qt::Key_Home)
        mark(0);
    else if (event->key() == Qt::Key_End)
        mark(blocks - 1);
    else if (digit && *digit <= 3)
        wish(m_layout.blocks[m_marked], *digit == 0 ? kNotUsed : static_cast<std::size_t>(*digit - 1));
    else
        QWidget::keyPressEvent(event);
}

void SplitBar::focusOutEvent(QFocusEvent* event)
{
    endDrag();
    QWidget::focusOutEvent(event);
}

}
