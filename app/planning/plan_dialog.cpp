#include "app/planning/plan_dialog.h"

#include "app/planning/plan_form.h"
#include "app/planning/plan_table.h"
#include "app/planning/plan_texts.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/section_head.h"
#include "widgets/review/plan_curve.h"
#include "widgets/review/work_bars.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

namespace {

constexpr int kAskAfterMs = 300; ///< of silence on the keyboard

}

PlanDialog::PlanDialog(PlanOffer offer, QWidget* parent)
    : QDialog(parent)
    , m_form(new PlanForm(offer, this))
    , m_sentence(widgets::named(new QLabel(this), "planSentence"))
    , m_costs(widgets::mutedLabel(QStringLiteral("planCosts"), this))
    , m_head(widgets::sectionHead(tr("People for a segment × segments judged so"), this))
    , m_table(widgets::named(new PlanTable(this), "planTable", tr("Half width of α, by people and segments")))
    , m_legend(new PlanLegend(this))
    , m_drawn(new QWidget(this))
    , m_curve(widgets::named(new widgets::PlanCurve(m_drawn), "planCurve"))
    , m_work(widgets::named(new widgets::WorkBars(m_drawn), "planWork"))
    , m_annotators(offer.annotators)
    , m_seconds(offer.seconds)
    , m_chosen(widgets::named(new QLabel(this), "planChosen"))
    , m_consensus(widgets::mutedLabel(QStringLiteral("planConsensus"), this))
    , m_notes(widgets::named(new QLabel(this), "planNotes"))
    , m_state(widgets::mutedLabel(QStringLiteral("planState"), this))
    , m_progress(widgets::named(new QProgressBar(this), "planProgress", tr("How far the simulation is")))
    , m_stop(widgets::quietButton("planStop", tr("S&top"), this))
    , m_copy(widgets::quietButton("planCopy", tr("Copy as c&ommand"), this))
{
    setObjectName(QStringLiteral("planDialog"));
    setWindowTitle(tr("Plan the study"));
    widgets::setGuidePage(*this, "plan");
    const int line = fontMetrics().height();
    auto* columns = new QHBoxLayout;
    columns->setSpacing(line);
    auto* side = widgets::scrollable(m_form);
    side->setMinimumWidth(m_form->minimumSizeHint().width()
                          + style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, side) + line / 2);
    columns->addWidget(side, 2);
    columns->addWidget(results(), 5);
    auto* buttons = widgets::acceptOrCancel(*this, tr("&Use this plan…"));
    m_use = buttons->button(QDialogButtonBox::Ok);
    m_use->setObjectName(QStringLiteral("primary"));
    m_use->setDefault(true);
    auto* footer = new QHBoxLayout;
    footer->addWidget(m_copy);
    footer->addWidget(m_state, 1);
    footer->addWidget(m_progress);
    footer->addWidget(m_stop);
    footer->addWidget(buttons);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(line * 8);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(line, line, line, line);
    column->addLayout(columns, 1);
    column->addLayout(footer);
    resize(line * 80, line * 42);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kAskAfterMs);
    connect(&m_soon, &QTimer::timeout, this, &PlanDialog::ask);
    connect(m_form, &PlanForm::changed, this, &PlanDialog::follow);
    connect(m_form, &PlanForm::labelChosen, this, &PlanDialog::labelChosen);
    connect(m_table, &PlanTable::chosen, this, &PlanDialog::showPlan);
    connect(m_stop, &QPushButton::clicked, this, &PlanDialog::stopWished);
    connect(m_copy, &QPushButton::clicked, this, &PlanDialog::copyCommand);
    connect(this, &QDialog::accepted, this, &PlanDialog::planUsed);
    follow();
}

QWidget* PlanDialog::results()
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    auto* banner = widgets::named(new QFrame(page), "planBanner");
    auto* said = new QVBoxLayout(banner);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::RichText);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    m_sentence->setFont(large);
    said->addWidget(m_sentence);
    said->addWidget(m_costs);
    banner->setFrameShape(QFrame::StyledPanel);
    column->addWidget(banner);
    column->addWidget(m_head);
    column->addWidget(m_table, 4);
    column->addWidget(m_legend);
    auto* below = new QHBoxLayout(m_drawn);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(fontMetrics().height());
    const auto add = [&](const QString& title, QWidget* drawing, int stretch) {
        auto* part = new QVBoxLayout;
        part->setSpacing(2);
        part->addWidget(widgets::sectionHead(title, m_drawn));
        part->addWidget(drawing, 1);
        below->addLayout(part, stretch);
    };
    add(tr("Half width against ratings"), m_curve, 3);
    add(tr("Who does how much"), m_work, 2);
    column->addWidget(m_drawn, 2);
    m_chosen->setWordWrap(true);
    column->addWidget(m_chosen);
    m_consensus->setWordWrap(true);
    column->addWidget(m_consensus);
    m_notes->setWordWrap(true);
    column->addWidget(m_notes);
    column->addStretch(1);
    return page;
}

void PlanDialog::setSegments(std::size_t count)
{
    m_form->setSegments(count);
    follow();
}

/// What was changed needs another simulation, or only another look at the last one.
void PlanDialog::follow()
{
    const PlanWish wish = m_form->wish();
    m_legend->setHalfWidth(wish.goals.halfWidth);
    if (const QString why = PlanTexts::nothingToPlan(wish); !why.isEmpty()) {
        m_soon.stop();
        m_isAsked = false;
        m_rows = {};
        m_table->setDesign({}, wish.goals.halfWidth);
        emit stopWished();
        showState(why, false);
        return;
    }
    if (m_isAsked && wish.isOfSameRows(m_asked)) {
        m_soon.stop();
        if (!m_rows.empty())
            setRows(std::move(m_rows));
        return;
    }
    m_soon.start();
    showState(tr("Simulating studies…"), true);
}

void PlanDialog::ask()
{
    m_asked = m_form->wish();
    m_isAsked = true;
    m_rows = {};
    showState(tr("Simulating studies…"), true);
    emit rowsWished(m_asked);
}

void PlanDialog::setRows(std::vector<engine::DesignRow> rows)
{
    m_rows = std::move(rows);
    const PlanWish wish = m_form->wish();
    for (engine::DesignRow& row : m_rows)
        row.cost = row.ratings * wish.design.cost;
    m_table->setDesign(m_rows, wish.goals.halfWidth);
    showState({}, false);
    showPlan();
}

void PlanDialog::setProgress(double progress)
{
    m_progress->setValue(static_cast<int>(progress * 1000.0));
}

void PlanDialog::setStopped(const QString& why)
{
    m_isAsked = false; // so that any change asks again
    showState(why, false);
}

/// @param message  stands in the place of a plan where nothing is planned
void PlanDialog::showState(const QString& message, bool isComputing)
{
    m_progress->setVisible(isComputing);
    m_stop->setVisible(isComputing);
    if (isComputing)
        m_progress->setValue(0);
    m_state->setText(QString());
    const bool isThere = !isComputing && message.isEmpty();
    m_table->setEnabled(isThere);
    for (QWidget* part : std::initializer_list<QWidget*>{m_head, m_table, m_legend, m_drawn})
        part->setVisible(m_table->rowCount() > 0);
    m_use->setEnabled(isThere);
    if (isThere)
        return;
    m_sentence->setText(message);
    for (QLabel* label : {m_costs, m_chosen, m_consensus, m_notes})
        label->setText(QString());
}

std::optional<engine::StudyPlan> PlanDialog::plan() const
{
    const engine::DesignRow* chosen = m_table->chosenRow();
    if (!chosen || m_rows.empty())
        return std::nullopt;
    const PlanWish wish = m_form->wish();
    return engine::studyPlanWith(*chosen, m_rows, wish.goals, wish.design.cost);
}

void PlanDialog::showPlan()
{
    const std::optional<engine::StudyPlan> plan = this->plan();
    m_use->setEnabled(plan.has_value());
    if (!plan)
        return;
    const PlanWish wish = m_form->wish();
    const engine::DesignRow& chosen = *m_table->chosenRow();
    m_sentence->setText(PlanTexts::sentence(*plan, wish, PlanTable::reaches(chosen, wish.goals.halfWidth)));
    m_costs->setText(PlanTexts::costs(*plan, m_rows));
    m_chosen->setText(PlanTexts::chosen(chosen));
    m_consensus->setText(QString());
    showCurve(chosen, wish.goals.halfWidth);
    showWork(*plan, wish);
    emit consensusWished(wish, chosen.units, chosen.raters);
    m_notes->setText(PlanTexts::notes(*plan, m_rows, wish, m_table->isReached()));
}

void PlanDialog::showCurve(const engine::DesignRow& chosen, double wished)
{
    std::vector<widgets::PlanCurve::Line> lines;
    std::optional<QPointF> place;
    for (const engine::DesignRow& row : m_rows) {
        if (row.raters < 2 || !row.halfWidthOfUnits)
            continue;
        const int people = static_cast<int>(row.raters);
        auto line = std::ranges::find(lines, people, &widgets::PlanCurve::Line::people);
        if (line == lines.end())
            line = lines.insert(lines.end(), {people, {}});
        line->points.emplace_back(row.ratings, *row.halfWidthOfUnits);
        if (row.units == chosen.units && row.raters == chosen.raters)
            place = line->points.back();
    }
    m_curve->setFigures(std::move(lines), wished, place, static_cast<int>(chosen.raters));
}

QStringList PlanDialog::people() const
{
    const auto count = static_cast<qsizetype>(m_form->wish().design.mostRaters);
    QStringList names = m_annotators.mid(0, count);
    while (names.size() < count)
        names << tr("rater %1").arg(names.size() + 1);
    return names;
}

void PlanDialog::showWork(const engine::StudyPlan& plan, const PlanWish& wish)
{
    const QStringList names = people();
    const auto count = static_cast<double>(names.size());
    const double together
        = static_cast<double>(*plan.shareUnits) * static_cast<double>(*plan.ratersOfShare()) / count;
    const double alone = static_cast<double>(wish.segments - *plan.shareUnits)
        * static_cast<double>(plan.everywhere.value_or(1)) / count;
    const QString time = m_seconds ? PlanTexts::timeText(*m_seconds * (together + alone)) : QString();
    std::vector<widgets::WorkBars::Person> bars;
    for (const QString& name : names)
        bars.push_back({name, together, alone, time});
    m_work->setPeople(std::move(bars));
}

void PlanDialog::setConsensusError(std::size_t units, std::size_t raters, double error)
{
    const engine::DesignRow* chosen = m_table->chosenRow();
    if (chosen && chosen->units == units && chosen->raters == raters && !m_rows.empty())
        m_consensus->setText(PlanTexts::consensus(error, *chosen));
}

void PlanDialog::copyCommand()
{
    QGuiApplication::clipboard()->setText(designCommand(m_form->wish()));
    m_state->setText(tr("Copied."));
}

}
