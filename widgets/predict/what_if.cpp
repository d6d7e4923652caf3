#include "widgets/predict/what_if.h"

#include "widgets/base/scale_number.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kColumns = 4;
constexpr int kDecimals = 2;
constexpr int kLastRow = 1000; ///< below all lines

/// The difference of a line is that of the numbers which stand in it.
double asShown(double value)
{
    return std::round(value * 100) / 100;
}

}

WhatIf::WhatIf(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_hint(new QLabel(this))
    , m_try(new QPushButton(tr("&Try…"), this))
{
    m_try->setObjectName(QStringLiteral("tryWhatIf"));
    m_try->setFocusPolicy(Qt::TabFocus);
    m_try->setToolTip(tr(
        "Leave a word out, take another, or the voice or face of another segment: what the model would say "
        "then. Your data stay as they are."));
    auto* menu = new QMenu(m_try);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { emit menuWished(*menu); });
    m_try->setMenu(menu);
    setObjectName(QStringLiteral("whatIf"));
    setAccessibleName(tr("What if"));
    m_hint->setObjectName(QStringLiteral("whatIfHint"));
    setSeesWords(true);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_grid->setContentsMargins(0, 2, 0, 0);
    m_grid->setHorizontalSpacing(14);
    m_grid->setVerticalSpacing(1);
    m_grid->setColumnStretch(0, 1);
    m_grid->addWidget(m_hint, 0, 0, 1, kColumns);
    m_grid->addWidget(m_try, kLastRow, 0, Qt::AlignLeft);
    const QStringList heads{tr("What if"), tr("from"), tr("to"), tr("change")};
    m_rows.emplace_back();
    for (int column = 0; column < kColumns; ++column) {
        m_rows.front().push_back(addCell(1, column, true));
        m_rows.front().back()->setText(heads.at(column));
    }
    setChanges({}, 0.0);
}

QLabel* WhatIf::addCell(int row, int column, bool isHead)
{
    auto* cell = new QLabel(this);
    cell->setAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    cell->setObjectName(QStringLiteral("whatIf-%1-%2").arg(row - 1).arg(column));
    cell->setWordWrap(column == 0);
    cell->setTextFormat(Qt::PlainText);
    if (column == 0 && !isHead)
        cell->installEventFilter(this);
    if (isHead)
        cell->setForegroundRole(QPalette::PlaceholderText);
    if (column == 2 && !isHead) {
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        cell->setFont(strong);
    }
    m_grid->addWidget(cell, row, column);
    return cell;
}

void WhatIf::setChanges(const std::vector<Change>& changes, double low)
{
    while (m_rows.size() < changes.size() + 1) {
        std::vector<QLabel*> row;
        for (int column = 0; column < kColumns; ++column)
            row.push_back(addCell(static_cast<int>(m_rows.size()) + 1, column, false));
        m_rows.push_back(row);
    }
    if (m_edited >= changes.size() || m_edited >= m_changes.size()
        || changes[m_edited].name != m_changes[m_edited].name)
        endEditing(); // the line is another one
    m_changes = changes;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const std::vector<QLabel*>& row = m_rows[i + 1];
        row[0]->setText(changes[i].name);
        row[0]->setToolTip(changes[i].trial >= 0 && changes[i].whatItIs.isEmpty()
                               ? tr("A double click gives it a name")
                               : changes[i].whatItIs);
        row[1]->setText(scaleNumber(changes[i].before, low, kDecimals));
        const bool isKnown = !std::isnan(changes[i].now);
        row[2]->setText(isKnown ? scaleNumber(changes[i].now, low, kDecimals) : QStringLiteral("–"));
        row[3]->setText(isKnown
                            ? signedNumber(asShown(changes[i].now) - asShown(changes[i].before), kDecimals)
                            : QString());
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        for (QLabel* cell : m_rows[i])
            cell->setVisible(!changes.empty() && i <= changes.size()
                             && !(m_editor && i == m_edited + 1 && cell == m_rows[i].front()));
    }
    m_hint->setVisible(changes.empty());
}

bool WhatIf::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonDblClick) {
        for (std::size_t i = 1; i < m_rows.size(); ++i) {
            if (m_rows[i].front() == watched)
                editLine(i - 1);
        }
        return true;
    }
    if (watched == m_editor && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        endEditing();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void WhatIf::editName(int trial)
{
    const auto line = std::ranges::find(m_changes, trial, &Change::trial);
    if (line != m_changes.end())
        editLine(static_cast<std::size_t>(line - m_changes.begin()));
}

void WhatIf::editLine(std::size_t line)
{
    if (line >= m_changes.size() || m_changes[line].trial < 0)
        return;
    endEditing();
    m_edited = line;
    m_editor = new QLineEdit(m_changes[line].whatItIs.isEmpty() ? QString() : m_changes[line].name, this);
    m_editor->setObjectName(QStringLiteral("whatIfName"));
    m_editor->setAccessibleName(tr("Name of the line"));
    m_editor->setPlaceholderText(m_changes[line].name);
    m_editor->installEventFilter(this);
    m_rows[line + 1].front()->hide();
    m_grid->addWidget(m_editor, static_cast<int>(line) + 2, 0);
    m_editor->setFocus();
    m_editor->selectAll();
    connect(m_editor, &QLineEdit::editingFinished, this, &WhatIf::takeName);
}

void WhatIf::takeName()
{
    const QString name = m_editor ? m_editor->text().simplified() : QString();
    const bool isOther = m_editor && m_edited < m_changes.size()
        && name != (m_changes[m_edited].whatItIs.isEmpty() ? QString() : m_changes[m_edited].name);
    endEditing();
    if (isOther)
        emit nameWished(m_changes[m_edited].trial, name);
}

void WhatIf::endEditing()
{
    if (!m_editor)
        return;
    m_editor->disconnect(this);
    m_editor->hide();
    m_editor->deleteLater();
    m_editor.clear();
    if (m_edited < m_changes.size())
        m_rows[m_edited + 1].front()->show();
}

void WhatIf::setSeesWords(bool sees)
{
    m_hint->setText(
        sees ? tr("Drag the edge of a word, or switch a modality off: what it changes shows here at once.")
             : tr("Switch a modality off: what it changes shows here at once."));
}

void WhatIf::setCanTry(bool canTry)
{
    m_try->setVisible(canTry);
}

}
