#include "widgets/align/sequence_grid.h"

#include "widgets/align/choice_menu.h"
#include "widgets/align/step_text.h"
#include "widgets/base/elided_buttons.h"
#include "widgets/base/elided_label.h"
#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace widgets {

/// How much of the reference's time a sequence covers.
class CoverageBar : public QWidget {
public:
    explicit CoverageBar(QWidget* parent) : QWidget(parent)
    {
        setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("nnnnn")));
        setMinimumHeight(8);
    }

    void setCoverage(const SequenceGrid::Row& row)
    {
        m_row = row;
        setToolTip(row.detail);
        setAccessibleName(row.coverage ? SequenceGrid::tr("%1: %2 % covered")
                                             .arg(QString::fromStdString(row.key))
                                             .arg(shownNumber(*row.coverage * 100, 1, 'f'))
                                       : QString());
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        if (!m_row.coverage)
            return;
        const Theme& theme = themeOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const QRectF bar(0, height() / 2.0 - 3, width(), 6);
        painter.setBrush(*m_row.coverage < 0.999 ? mixed(theme.panel, theme.attention, 0.45) : theme.line);
        painter.drawRoundedRect(bar, 3, 3);
        painter.setBrush(m_row.modality ? theme.modality(*m_row.modality) : theme.muted);
        if (*m_row.coverage > 0)
            painter.drawRoundedRect(
                QRectF(bar.x(), bar.y(), std::max(4.0, bar.width() * *m_row.coverage), bar.height()), 3, 3);
    }

private:
    SequenceGrid::Row m_row;
};

namespace {

QToolButton* chip(const QString& name, const std::string& key, QWidget* parent)
{
    auto* button = new ElidedToolButton(parent);
    button->setObjectName(QStringLiteral("chip"));
    button->setProperty("sequence", QString::fromStdString(key));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    button->setAccessibleName(name);
    return button;
}

void setText(QToolButton* button, const QString& text)
{
    button->setText(text + QStringLiteral("  ▾"));
}

}

SequenceGrid::SequenceGrid(QWidget* parent) : QWidget(parent), m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(8);
    m_layout->setVerticalSpacing(3);
    m_layout->setColumnStretch(0, 3);
    m_layout->setColumnStretch(1, 4);
}

void SequenceGrid::setStep(const engine::RecipeStep* step, const std::vector<Row>& rows)
{
    const auto* align = step ? std::get_if<engine::AlignStep>(step) : nullptr;
    const auto* impute = step ? std::get_if<engine::ImputeStep>(step) : nullptr;
    const Kind kind = align ? Kind::Functions : impute ? Kind::Fill : Kind::None;
    const bool isSame = kind == m_kind
        && std::ranges::equal(m_lines, rows, {}, &Line::key, &Row::key); // then a menu that is open stays
    m_kind = kind;
    if (!isSame)
        rebuild(kind == Kind::None ? std::vector<Row>() : rows);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const Line& line = m_lines[i];
        if (align)
            showFunctions(line, *align);
        else
            showFill(line, *impute);
        line.name->setToolTip(rows[i].detail.isEmpty()
                                  ? line.name->text()
                                  : QStringLiteral("%1\n%2").arg(line.name->text(), rows[i].detail));
        line.number->setText(rows[i].rows);
        line.number->setToolTip(rows[i].detail);
        line.coverage->setCoverage(rows[i]);
    }
}

void SequenceGrid::rebuild(const std::vector<Row>& rows)
{
    for (const Line& line : m_lines) {
        for (QWidget* widget : {static_cast<QWidget*>(line.name), static_cast<QWidget*>(line.button),
                                static_cast<QWidget*>(line.number), static_cast<QWidget*>(line.coverage)}) {
            m_layout->removeWidget(widget);
            widget->hide();
            widget->deleteLater(); // it may be its own menu that brought us here
        }
    }
    m_lines.clear();
    for (const Row& row : rows) {
        const QString key = QString::fromStdString(row.key);
        const int place = static_cast<int>(m_lines.size());
        Line line{row.key, new ElidedLabel(key, this), nullptr, new QLabel(this), new CoverageBar(this)};
        line.button = chip(m_kind == Kind::Functions ? tr("How rows of %1 become one").arg(key)
                                                     : tr("What stands in for missing rows of %1").arg(key),
                           row.key, this);
        line.button->setMenu(m_kind == Kind::Functions ? functionsMenu(row.key, line.button)
                                                       : fillMenu(row.key, line.button));
        line.number->setForegroundRole(QPalette::PlaceholderText);
        line.number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_layout->addWidget(line.name, place, 0);
        m_layout->addWidget(line.button, place, 1);
        m_layout->addWidget(line.number, place, 2);
        m_layout->addWidget(line.coverage, place, 3);
        line.coverage->setVisible(m_kind == Kind::Functions);
        m_lines.push_back(line);
    }
}

QMenu* SequenceGrid::functionsMenu(const std::string& key, QToolButton* button)
{
    auto* menu = new ChoiceMenu(button);
    QAction* keep = menu->addAction(tr("Keep all rows"));
    keep->setObjectName(QStringLiteral("keep"));
    keep->setCheckable(true);
    QAction* common = menu->addAction(tr("As all others"));
    common->setObjectName(QStringLiteral("common"));
    menu->addSeparator();
    std::vector<std::string> names(engine::collapseFunctionNames().begin(),
                                   engine::collapseFunctionNames().end());
    std::erase(names, "quantile");
    for (const char* quantile : {"quantile:0.25", "quantile:0.75"})
        names.emplace_back(quantile);
    for (const std::string& name : names)
        menu->addAction(QString::fromStdString(name))->setCheckable(true);
    connect(menu, &QMenu::triggered, this, [this, key, menu, keep, common](QAction* action) {
        if (action == common) {
            emit functionsChosen(key, std::nullopt);
            return;
        }
        std::vector<engine::CollapseFunction> functions; // in the order of the menu
        for (QAction* each : menu->actions()) {
            if (action != keep && each != keep && each->isCheckable() && each->isChecked())
                functions.push_back(engine::CollapseFunction::parse(each->text().toStdString()));
        }
        emit functionsChosen(key, functions);
    });
    return menu;
}

QMenu* SequenceGrid::fillMenu(const std::string& key, QToolButton* button)
{
    auto* menu = new QMenu(button);
    for (const engine::Fill fill : {engine::Fill::Zeros, engine::Fill::Ones, engine::Fill::Mean,
                                    engine::Fill::Linear, engine::Fill::Hold, engine::Fill::Nearest}) {
        QAction* action = menu->addAction(fillText(fill));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, key, fill] { emit fillChosen(key, fill); });
    }
    return menu;
}

void SequenceGrid::showFunctions(const Line& line, const engine::AlignStep& step)
{
    const std::vector<engine::CollapseFunction>& chosen = step.functionsFor(line.key);
    setText(line.button, functionsText(chosen));
    for (QAction* action : line.button->menu()->actions()) {
        if (action->objectName() == QLatin1String("common"))
            action->setEnabled(step.collapse.contains(line.key));
        else if (action->objectName() == QLatin1String("keep"))
            action->setChecked(chosen.empty());
        else if (action->isCheckable())
            action->setChecked(
                std::ranges::find(chosen, engine::CollapseFunction::parse(action->text().toStdString()))
                != chosen.end());
    }
}

void SequenceGrid::showFill(const Line& line, const engine::ImputeStep& step)
{
    const QString fill = fillText(step.fillFor(line.key));
    setText(line.button, fill);
    for (QAction* action : line.button->menu()->actions())
        action->setChecked(action->text() == fill);
}

}
