#include "widgets/align/align_panel.h"

#include "widgets/align/audit_list.h"
#include "widgets/align/step_editor.h"
#include "widgets/align/step_text.h"
#include "widgets/base/elided_buttons.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/menu_text.h"
#include "widgets/base/section_head.h"
#include "widgets/base/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace widgets {

namespace {

QToolButton* menuButton(const QString& text, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(text);
    button->setAccessibleName(name);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAutoRaise(true);
    button->setMinimumSize(24, 24);
    button->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    return button;
}

}

AlignPanel::AlignPanel(QWidget* parent)
    : QWidget(parent)
    , m_steps(new StepList(this))
    , m_add(menuButton(tr("+ Add step"), tr("Add a step"), this))
    , m_editor(new StepEditor(this))
    , m_gridHead(sectionHead(QString(), this))
    , m_grid(new SequenceGrid(this))
    , m_received(new ReceivedSection(this))
    , m_audit(new AuditList(this))
    , m_why(new QLabel(this))
    , m_rowsSwitch(new QToolButton(this))
    , m_apply(new ElidedPushButton(this))
    , m_applyToAll(new QPushButton(this))
    , m_revert(new QPushButton(tr("Revert"), this))
{
    setObjectName(QStringLiteral("alignPanel"));
    auto* content = new QWidget;
    content->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(4);
    column->addWidget(makeHead());
    column->addWidget(m_steps);
    column->addSpacing(4);
    column->addWidget(m_editor);
    column->addSpacing(4);
    column->addWidget(m_gridHead);
    column->addWidget(m_grid);
    column->addSpacing(6);
    column->addWidget(m_received);
    column->addSpacing(6);
    column->addWidget(sectionHead(tr("Audit"), this));
    column->addWidget(m_audit);
    column->addStretch(1);

    auto* area = scrollable(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(area, 1);
    layout->addWidget(makeButtons());
    connectEditing();
    refresh();
    setApplied({}, false, false);
}

QWidget* AlignPanel::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    auto* title = new QLabel(tr("Recipe"), head);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    title->setFont(strong);
    QToolButton* more = menuButton(QStringLiteral("⋯"), tr("What to do with the recipe"), head);
    more->setObjectName(QStringLiteral("recipeMenu"));
    auto* menu = new QMenu(more);
    menu->addAction(tr("Copy as &command"), this, &AlignPanel::copyCommandRequested);
    menu->addAction(tr("Copy as &Python"), this, &AlignPanel::copyPythonRequested);
    menu->addSeparator();
    menu->addAction(tr("&Save recipe…"), this, &AlignPanel::saveRequested);
    menu->addAction(tr("&Open recipe…"), this, &AlignPanel::openRequested);
    menu->addAction(tr("&Usual recipe"), this, &AlignPanel::usualRequested);
    more->setMenu(menu);
    row->addWidget(title, 1);
    row->addWidget(m_add);
    row->addWidget(more);
    return head;
}

QWidget* AlignPanel::makeButtons()
{
    auto* bar = new QWidget(this);
    bar->setObjectName(QStringLiteral("alignButtons"));
    bar->setProperty("panelButtons", true);
    bar->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(bar);
    column->setContentsMargins(16, 8, 16, 10);
    column->setSpacing(8);
    m_why->setObjectName(QStringLiteral("recipeProblem"));
    m_why->setTextFormat(Qt::PlainText);
    m_why->setWordWrap(true);
    m_why->setForegroundRole(QPalette::BrightText);
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_why);
    m_rowsSwitch->setObjectName(QStringLiteral("chip"));
    column->addWidget(m_rowsSwitch, 0, Qt::AlignLeft);
    auto* row = new QHBoxLayout;
    column->addLayout(row);
    row->setSpacing(8);
    m_apply->setObjectName(QStringLiteral("primary"));
    m_applyToAll->setObjectName(QStringLiteral("applyToAll"));
    m_revert->setObjectName(QStringLiteral("revert"));
    m_revert->setToolTip(tr("Show this video as its files have it"));
    m_applyToAll->setToolTip(tr("Write the aligned sequences of all videos into a folder"));
    row->addWidget(m_apply, 1);
    row->addWidget(m_applyToAll, 1);
    row->addWidget(m_revert);
    connect(m_apply, &QPushButton::clicked, this, &AlignPanel::applyRequested);
    connect(m_applyToAll, &QPushButton::clicked, this, &AlignPanel::applyToAllRequested);
    connect(m_revert, &QPushButton::clicked, this, &AlignPanel::revertRequested);
    return bar;
}

void AlignPanel::connectEditing()
{
    m_add->setObjectName(QStringLiteral("addStep"));
    m_add->setMenu(new QMenu(m_add));
    connect(m_add->menu(), &QMenu::aboutToShow, this, &AlignPanel::fillAddMenu);
    connect(m_steps, &StepList::chosen, this, &AlignPanel::stepChosen);
    connect(m_steps, &StepList::moveRequested, this, [this](std::size_t step, int by) {
        edit(tr("move a step of the recipe"), [&](engine::Recipe& recipe) {
            std::swap(recipe.steps[step], recipe.steps[by < 0 ? step - 1 : step + 1]);
        });
    });
    connect(m_steps, &StepList::removeRequested, this, [this](std::size_t step) {
        edit(tr("remove “%1”").arg(stepTitle(m_recipe.steps.at(step))), [&](engine::Recipe& recipe) {
            recipe.steps.erase(recipe.steps.begin() + static_cast<std::ptrdiff_t>(step));
        });
    });
    connect(m_editor, &StepEditor::referenceChosen, this, [this](const engine::AlignReference& reference) {
        edit(tr("align to %1").arg(referenceText(reference)), [&](engine::Recipe& recipe) {
            engine::RecipeStep& step = recipe.steps.at(m_chosen);
            if (auto* align = std::get_if<engine::AlignStep>(&step))
                align->reference = reference;
            else if (auto* impute = std::get_if<engine::ImputeStep>(&step))
                impute->reference = std::get<std::string>(reference);
        });
    });
    connect(m_grid, &SequenceGrid::functionsChosen, this,
            [this](const std::string& key,
                   const std::optional<std::vector<engine::CollapseFunction>>& functions) {
                edit(tr("collapse %1 by %2")
                         .arg(QString::fromStdString(key),
                              functions ? functionsText(*functions) : tr("what all others have")),
                     [&](engine::Recipe& recipe) {
                         auto& collapse = std::get<engine::AlignStep>(recipe.steps.at(m_chosen)).collapse;
                         if (functions)
                             collapse[key] = *functions;
                         else
                             collapse.erase(key);
                     });
            });
    connect(m_grid, &SequenceGrid::fillChosen, this, [this](const std::string& key, engine::Fill fill) {
        edit(tr("impute %1 by %2").arg(QString::fromStdString(key), fillText(fill)),
             [&](engine::Recipe& recipe) {
                 std::get<engine::ImputeStep>(recipe.steps.at(m_chosen)).fill[key] = fill;
             });
    });
    connect(m_audit, &AuditList::placeChosen, this, &AlignPanel::placeChosen);
}

void AlignPanel::edit(const QString& what, const std::function<void(engine::Recipe&)>& change)
{
    engine::Recipe recipe = m_recipe;
    change(recipe);
    if (!(recipe == m_recipe))
        emit recipeEdited(recipe, what);
}

/// Behind the chosen one, which it then is.
void AlignPanel::addStep(engine::RecipeStep step)
{
    const std::size_t place = m_recipe.steps.empty() ? 0 : m_chosen + 1;
    edit(tr("add “%1”").arg(stepTitle(step)), [&](engine::Recipe& recipe) {
        recipe.steps.insert(recipe.steps.begin() + static_cast<std::ptrdiff_t>(place), std::move(step));
    });
    emit stepChosen(place);
}

void AlignPanel::fillAddMenu()
{
    QMenu* menu = m_add->menu();
    menu->clear();
    const std::vector<std::string> keys = keysAfter(m_recipe, m_recipe.steps.empty() ? 0 : m_chosen + 1);
    const std::string first = keys.empty() ? std::string() : keys.front();
    const auto add = [&](const QString& text, const engine::RecipeStep& step) {
        menu->addAction(text, this, [this, step] { addStep(step); });
    };
    add(tr("&Align…"), engine::AlignStep{first, {{"*", {engine::CollapseFunction{}}}}});
    add(tr("&Impute missing"), engine::ImputeStep{first, {{"*", engine::Fill::Zeros}}});
    QMenu* sequences = menu->addMenu(tr("Add a &sequence"));
    for (const engine::Load::Item& item : m_dataset.sequences) {
        if (std::ranges::find(keys, item.name) == keys.end())
            sequences->addAction(literalText(QString::fromStdString(item.name)), this, [this, item] {
                addStep(engine::AddStep{{{item}, {}}});
            });
    }
    sequences->setEnabled(!sequences->isEmpty());
    QMenu* removal = menu->addMenu(tr("&Leave a sequence out"));
    for (const std::string& key : keys)
        removal->addAction(literalText(QString::fromStdString(key)), this,
                           [this, key] { addStep(engine::RemoveStep{key}); });
    add(tr("Keep shared &videos"), engine::UnifyStep());
    add(tr("Keep shared s&egments"), engine::HardUnifyStep());
    add(tr("&Join segments again"), engine::RevertStep());
    add(tr("Sort &rows by time"), engine::SortStep());
    const engine::FunctionalsStep functionals{.per = first};
    const auto has = [&](const std::string& key) { return std::ranges::find(keys, key) != keys.end(); };
    if (has(functionals.of) && has(functionals.level) && !has(functionals.into))
        add(tr("Sum &up the voice"), functionals);
}

void AlignPanel::setDataset(const Dataset& dataset)
{
    if (dataset == m_dataset)
        return;
    m_dataset = dataset;
    refresh();
}

void AlignPanel::setRecipe(const engine::Recipe& recipe, std::size_t chosen)
{
    m_recipe = recipe;
    m_chosen = recipe.steps.empty() ? 0 : std::min(chosen, recipe.steps.size() - 1);
    refresh();
}

void AlignPanel::setOutcomes(std::vector<Outcome> outcomes)
{
    m_outcomes = std::move(outcomes);
    refresh();
}

void AlignPanel::refresh()
{
    std::vector<StepList::Step> steps;
    for (std::size_t i = 0; i < m_recipe.steps.size(); ++i) {
        StepList::Step step{stepTitle(m_recipe.steps[i]), {}, false};
        if (i < m_outcomes.size()) {
            step.detail = m_outcomes[i].detail;
            step.failed = m_outcomes[i].failed;
        }
        steps.push_back(step);
    }
    m_steps->setSteps(steps, m_chosen);
    const engine::RecipeStep* step = m_recipe.steps.empty() ? nullptr : &m_recipe.steps[m_chosen];
    m_editor->setStep(step, keysAfter(m_recipe, m_chosen), m_dataset.frames);
    const bool isAlign = step && std::holds_alternative<engine::AlignStep>(*step);
    const bool isImpute = step && std::holds_alternative<engine::ImputeStep>(*step);
    std::vector<SequenceGrid::Row> rows;
    for (const std::string& key : keysAfter(m_recipe, m_chosen)) {
        SequenceGrid::Row row{key, std::nullopt, {}, std::nullopt, {}};
        if (m_chosen < m_outcomes.size()) {
            const auto& known = m_outcomes[m_chosen].sequences;
            const auto found = std::ranges::find(known, key, &SequenceGrid::Row::key);
            row = found == known.end() ? row : *found;
        }
        rows.push_back(row);
    }
    m_gridHead->setText(isAlign ? tr("Collapse · rows per target · coverage") : tr("Fill · filled rows"));
    m_gridHead->setVisible(isAlign || isImpute);
    m_grid->setStep(step, rows);
    m_applyToAll->setText(tr("Apply to all %1").arg(m_dataset.videos));
    m_steps->setEditable(m_dataset.isEditable);
    m_add->setEnabled(m_dataset.isEditable);
    m_editor->setEnabled(m_dataset.isEditable);
    m_grid->setEnabled(m_dataset.isEditable);
}

void AlignPanel::setProblem(const QString& sentence)
{
    m_problem = sentence;
    refreshButtons();
}

void AlignPanel::setRowsSwitch(QAction* action)
{
    m_rowsSwitch->setDefaultAction(action);
    refreshButtons();
}

void AlignPanel::setFindings(std::vector<engine::AuditFinding> findings)
{
    m_audit->setFindings(std::move(findings));
}

void AlignPanel::setApplied(const QString& video, bool isApplied, bool isCurrent)
{
    m_video = video;
    m_isApplied = isApplied;
    m_isCurrent = isCurrent;
    refreshButtons();
}

void AlignPanel::refreshButtons()
{
    m_apply->setText(m_video.isEmpty() ? tr("Apply") : tr("Apply to %1").arg(literalText(m_video)));
    const bool hasSteps = !m_recipe.steps.empty();
    const bool isBroken = !m_problem.isEmpty();
    m_apply->setEnabled(!m_video.isEmpty() && !m_isCurrent && hasSteps && !isBroken && m_dataset.isEditable);
    m_applyToAll->setEnabled(m_dataset.videos > 0 && hasSteps && m_dataset.isEditable);
    m_apply->setToolTip(isBroken          ? m_problem
                            : m_isCurrent ? tr("This video is shown by this recipe already")
                                          : QString());
    m_revert->setEnabled(m_isApplied && m_dataset.isEditable);
    m_why->setText(breakableText(m_problem));
    m_why->setVisible(isBroken);
    m_rowsSwitch->setVisible(m_isApplied && m_rowsSwitch->defaultAction());
}

}
