#include "widgets/align/sequence_grid.h"

#include "widgets/align/choice_menu.h"
#include "widgets/align/step_text.h"
#include "widgets/base/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace widgets {

namespace {

/// How much of the reference's time a sequence covers.
class CoverageBar : public QWidget {
public:
    CoverageBar(std::optional<engine::Modality> modality, double coverage, QWidget* parent)
        : QWidget(parent)
        , m_modality(modality)
        , m_coverage(coverage)
    {
        setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("nnnnn")));
        setMinimumHeight(8);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = themeOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const QRectF bar(0, height() / 2.0 - 3, width(), 6);
        painter.setBrush(m_coverage < 0.999 ? mixed(theme.panel, theme.attention, 0.45) : theme.line);
        painter.drawRoundedRect(bar, 3, 3);
        painter.setBrush(m_modality ? theme.modality(*m_modality) : theme.muted);
        if (m_coverage > 0)
            painter.drawRoundedRect(
                QRectF(bar.x(), bar.y(), std::max(4.0, bar.width() * m_coverage), bar.height()), 3, 3);
    }

private:
    std::optional<engine::Modality> m_modality;
    double m_coverage;
};

QToolButton* chip(const QString& text, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(QStringLiteral("chip"));
    button->setText(text + QStringLiteral("  ▾"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    button->setAccessibleName(name);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return button;
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
    const std::optional<engine::RecipeStep> next = step ? std::optional(*step) : std::nullopt;
    if (next == m_step && rows == m_rows)
        return; // a menu that is open stays
    m_step = next;
    m_rows = rows;
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // it may be its own menu that brought us here
        }
        delete item;
    }
    const auto* align = m_step ? std::get_if<engine::AlignStep>(&*m_step) : nullptr;
    const auto* impute = m_step ? std::get_if<engine::ImputeStep>(&*m_step) : nullptr;
    if (!align && !impute)
        return;
    int line = 0;
    for (const Row& row : m_rows) {
        auto* name = new QLabel(QString::fromStdString(row.key), this);
        name->setToolTip(row.detail);
        m_layout->addWidget(name, line, 0);
        m_layout->addWidget(align ? functionsButton(*align, row.key) : fillButton(*impute, row.key), line, 1);
        auto* number = new QLabel(row.rows, this);
        number->setForegroundRole(QPalette::PlaceholderText);
        number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        number->setToolTip(row.detail);
        m_layout->addWidget(number, line, 2);
        if (row.coverage) {
            auto* bar = new CoverageBar(row.modality, *row.coverage, this);
            bar->setAccessibleName(
                tr("%1: %2 % covered").arg(name->text()).arg(*row.coverage * 100, 0, 'f', 1));
            bar->setToolTip(row.detail);
            m_layout->addWidget(bar, line, 3);
        }
        ++line;
    }
}

QWidget* SequenceGrid::functionsButton(const engine::AlignStep& step, const std::string& key)
{
    const std::vector<engine::CollapseFunction> chosen = step.functionsFor(key);
    QToolButton* button
        = chip(functionsText(chosen), tr("How rows of %1 become one").arg(QString::fromStdString(key)), this);
    button->setProperty("sequence", QString::fromStdString(key));
    auto* menu = new ChoiceMenu(button);
    QAction* keep = menu->addAction(tr("Keep all rows"));
    keep->setCheckable(true);
    keep->setChecked(chosen.empty());
    connect(keep, &QAction::triggered, this,
            [this, key] { emit functionsChosen(key, std::vector<engine::CollapseFunction>()); });
    QAction* common = menu->addAction(tr("As all others"));
    common->setEnabled(step.collapse.contains(key));
    connect(common, &QAction::triggered, this, [this, key] { emit functionsChosen(key, std::nullopt); });
    menu->addSeparator();
    std::vector<std::string> names(engine::collapseFunctionNames().begin(),
                                   engine::collapseFunctionNames().end());
    std::erase(names, "quantile");
    for (const char* quantile : {"quantile:0.25", "quantile:0.75"})
        names.emplace_back(quantile);
    for (const std::string& name : names) {
        const engine::CollapseFunction function = engine::CollapseFunction::parse(name);
        QAction* action = menu->addAction(QString::fromStdString(function.toString()));
        action->setCheckable(true);
        action->setChecked(std::ranges::find(chosen, function) != chosen.end());
    }
    connect(menu, &QMenu::triggered, this, [this, key, menu, keep, common](QAction* action) {
        if (action == keep || action == common)
            return;
        std::vector<engine::CollapseFunction> functions; // in the order of the menu
        for (QAction* each : menu->actions()) {
            if (each != keep && each->isCheckable() && each->isChecked())
                functions.push_back(engine::CollapseFunction::parse(each->text().toStdString()));
        }
        emit functionsChosen(key, functions);
    });
    button->setMenu(menu);
    return button;
}

QWidget* SequenceGrid::fillButton(const engine::ImputeStep& step, const std::string& key)
{
    QToolButton* button
        = chip(fillText(step.fillFor(key)),
               tr("What stands in for missing rows of %1").arg(QString::fromStdString(key)), this);
    button->setProperty("sequence", QString::fromStdString(key));
    auto* menu = new QMenu(button);
    for (const engine::Fill fill : {engine::Fill::Zeros, engine::Fill::Ones, engine::Fill::Mean,
                                    engine::Fill::Linear, engine::Fill::Hold, engine::Fill::Nearest}) {
        QAction* action = menu->addAction(fillText(fill));
        action->setCheckable(true);
        action->setChecked(step.fillFor(key) == fill);
        connect(action, &QAction::triggered, this, [this, key, fill] { emit fillChosen(key, fill); });
    }
    button->setMenu(menu);
    return button;
}

}
