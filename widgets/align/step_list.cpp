#include "widgets/align/step_list.h"

#include "widgets/base/theme.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace widgets {

namespace {

/// One step: its number, what it is, what it does.
class StepRow : public QAbstractButton {
public:
    StepRow(int number, const StepList::Step& step, QWidget* parent)
        : QAbstractButton(parent)
        , m_number(number)
        , m_step(step)
    {
        setCheckable(true);
        setAutoExclusive(true);
        setObjectName(QStringLiteral("step%1").arg(number));
        setStep(step);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    void setStep(const StepList::Step& step)
    {
        m_step = step;
        setAccessibleName(QStringLiteral("%1. %2").arg(m_number).arg(step.title));
        setAccessibleDescription(step.detail);
        const bool isBrief = step.detail.isEmpty();
        setToolTip(isBrief ? step.title : QStringLiteral("%1\n%2").arg(step.title, step.detail));
        update();
    }

    QSize sizeHint() const override { return {200, std::max(24, fontMetrics().height() + 8)}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Theme& theme = themeOf(palette());
        if (isChecked() || underMouse()) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(isChecked() ? mixed(theme.panel, theme.accent, 0.18) : theme.raised);
            painter.drawRoundedRect(rect().adjusted(0, 1, 0, -1), 5, 5);
        }
        if (hasFocus()) {
            painter.setPen(theme.accent);
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 1.5, -0.5, -1.5), 5, 5);
        }
        const int left = fontMetrics().horizontalAdvance(QStringLiteral("00")) + 14;
        painter.setPen(theme.muted);
        painter.drawText(QRect(8, 0, left - 8, height()), Qt::AlignLeft | Qt::AlignVCenter,
                         QString::number(m_number));
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        const QFontMetrics metrics(strong);
        const int room = width() - left - 6;
        const int title = std::min(room, metrics.horizontalAdvance(m_step.title));
        painter.setFont(strong);
        painter.setPen(theme.text);
        painter.drawText(QRect(left, 0, title + 2, height()), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(m_step.title, Qt::ElideRight, room));
        const int rest = room - title - 12;
        if (rest < 20)
            return;
        painter.setFont(smallFont());
        painter.setPen(m_step.failed ? theme.attention : theme.muted);
        painter.drawText(QRect(left + title + 12, 0, rest, height()), Qt::AlignRight | Qt::AlignVCenter,
                         QFontMetrics(smallFont()).elidedText(m_step.detail, Qt::ElideRight, rest));
    }

private:
    QFont smallFont() const
    {
        QFont small = font();
        small.setPointSizeF(small.pointSizeF() * 0.88);
        return small;
    }

    int m_number;
    StepList::Step m_step;
};

}

StepList::StepList(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void StepList::setSteps(const std::vector<Step>& steps, std::size_t chosen)
{
    const bool isSameNumber = steps.size() == m_steps.size() && !steps.empty();
    m_steps = steps;
    m_chosen = chosen;
    if (!isSameNumber)
        rebuild();
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        auto* row = findChild<QAbstractButton*>(QStringLiteral("step%1").arg(i + 1));
        static_cast<StepRow*>(row)->setStep(m_steps[i]);
        row->setChecked(i == m_chosen);
    }
}

void StepList::setEditable(bool isEditable)
{
    m_isEditable = isEditable;
    for (QToolButton* menu : findChildren<QToolButton*>())
        menu->setEnabled(isEditable);
}

void StepList::rebuild()
{
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        if (QWidget* line = item->widget()) {
            line->setParent(nullptr);
            line->deleteLater();
        }
        delete item;
    }
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        auto* line = new QWidget(this);
        auto* layout = new QHBoxLayout(line);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(2);
        auto* row = new StepRow(static_cast<int>(i) + 1, m_steps[i], line);
        row->setAutoExclusive(false); // the lines have parents of their own
        connect(row, &QAbstractButton::clicked, this, [this, i, row] {
            row->setChecked(i == m_chosen); // until the answer comes back
            emit chosen(i);
        });
        auto* more = new QToolButton(line);
        more->setObjectName(QStringLiteral("stepMenu%1").arg(i + 1));
        more->setText(QStringLiteral("⋮"));
        more->setAutoRaise(true);
        more->setPopupMode(QToolButton::InstantPopup);
        more->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
        more->setAccessibleName(tr("What to do with step %1").arg(i + 1));
        more->setMinimumSize(24, 24);
        auto* menu = new QMenu(more);
        QAction* up = menu->addAction(tr("Move &up"), this, [this, i] { emit moveRequested(i, -1); });
        up->setEnabled(i > 0);
        QAction* down = menu->addAction(tr("Move &down"), this, [this, i] { emit moveRequested(i, 1); });
        down->setEnabled(i + 1 < m_steps.size());
        menu->addAction(tr("&Remove"), this, [this, i] { emit removeRequested(i); });
        more->setMenu(menu);
        more->setEnabled(m_isEditable);
        layout->addWidget(row, 1);
        layout->addWidget(more);
        m_layout->addWidget(line);
    }
}

}
