#include "app/influence/influencing.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/models_client/model_source.h"
#include "app/models_client/models_client.h"
#include "app/review/review_sources.h"
#include "engine/raters/influence_arms.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace app {

namespace {

constexpr std::array kSimulatedPulls{0.0, 0.1, 0.2, 0.3, 0.5};
constexpr std::size_t kMostSimulated = 400; ///< segments; more find even less
constexpr std::size_t kRuns = 40; ///< simulated measurements per pull

}

Influencing::Influencing(const Parts& parts, const Actions& actions, QWidget* window)
    : QObject(window)
    , m_parts(parts)
    , m_looking(parts.tasks)
    , m_simulating(parts.tasks)
    , m_window(window)
{
    connect(actions.at("measure-influence"), &QAction::triggered, this, &Influencing::look);
    connect(&parts.document, &Document::projectChanged, this, [this] {
        m_looking.abandon();
        if (m_dialog)
            m_dialog->close(); // its answers are of the project before
    });
    connect(&parts.model, &ModelsClient::modelChanged, this, [this] {
        if (m_dialog)
            m_dialog->setModel(modelName());
    });
}

QString Influencing::modelName() const
{
    const auto& model = m_parts.model.model();
    return model ? QString::fromStdString(modelSource(*model)) : QString();
}

/// Also again, when the dialog is there and the project has changed.
void Influencing::look()
{
    m_looking.start(
        tr("Looking at the answers so far"),
        [annotation = m_parts.document.annotation()](const engine::RunContext& run) {
            return influenceOffer(annotation, run);
        },
        [this](InfluenceOffer offer) { show(std::move(offer)); });
}

void Influencing::show(InfluenceOffer offer)
{
    if (m_dialog) {
        m_dialog->setOffer(std::move(offer));
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_dialog = new InfluenceDialog(std::move(offer), modelName(), m_parts.editor.annotator(), m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &InfluenceDialog::labelChosen, this, &Influencing::gather);
    connect(m_dialog, &InfluenceDialog::powerWished, this, &Influencing::simulate);
    connect(m_dialog, &InfluenceDialog::beginWished, this, &Influencing::begin);
    connect(m_dialog, &InfluenceDialog::endWished, this, &Influencing::end);
    connect(m_dialog, &QDialog::finished, &m_simulating, &Task::abandon);
    gather();
    m_dialog->setModal(false);
    m_dialog->show();
}

/// Counts the segments of the chosen label's tier.
void Influencing::gather()
{
    if (!m_dialog->label())
        return;
    m_parts.sources.gatherUnits(engine::annotatorLayer(m_dialog->label()->tier, {}, 1),
                                [this](const std::vector<engine::ReviewUnit>& units) {
                                    if (m_dialog)
                                        m_dialog->setSegments(units.size());
                                });
}

void Influencing::simulate()
{
    engine::InfluencePlan plan;
    const auto raters = static_cast<std::size_t>(m_dialog->raters().size());
    plan.units = std::min(m_dialog->segments(), kMostSimulated);
    plan.shown = std::clamp<std::size_t>((raters + 1) / 2, 1, 8);
    plan.hidden = std::clamp<std::size_t>(raters / 2, 1, 8);
    m_simulating.start(
        tr("Simulating measurements"),
        [plan](const engine::RunContext& run) {
            std::vector<engine::InfluencePower> powers;
            for (const double pull : kSimulatedPulls)
                powers.push_back(engine::influencePower(plan, pull, kRuns, run));
            return powers;
        },
        [this](std::vector<engine::InfluencePower> powers) {
            if (m_dialog)
                m_dialog->setPowers(std::move(powers));
        });
}

void Influencing::begin()
{
    if (!m_parts.document.whyReadOnly().isEmpty()) {
        m_parts.document.notices().say(m_parts.document.whyReadOnly());
        return;
    }
    const MeasuredLabel& label = *m_dialog->label();
    engine::InfluenceStudy study;
    study.of = label.tier;
    study.label = label.label;
    study.model = modelName().toStdString();
    study.seed = m_dialog->seed();
    study.begun = QDateTime::currentMSecsSinceEpoch();
    for (const QString& rater : m_dialog->raters())
        study.raters.push_back(rater.toStdString());
    m_parts.sources.gatherUnits(
        engine::annotatorLayer(label.tier, {}, 1),
        [this, study](const std::vector<engine::ReviewUnit>& units) mutable {
            const auto shown = engine::influenceArms(units.size(), study.raters.size(), study.seed);
            for (std::size_t i = 0; i < units.size(); ++i)
                study.units.push_back({units[i].video, units[i].span.start, shown[i]});
            note(study);
        });
}

void Influencing::end()
{
    engine::InfluenceStudy study = *m_dialog->label()->study;
    study.isEnded = true;
    note(study);
}

void Influencing::note(const engine::InfluenceStudy& study)
{
    m_parts.document.note(studyItem(study));
    look();
}

}
