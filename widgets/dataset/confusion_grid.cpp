#include "widgets/dataset/confusion_grid.h"

#include "widgets/base/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace widgets {

ConfusionGrid::ConfusionGrid(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("confusionGrid"));
    setAccessibleName(tr("Confusion: label upwards, prediction to the right"));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(120, 100);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ConfusionGrid::setConfusion(const QStringList& names, const engine::CountMatrix& confusion)
{
    m_names = names;
    m_confusion = confusion;
    m_selected.clear();
    m_label = std::min(m_label, confusion.size() - 1);
    m_prediction = std::min(m_prediction, confusion.size() - 1);
    update();
}

void ConfusionGrid::setSelected(const std::vector<bool>& cells)
{
    m_selected = cells;
    update();
}

void ConfusionGrid::setMessage(const QString& message)
{
    m_message = message;
    update();
}

QString ConfusionGrid::shortName(std::size_t place, double room) const
{
    return fontMetrics().elidedText(m_names.value(static_cast<qsizetype>(place)), Qt::ElideRight,
                                    static_cast<int>(room));
}

QRectF ConfusionGrid::area() const
{
    int widest = 0;
    for (const QString& name : m_names)
        widest = std::max(widest, fontMetrics().horizontalAdvance(name));
    widest = std::min(widest, width() / 4);
    const double line = fontMetrics().height();
    return QRectF(rect()).adjusted(widest + 8.0, line + 6.0, -6.0, -2.0 * line - 6.0);
}

QRectF ConfusionGrid::cellRect(std::size_t label, std::size_t prediction) const
{
    const QRectF area = this->area();
    const auto size = static_cast<double>(std::max<std::size_t>(1, m_confusion.size()));
    const double width = area.width() / size, height = area.height() / size;
    return {area.left() + static_cast<double>(prediction) * width,
            area.bottom() - static_cast<double>(label + 1) * height, width, height};
}

std::optional<std::pair<std::size_t, std::size_t>> ConfusionGrid::cellAt(QPointF at) const
{
    for (std::size_t label = 0; label < m_confusion.size(); ++label) {
        for (std::size_t prediction = 0; prediction < m_confusion.size(); ++prediction) {
            if (cellRect(label, prediction).contains(at))
                return std::pair(label, prediction);
        }
    }
    return std::nullopt;
}

void ConfusionGrid::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.muted);
    if (!m_message.isEmpty() || m_confusion.size() == 0) {
        painter.drawText(rect().adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap, m_message);
        return;
    }
    const std::size_t most = m_confusion.largest();
    for (std::size_t label = 0; label < m_confusion.size(); ++label) {
        for (std::size_t prediction = 0; prediction < m_confusion.size(); ++prediction) {
            const QRectF cell = cellRect(label, prediction).adjusted(1.5, 1.5, -1.5, -1.5);
            const std::size_t count = m_confusion.at(label, prediction);
            const double part = most == 0 ? 0.0 : static_cast<double>(count) / static_cast<double>(most);
            const QColor colour = label == prediction ? theme.accent : theme.muted;
            const QColor ground = count == 0 ? mixed(theme.panel, theme.background, 0.6)
                                             : mixed(theme.panel, colour, 0.2 + 0.55 * part);
            const std::size_t place = label * m_confusion.size() + prediction;
            const bool isFaded = !m_selected.empty() && !m_selected[place];
            painter.setPen(Qt::NoPen);
            painter.setBrush(isFaded ? mixed(theme.panel, ground, 0.4) : ground);
            painter.drawRoundedRect(cell, 3, 3);
            if (!m_selected.empty() && m_selected[place]) {
                painter.setBrush(Qt::NoBrush);
                painter.setPen(QPen(theme.text, 1.6));
                painter.drawRoundedRect(cell, 3, 3);
            }
            if (hasFocus() && label == m_label && prediction == m_prediction) {
                painter.setBrush(Qt::NoBrush);
                painter.setPen(QPen(theme.accent, 2.0));
                painter.drawRoundedRect(cell.adjusted(-2, -2, 2, 2), 4, 4);
            }
            if (count > 0) {
                painter.setPen(isFaded ? theme.muted : readableOn(ground));
                painter.drawText(cell, Qt::AlignCenter, QString::number(count));
            }
        }
    }
    painter.setPen(theme.muted);
    const double line = fontMetrics().height();
    for (std::size_t i = 0; i < m_confusion.size(); ++i) {
        const QRectF row = cellRect(i, 0), column = cellRect(0, i);
        painter.drawText(QRectF(0, row.top(), area().left() - 6, row.height()),
                         Qt::AlignRight | Qt::AlignVCenter, shortName(i, area().left() - 6));
        painter.drawText(QRectF(column.left(), area().bottom() + 3, column.width(), line), Qt::AlignCenter,
                         shortName(i, column.width() - 2));
    }
    painter.drawText(QRectF(area().left(), area().bottom() + line + 3, area().width(), line + 2),
                     Qt::AlignRight | Qt::AlignVCenter, tr("prediction"));
    painter.drawText(QRectF(area().left(), area().top() - line - 4, area().width(), line + 2),
                     Qt::AlignLeft | Qt::AlignVCenter, tr("label"));
}

void ConfusionGrid::mousePressEvent(QMouseEvent* event)
{
    const auto cell = cellAt(event->position());
    if (event->button() != Qt::LeftButton || !cell || !m_message.isEmpty())
        return;
    std::tie(m_label, m_prediction) = *cell;
    emit cellClicked(cell->first, cell->second, selectionStep(event->modifiers()));
}

void ConfusionGrid::keyPressEvent(QKeyEvent* event)
{
    const std::size_t last = std::max<std::size_t>(1, m_confusion.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Up:
        m_label = std::min(last, m_label + 1);
        break;
    case Qt::Key_Down:
        m_label -= m_label > 0 ? 1 : 0;
        break;
    case Qt::Key_Right:
        m_prediction = std::min(last, m_prediction + 1);
        break;
    case Qt::Key_Left:
        m_prediction -= m_prediction > 0 ? 1 : 0;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_confusion.size() > 0)
            emit cellClicked(m_label, m_prediction, selectionStep(event->modifiers()));
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    update();
}

bool ConfusionGrid::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const auto cell = cellAt(help->pos()); cell && m_message.isEmpty())
            QToolTip::showText(help->globalPos(),
                               tr("label %1, prediction %2: %n segment(s)", nullptr,
                                  static_cast<int>(m_confusion.at(cell->first, cell->second)))
                                   .arg(m_names.value(static_cast<qsizetype>(cell->first)),
                                        m_names.value(static_cast<qsizetype>(cell->second))),
                               this);
        return true;
    }
    return QWidget::event(event);
}

}
