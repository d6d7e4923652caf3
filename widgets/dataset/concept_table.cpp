#include "widgets/dataset/concept_table.h"

#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace widgets {

namespace {

constexpr int kPictureGap = 4; // pixels
constexpr double kPictureShape = 1.5; // width of its height
constexpr int kMostPictures = 12; // of a unit

/// Where the nth picture lies in a cell.
QRect pictureIn(const QRect& cell, int place)
{
    const int height = cell.height() - 6;
    const int width = static_cast<int>(height * kPictureShape);
    return {cell.left() + 4 + place * (width + kPictureGap), cell.top() + 3, width, height};
}

int picturesIn(const QRect& cell)
{
    int count = 0;
    while (count < kMostPictures && pictureIn(cell, count).right() <= cell.right())
        ++count;
    return count;
}

/// What a unit adds: the number, and below it a bar to the side of its sign.
class AddsDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const Theme& theme = themeOf(option.palette);
        const double part = index.data(ConceptModel::PartRole).toDouble();
        const QRectF room = QRectF(option.rect).adjusted(6, 0, -6, 0);
        const double y = room.center().y() + option.fontMetrics.height() * 0.75, middle = room.center().x();
        painter->save();
        painter->setPen(QPen(theme.line, 1.0));
        painter->drawLine(QPointF(room.left(), y), QPointF(room.right(), y));
        painter->setPen(Qt::NoPen);
        const bool isSelected = option.state & QStyle::State_Selected;
        painter->setBrush(isSelected ? theme.onAccent : part < 0.0 ? theme.negative : theme.positive);
        painter->drawRect(
            QRectF(QPointF(middle, y - 2.0), QPointF(middle + part * room.width() / 2.0, y + 2.0))
                .normalized());
        painter->restore();
    }
};

/// The pictures of the segments in which a unit is strongest, each with how strong.
class MomentsDelegate : public QStyledItemDelegate {
public:
    MomentsDelegate(const ConceptModel& model, QObject* parent) : QStyledItemDelegate(parent), m_model(model)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const ConceptUnit& unit = m_model.unitAt(index.row());
        const Theme& theme = themeOf(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        if (unit.isMuted)
            painter->setOpacity(0.35);
        const int count = std::min(picturesIn(option.rect), static_cast<int>(unit.moments.size()));
        for (int i = 0; i < count; ++i)
            paintMoment(*painter, pictureIn(option.rect, i), unit.moments[static_cast<std::size_t>(i)],
                        unit.moments.front().strength, theme);
        painter->restore();
    }

private:
    void paintMoment(QPainter& painter, const QRect& room, const ConceptUnit::Moment& moment,
                     double strongest, const Theme& theme) const
    {
        const QPixmap picture = m_model.picture(moment.point);
        painter.fillRect(room, mixed(theme.raised, theme.background, 0.6));
        if (picture.isNull()) {
            painter.setPen(theme.muted);
            painter.drawText(room.adjusted(3, 2, -3, -2), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                             m_model.content()->points[moment.point].words);
        } else {
            const QSize full = picture.size().scaled(room.size(), Qt::KeepAspectRatioByExpanding);
            const double scale = picture.width() / static_cast<double>(full.width());
            const QSizeF shown = QSizeF(room.size()) * scale;
            painter.drawPixmap(QRectF(room), picture,
                               QRectF((picture.width() - shown.width()) / 2.0,
                                      (picture.height() - shown.height()) * 0.3, shown.width(),
                                      shown.height()));
        }
        const double part = strongest > 0.0 ? moment.strength / strongest : 0.0;
        painter.fillRect(QRectF(room.left(), room.bottom() - 2, room.width() * part, 3.0), theme.accent);
    }

    const ConceptModel& m_model;
};

}

ConceptTable::ConceptTable(QWidget* parent) : QTableView(parent), m_units(new ConceptModel(this))
{
    setObjectName(QStringLiteral("conceptTable"));
    setAccessibleName(tr("Concepts"));
    setModel(m_units);
    setItemDelegateForColumn(ConceptModel::Adds, new AddsDelegate(this));
    setItemDelegateForColumn(ConceptModel::Moments, new MomentsDelegate(*m_units, this));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumHeight(fontMetrics().height() * 5);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(true);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, m_units, &ConceptModel::sortBy);
    connect(this, &QTableView::clicked, this, &ConceptTable::click);
    connect(m_units, &ConceptModel::modelReset, this, &ConceptTable::askForPictures);
}

void ConceptTable::setUnits(const DatasetContentPtr& content, std::vector<ConceptUnit> units)
{
    if (state() == EditingState) {
        m_waiting = Waiting{content, std::move(units)};
        return;
    }
    const auto current
        = currentIndex().isValid() ? std::optional(m_units->unitAt(currentIndex().row()).unit) : std::nullopt;
    const int scrolled = verticalScrollBar()->value();
    m_units->setUnits(content, std::move(units));
    for (int row = 0; row < m_units->rowCount(); ++row) {
        if (m_units->unitAt(row).unit == current)
            setCurrentIndex(m_units->index(row, ConceptModel::Name));
    }
    verticalScrollBar()->setValue(scrolled);
}

void ConceptTable::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint)
{
    QTableView::closeEditor(editor, hint);
    if (std::optional<Waiting> waiting = std::exchange(m_waiting, std::nullopt)) {
        const ConceptUnit& named = m_units->unitAt(currentIndex().row());
        for (ConceptUnit& unit : waiting->units) {
            if (unit.unit == named.unit)
                unit.name = named.name;
        }
        setUnits(waiting->content, std::move(waiting->units));
    }
}

void ConceptTable::setPicture(std::size_t point, const QImage& picture)
{
    m_units->setPicture(point, picture);
}

QRect ConceptTable::pictureRect(int row, int place) const
{
    const QRect cell = visualRect(m_units->index(row, ConceptModel::Moments));
    const bool isThere
        = place < picturesIn(cell) && static_cast<std::size_t>(place) < m_units->unitAt(row).moments.size();
    return isThere ? pictureIn(cell, place) : QRect();
}

std::optional<std::size_t> ConceptTable::pointAt(const QPoint& place) const
{
    const QModelIndex index = indexAt(place);
    if (!index.isValid() || index.column() != ConceptModel::Moments)
        return std::nullopt;
    for (int i = 0; i < kMostPictures; ++i) {
        if (pictureRect(index.row(), i).contains(place))
            return m_units->unitAt(index.row()).moments[static_cast<std::size_t>(i)].point;
    }
    return std::nullopt;
}

void ConceptTable::click(const QModelIndex& index)
{
    if (index.column() == ConceptModel::Muted)
        return;
    if (const auto point = pointAt(m_pressed))
        emit playWished(*point);
    else
        chooseUnit(index.row());
}

void ConceptTable::chooseUnit(int row)
{
    DatasetPlaces points;
    for (const ConceptUnit::Moment& moment : m_units->unitAt(row).moments)
        points.push_back(moment.point);
    emit unitClicked(points, selectionStep(QGuiApplication::keyboardModifiers()),
                     m_units->index(row, ConceptModel::Name).data().toString());
}

void ConceptTable::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->pos();
    QTableView::mousePressEvent(event);
}

void ConceptTable::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex current = currentIndex();
    const int key = event->key();
    if (current.isValid() && (key == Qt::Key_Return || key == Qt::Key_Enter))
        chooseUnit(current.row());
    else if (current.isValid() && key == Qt::Key_Space && !m_units->unitAt(current.row()).moments.empty())
        emit playWished(m_units->unitAt(current.row()).moments.front().point);
    else if (current.isValid() && key == Qt::Key_M && event->modifiers() == Qt::NoModifier) {
        const QModelIndex muted = current.siblingAtColumn(ConceptModel::Muted);
        if (muted.flags() & Qt::ItemIsUserCheckable)
            m_units->setData(muted, m_units->unitAt(current.row()).isMuted ? Qt::Checked : Qt::Unchecked,
                             Qt::CheckStateRole);
    } else if (current.isValid() && key == Qt::Key_F2)
        edit(current.siblingAtColumn(ConceptModel::Name));
    else if (key == Qt::Key_Escape)
        event->ignore(); // the view's: it clears the selection
    else
        QTableView::keyPressEvent(event);
}

void ConceptTable::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const auto point = pointAt(event->pos()))
        emit openWished(*point);
    else
        QTableView::mouseDoubleClickEvent(event);
}

bool ConceptTable::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        if (const auto place = pointAt(help->pos())) {
            const DatasetPoint& point = m_units->content()->points[*place];
            QToolTip::showText(
                help->globalPos(),
                tr("%1, segment %2: prediction %3\n%4\nA click plays it, a double click opens it.")
                    .arg(point.video)
                    .arg(point.number)
                    .arg(scaleNumber(point.prediction, m_units->content()->low, 2), point.words),
                viewport());
            return true;
        }
    }
    return QTableView::viewportEvent(event);
}

void ConceptTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    shareOutWidth();
    askForPictures();
}

void ConceptTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    askForPictures();
}

void ConceptTable::showEvent(QShowEvent* event)
{
    QTableView::showEvent(event);
    shareOutWidth();
    askForPictures();
}

void ConceptTable::shareOutWidth()
{
    const QFontMetrics& font = fontMetrics();
    const int wide = viewport()->width();
    const int tick = font.height() * 2, adds = font.horizontalAdvance(QStringLiteral("+0.00")) * 2;
    const int segments = font.horizontalAdvance(QStringLiteral("25 000 of 25 000"));
    const int name = std::clamp(wide / 5, font.height() * 5, font.height() * 14);
    setColumnWidth(ConceptModel::Muted, tick);
    setColumnWidth(ConceptModel::Name, name);
    setColumnWidth(ConceptModel::Adds, adds);
    setColumnWidth(ConceptModel::Segments, segments);
    setColumnWidth(ConceptModel::Moments, std::max(0, wide - tick - name - adds - segments));
}

void ConceptTable::askForPictures()
{
    if (std::exchange(m_isAsking, true))
        return;
    QTimer::singleShot(0, this, [this] {
        m_isAsking = false;
        if (!isVisible() || m_units->rowCount() == 0)
            return;
        DatasetPlaces wished;
        const int last = rowAt(viewport()->height() - 1);
        for (int row = std::max(0, rowAt(0)); row <= (last < 0 ? m_units->rowCount() - 1 : last); ++row) {
            for (int i = 0; !pictureRect(row, i).isEmpty(); ++i) {
                const std::size_t point = m_units->unitAt(row).moments[static_cast<std::size_t>(i)].point;
                if (!m_units->hasPicture(point) && std::ranges::find(wished, point) == wished.end())
                    wished.push_back(point);
            }
        }
        emit picturesWished(wished);
    });
}

}
