#include "widgets/dataset/segment_strip.h"

#include "widgets/base/elided_name.h"
#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"

#include <QAbstractListModel>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kCardGap = 8; // pixels
constexpr double kWidthOfHeight = 1.24; // of a card

enum StripRole { PointRole = Qt::UserRole, PictureRole };

}

/// The segments in the strip, with their pictures as they come.
class StripModel : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    void setSegments(const DatasetContentPtr& content, const DatasetPlaces& points)
    {
        beginResetModel();
        m_content = content;
        m_points = points;
        endResetModel();
    }
    void setSelection(const std::shared_ptr<const std::vector<bool>>& selection)
    {
        m_selection = selection;
        const auto isChosen = [this](std::size_t point) { return isSelected(point); };
        m_marksSelected = !std::ranges::all_of(m_points, isChosen);
        if (!m_points.empty())
            emit dataChanged(index(0), index(rowCount() - 1));
    }
    /// Whether it is one of some that are selected among those that are shown.
    bool isMarked(int row) const { return m_marksSelected && isSelected(pointAt(row)); }
    void setPicture(std::size_t point, const QImage& picture)
    {
        m_pictures[point] = QPixmap::fromImage(picture);
        const auto found = std::ranges::find(m_points, point);
        if (found != m_points.end()) {
            const QModelIndex changed = index(static_cast<int>(found - m_points.begin()));
            emit dataChanged(changed, changed);
        }
    }
    void forgetPictures() { m_pictures.clear(); }
    bool hasPicture(std::size_t point) const { return m_pictures.contains(point); }
    std::size_t pointAt(int row) const { return m_points[static_cast<std::size_t>(row)]; }
    const DatasetContent* content() const { return m_content.get(); }
    const DatasetPoint& segmentAt(int row) const { return m_content->points[pointAt(row)]; }
    QPixmap pictureAt(int row) const
    {
        const auto found = m_pictures.find(pointAt(row));
        return found == m_pictures.end() ? QPixmap() : found->second;
    }

    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_points.size());
    }
    QVariant data(const QModelIndex& index, int role) const override
    {
        if (role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
            return {};
        const DatasetPoint& point = segmentAt(index.row());
        const QString values = point.isLabelled()
            ? SegmentStrip::tr("label %1, prediction %2")
                  .arg(m_content->valueText(point.label, 2), m_content->predictionText(point, 2))
            : SegmentStrip::tr("no label, prediction %1").arg(m_content->predictionText(point, 2));
        return SegmentStrip::tr("%1, segment %2").arg(point.video).arg(point.number) + QLatin1Char('\n')
            + values + QLatin1Char('\n') + point.words;
    }

private:
    bool isSelected(std::size_t point) const
    {
        return m_selection && point < m_selection->size() && (*m_selection)[point];
    }

    DatasetContentPtr m_content;
    DatasetPlaces m_points;
    std::shared_ptr<const std::vector<bool>> m_selection;
    bool m_marksSelected = false; ///< not where all of them are
    std::map<std::size_t, QPixmap> m_pictures;
};

namespace {

class CardDelegate : public QStyledItemDelegate {
public:
    CardDelegate(const StripModel& model, QAbstractItemView& view)
        : QStyledItemDelegate(&view)
        , m_model(model)
        , m_view(view)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        const int height = std::max(60, m_view.viewport()->height() - 2);
        return {static_cast<int>(std::clamp(height * kWidthOfHeight, 130.0, 440.0)) + kCardGap, height};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = themeOf(m_view.palette());
        const DatasetPoint& point = m_model.segmentAt(index.row());
        const QRect card = option.rect.adjusted(1, 1, -kCardGap, -1);
        const int words = option.fontMetrics.height() * 2 + 10;
        const QRect picture = card.adjusted(0, 0, 0, -words);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        const bool isMarked = m_model.isMarked(index.row());
        painter->fillRect(card, isMarked ? mixed(theme.raised, theme.accent, 0.25) : theme.raised);
        paintPicture(*painter, picture, m_model.pictureAt(index.row()), theme, point);
        paintValues(*painter, picture, option.fontMetrics, theme, point);
        paintWords(*painter, QRect(card.left() + 7, picture.bottom() + 4, card.width() - 14, words - 6),
                   theme, point.words);
        const bool isCurrent = m_view.currentIndex() == index;
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(isCurrent || isMarked ? theme.accent : theme.line, isCurrent ? 2.0 : 1.0));
        painter->drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter->restore();
    }

private:
    static void paintPicture(QPainter& painter, const QRect& room, const QPixmap& picture, const Theme& theme,
                             const DatasetPoint& point)
    {
        if (picture.isNull()) {
            painter.fillRect(room, mixed(theme.raised, theme.background, 0.6));
            painter.setPen(theme.muted);
            painter.drawText(room.adjusted(7, 7, -7, -7), Qt::AlignLeft | Qt::AlignBottom,
                             elidedName(painter.fontMetrics(), point.video, room.width() - 14));
            return;
        }
        const QSize full = picture.size().scaled(room.size(), Qt::KeepAspectRatioByExpanding);
        const double scale = picture.width() / static_cast<double>(full.width());
        const QSizeF shown = QSizeF(room.size()) * scale;
        painter.drawPixmap(QRectF(room), picture,
                           QRectF((picture.width() - shown.width()) / 2.0,
                                  (picture.height() - shown.height()) * 0.3, shown.width(), shown.height()));
    }

    void paintValues(QPainter& painter, const QRect& room, const QFontMetrics& font, const Theme& theme,
                     const DatasetPoint& point) const
    {
        const DatasetContent& content = *m_model.content();
        const int gap = 7, half = (room.width() - 22 - gap) / 2;
        const auto cut
            = [&](const QString& text) { return font.elidedText(text, Qt::ElideRight, std::max(20, half)); };
        const QString label = !point.isLabelled() ? QStringLiteral("–")
            : content.areClasses()                ? cut(content.valueText(point.label, 1))
                                                  : labelNumber(point.label, content.low);
        const QString prediction = content.areClasses() ? cut(content.valueText(point.prediction, 1))
                                                        : scaleNumber(point.prediction, content.low, 1);
        const int labelWidth = font.horizontalAdvance(label);
        const QRect chip(0, 0, labelWidth + gap + font.horizontalAdvance(prediction) + 14, font.height() + 4);
        const QRect placed = chip.translated(room.right() - chip.width() - 4, room.top() + 5);
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(theme.background, theme.panel, 0.3));
        painter.drawRoundedRect(placed, placed.height() / 2.0, placed.height() / 2.0);
        painter.setPen(theme.text);
        painter.drawText(placed.adjusted(7, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, label);
        painter.setPen(point.isWrong() ? theme.attention : theme.accentText());
        painter.drawText(placed.adjusted(7 + labelWidth + gap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         prediction);
    }

    /// Two lines, the second with an ellipsis where there is more.
    static void paintWords(QPainter& painter, const QRect& room, const Theme& theme, const QString& words)
    {
        painter.setPen(theme.text);
        QTextLayout layout(words, painter.font());
        layout.beginLayout();
        int y = room.top();
        for (int line = 0; line < 2; ++line) {
            QTextLine text = layout.createLine();
            if (!text.isValid())
                break;
            text.setLineWidth(room.width());
            QString shown = words.mid(text.textStart(), text.textLength());
            if (line == 1)
                shown = painter.fontMetrics().elidedText(words.mid(text.textStart()), Qt::ElideRight,
                                                         room.width());
            painter.drawText(QRect(room.left(), y, room.width(), painter.fontMetrics().height()),
                             Qt::AlignLeft | Qt::AlignVCenter, shown);
            y += painter.fontMetrics().height();
        }
        layout.endLayout();
    }

    const StripModel& m_model;
    QAbstractItemView& m_view;
};

}

SegmentStrip::SegmentStrip(QWidget* parent) : QListView(parent), m_model(new StripModel(this))
{
    setObjectName(QStringLiteral("segmentStrip"));
    setAccessibleName(tr("Selected segments"));
    setModel(m_model);
    setItemDelegate(new CardDelegate(*m_model, *this));
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setResizeMode(QListView::Adjust);
    setMinimumHeight(fontMetrics().height() * 6);
    connect(this, &QListView::clicked, this, [this](const QModelIndex& index) {
        emit selectionWished({m_model->pointAt(index.row())},
                             selectionStep(QGuiApplication::keyboardModifiers()));
    });
    connect(this, &QListView::doubleClicked, this,
            [this](const QModelIndex& index) { emit openWished(m_model->pointAt(index.row())); });
}

void SegmentStrip::setSegments(const DatasetContentPtr& content, const DatasetPlaces& points)
{
    m_model->setSegments(content, points);
    horizontalScrollBar()->setValue(0);
    if (!points.empty())
        setCurrentIndex(m_model->index(0));
    askForPictures();
}

void SegmentStrip::setSelection(const std::shared_ptr<const std::vector<bool>>& selection)
{
    m_model->setSelection(selection);
}

void SegmentStrip::setPicture(std::size_t point, const QImage& picture)
{
    m_model->setPicture(point, picture);
}

void SegmentStrip::forgetPictures()
{
    m_model->forgetPictures();
}

void SegmentStrip::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex current = currentIndex();
    if (current.isValid() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        emit openWished(m_model->pointAt(current.row()));
    else if (current.isValid() && event->key() == Qt::Key_Space)
        emit playWished(m_model->pointAt(current.row()));
    else if (event->key() == Qt::Key_Escape)
        event->ignore(); // the view's: it clears the selection
    else
        QListView::keyPressEvent(event);
}

void SegmentStrip::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
    askForPictures();
}

void SegmentStrip::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    askForPictures();
}

void SegmentStrip::showEvent(QShowEvent* event)
{
    QListView::showEvent(event);
    askForPictures();
}

/// A wheel that only turns up and down goes along the strip.
void SegmentStrip::wheelEvent(QWheelEvent* event)
{
    if (event->angleDelta().x() != 0) {
        QListView::wheelEvent(event);
        return;
    }
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - event->angleDelta().y());
    event->accept();
}

void SegmentStrip::askForPictures()
{
    if (std::exchange(m_isAsking, true))
        return;
    QTimer::singleShot(0, this, [this] {
        m_isAsking = false;
        if (!isVisible())
            return;
        DatasetPlaces wished;
        const QModelIndex first = indexAt(QPoint(2, height() / 3));
        for (int row = first.isValid() ? first.row() : 0; row < m_model->rowCount(); ++row) {
            if (visualRect(m_model->index(row)).left() > viewport()->width())
                break;
            if (!m_model->hasPicture(m_model->pointAt(row)))
                wished.push_back(m_model->pointAt(row));
        }
        emit picturesWished(wished);
    });
}

}
