#include "app/planning/plan_form.h"

#include "app/planning/plan_texts.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/number_box.h"
#include "widgets/base/section_head.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

namespace {

constexpr int kMostPeople = 12; ///< more make no difference that a person waits for
constexpr int kUsualPeople = 5;

}

PlanForm::PlanForm(PlanOffer offer, QWidget* parent) : QWidget(parent), m_offer(std::move(offer))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, fontMetrics().height() / 2, 0);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addLayout(form);
    form->addRow(widgets::sectionHead(tr("What is wished"), this));
    makeWished(*form);
    form->addRow(widgets::sectionHead(tr("What there is"), this));
    makeThere(*form);
    form->addRow(widgets::sectionHead(tr("What is assumed"), this));
    makeAssumed(*form);
    m_pilot = widgets::mutedLabel(QStringLiteral("planPilot"), this);
    column->addWidget(m_pilot);
    column->addStretch(1);
    takePilot();
}

widgets::NumberBox* PlanForm::number(QFormLayout& form, const char* name, const QString& title, double least,
                                     double most, double value)
{
    auto* box = widgets::named(new widgets::NumberBox(this), name);
    box->setDecimals(2);
    box->setSingleStep(least < 0.05 ? 0.01 : 0.05);
    box->setRange(least, most);
    box->setValue(value);
    form.addRow(title, box);
    connect(box, &QDoubleSpinBox::valueChanged, this, &PlanForm::changed);
    return box;
}

void PlanForm::makeWished(QFormLayout& form)
{
    const engine::StudyGoals usual;
    m_halfWidth = number(form, "planHalfWidth", tr("&Interval of α"), 0.01, 0.5, usual.halfWidth);
    m_halfWidth->setPrefix(tr("± "));
    m_halfWidth->setToolTip(tr("Half of the interval in which α lies in 95 of 100 studies"));
    m_reliability
        = number(form, "planReliability", tr("&Reliability of the mean"), 0.0, 0.99, usual.reliability);
    m_reliability->setPrefix(tr("≥ "));
    m_reliability->setSingleStep(0.05);
    m_reliability->setToolTip(tr("r² of mean answers and what is true"));
    m_error = number(form, "planError", tr("&Error of a label"), 0.05, 9.0, usual.error);
    m_error->setPrefix(tr("≤ "));
    m_error->setSuffix(tr(" steps"));
    m_error->setToolTip(tr("Mean distance of a mean answer from what is true, in steps of the scale"));
}

void PlanForm::makeThere(QFormLayout& form)
{
    m_label = widgets::named(new QComboBox(this), "planLabel");
    for (const PlannedLabel& label : m_offer.labels)
        m_label->addItem(PlanTexts::labelName(label));
    m_label->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    form.addRow(tr("&Label"), m_label);
    connect(m_label, &QComboBox::activated, this, [this] {
        takePilot();
        m_isTyped = false;
        emit labelChosen();
        emit changed();
    });
    m_segments = widgets::named(new QSpinBox(this), "planSegments");
    m_segments->setRange(0, 1'000'000);
    m_segments->setGroupSeparatorShown(true);
    form.addRow(tr("Se&gments"), m_segments);
    connect(m_segments, &QSpinBox::valueChanged, this, [this] {
        m_isTyped = true;
        emit changed();
    });
    m_raters = widgets::named(new QSpinBox(this), "planRaters");
    m_raters->setRange(1, kMostPeople);
    const int people = static_cast<int>(m_offer.annotators.size());
    m_raters->setValue(people > 1 ? std::min(people, kMostPeople) : kUsualPeople);
    form.addRow(tr("&People who judge"), m_raters);
    connect(m_raters, &QSpinBox::valueChanged, this, &PlanForm::changed);
    m_cost = number(form, "planCost", tr("&Cost of a rating"), 0.01, 100'000.0, 1.0);
    m_cost->setToolTip(tr("In money, minutes or anything else; 1: ratings are counted"));
}

void PlanForm::makeAssumed(QFormLayout& form)
{
    m_spread = number(form, "planSpread", tr("&Spread of segments"), 0.01, 20.0, 1.0);
    m_spread->setToolTip(tr("Deviation of what is true, in steps of the scale"));
    m_bias = number(form, "planBias", tr("&Bias of raters"), 0.0, 20.0, 0.0);
    m_bias->setToolTip(tr("Deviation between raters: some say more, some less; in steps"));
    m_slope = number(form, "planSlope", tr("Use of the sc&ale"), 0.0, 5.0, 0.0);
    m_slope->setToolTip(tr("Deviation between raters: some go to the ends of the scale, some do not"));
    m_noise = number(form, "planNoise", tr("&Noise of a rater"), 0.0, 20.0, 0.0);
    m_noise->setToolTip(tr("Deviation of a rater's own answers, in steps"));
}

const PlannedLabel& PlanForm::label() const
{
    return m_offer.labels[static_cast<std::size_t>(std::max(0, m_label->currentIndex()))];
}

/// Shows what is assumed of the chosen label.
void PlanForm::takePilot()
{
    const engine::StudyAssumptions& study = label().pilot.assumptions;
    for (const auto& [box, value] : {std::pair(m_spread, study.spread), std::pair(m_bias, study.bias),
                                     std::pair(m_slope, study.slope), std::pair(m_noise, study.noise)}) {
        const QSignalBlocker quiet(box);
        box->setValue(value);
    }
    m_pilot->setText(PlanTexts::pilotText(label()));
}

void PlanForm::setSegments(std::size_t count)
{
    if (m_isTyped)
        return;
    const QSignalBlocker quiet(m_segments);
    m_segments->setValue(static_cast<int>(count));
}

PlanWish PlanForm::wish() const
{
    PlanWish wish;
    wish.segments = static_cast<std::size_t>(m_segments->value());
    wish.goals = {m_halfWidth->value(), m_reliability->value(), m_error->value(), wish.segments};
    wish.design.assumptions = label().pilot.assumptions;
    wish.design.assumptions.spread = m_spread->value();
    wish.design.assumptions.bias = m_bias->value();
    wish.design.assumptions.slope = m_slope->value();
    wish.design.assumptions.noise = m_noise->value();
    wish.design.units = plannedUnits(wish.segments);
    wish.design.mostRaters = static_cast<std::size_t>(m_raters->value());
    wish.design.cost = m_cost->value();
    return wish;
}

}
