#include "app/planning/planning.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/planning/plan_form.h"
#include "app/review/review_sources.h"
#include "engine/annotation/layers.h"

#include <cmath>

namespace app {

namespace {

constexpr std::size_t kWeighedRuns = 20;

}

Planning::Planning(const Document& document, ReviewSources& sources, Tasks& tasks, const Actions& actions,
                   QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_sources(sources)
    , m_looking(tasks)
    , m_simulating(tasks)
    , m_weighing(tasks)
    , m_window(window)
{
    connect(actions.at("plan-study"), &QAction::triggered, this, &Planning::look);
    connect(&document, &Document::projectChanged, this, [this] {
        m_looking.abandon();
        if (m_dialog)
            m_dialog->close(); // its answers are of the project before
    });
    connect(&m_simulating, &Task::changed, this, [this] {
        if (m_dialog && m_simulating.isRunning())
            m_dialog->setProgress(m_simulating.progress());
    });
}

void Planning::look()
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_looking.start(
        tr("Looking at the answers so far"),
        [annotation = m_document.storedAnnotation()](const engine::RunContext& run) {
            return planOffer(annotation, run);
        },
        [this](PlanOffer offer) { show(std::move(offer)); });
}

void Planning::show(PlanOffer offer)
{
    m_dialog = new PlanDialog(std::move(offer), m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &PlanDialog::rowsWished, this, &Planning::simulate);
    connect(m_dialog, &PlanDialog::stopWished, &m_simulating, &Task::stop);
    connect(m_dialog, &PlanDialog::consensusWished, this, &Planning::weigh);
    connect(m_dialog, &PlanDialog::labelChosen, this, &Planning::gather);
    connect(m_dialog, &PlanDialog::planUsed, this, &Planning::usePlan);
    connect(m_dialog, &QDialog::finished, &m_simulating, &Task::abandon);
    connect(m_dialog, &QDialog::finished, &m_weighing, &Task::abandon);
    gather();
    m_dialog->setModal(false);
    m_dialog->show();
}

/// Counts the segments of the chosen label's tier.
void Planning::gather()
{
    m_sources.gatherUnits(engine::annotatorLayer(m_dialog->form().label().tier, {}, 1),
                          [this](const std::vector<engine::ReviewUnit>& units) {
                              if (m_dialog)
                                  m_dialog->setSegments(units.size());
                          });
}

void Planning::simulate(const PlanWish& wish)
{
    m_simulating.start(
        tr("Simulating studies"),
        [design = wish.design](const engine::RunContext& run) { return engine::designRows(design, run); },
        [this](Outcome<std::vector<engine::DesignRow>> outcome) {
            if (!m_dialog)
                return;
            if (auto* rows = std::get_if<std::vector<engine::DesignRow>>(&outcome))
                m_dialog->setRows(std::move(*rows));
            else if (const auto* failure = std::get_if<Failed>(&outcome))
                m_dialog->setStopped(failure->sentence);
            else
                m_dialog->setStopped(tr("The simulation was stopped. Any change of a wish begins it again."));
        });
}

/// The chosen row once more, with the consensus that weighs raters in place of their mean.
void Planning::weigh(const PlanWish& wish, std::size_t units, std::size_t raters)
{
    m_weighing.abandon();
    m_weighing.start(
        tr("Weighing raters"),
        [design = wish.design, units, raters](const engine::RunContext& run) {
            return engine::consensusError(design, units, raters, kWeighedRuns, run);
        },
        [this, units, raters](Outcome<double> outcome) {
            const double* error = std::get_if<double>(&outcome);
            if (m_dialog && error) // what cannot be weighed is not told
                m_dialog->setConsensusError(units, raters, *error);
        });
}

void Planning::usePlan()
{
    const std::optional<engine::StudyPlan> plan = m_dialog->plan();
    if (!plan)
        return;
    const PlanWish wish = m_dialog->form().wish();
    engine::WorkSharing sharing;
    sharing.raters = wish.design.mostRaters;
    const double part = static_cast<double>(*plan->shareUnits) / static_cast<double>(wish.segments);
    sharing.common = std::min(1.0, std::ceil(part * 100.0 - 1e-9) / 100.0); // as the dialog has it
    sharing.each = *plan->ratersOfShare();
    sharing.rest = plan->everywhere.value_or(1);
    emit sharingWished(sharing, m_dialog->people());
}

}
