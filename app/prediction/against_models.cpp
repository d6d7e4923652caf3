#include "app/prediction/against_models.h"

#include "app/prediction/model_choice.h"
#include "app/prediction/other_models.h"
#include "widgets/predict/against_chooser.h"
#include "widgets/predict/predict_panel.h"

namespace app {

AgainstModels::AgainstModels(OtherModels& others, const ModelsClient& client, ModelChoice& choice,
                             ModelList& models, widgets::PredictPanel& panel)
    : QObject(&panel)
    , m_others(others)
    , m_client(client)
    , m_models(models)
    , m_panel(panel)
{
    widgets::AgainstChooser& against = panel.against();
    connect(&against, &widgets::AgainstChooser::listWished, &models, &ModelList::refresh);
    connect(&against, &widgets::AgainstChooser::modelsChosen, &choice, &ModelChoice::compareWith);
    connect(&choice, &ModelChoice::comparedChanged, this, [this](const QStringList& paths) {
        m_compared = paths;
        compare();
    });
    connect(&m_others, &OtherModels::changed, this, &AgainstModels::changed);
    connect(&client, &ModelsClient::modelChanged, this, [this] {
        compare();
        list();
    });
}

void AgainstModels::list()
{
    m_panel.against().setModels(m_models.entries(), m_client.loadedPath(), OtherModels::kMost);
}

/// With the models that were chosen, but for the one that leads.
void AgainstModels::compare()
{
    QStringList others = m_compared;
    others.removeAll(m_client.loadedPath());
    if (others != m_others.chosen())
        m_others.choose(others);
    m_panel.against().setChosen(others);
}

void AgainstModels::show(std::optional<std::size_t> place, const std::string& output)
{
    const bool isSeen = place && !output.empty();
    const auto said = isSeen ? m_others.said(*place, output) : std::nullopt;
    m_panel.setOther(
        said ? std::optional(widgets::PredictPanel::Other{said->mean, said->deviation, said->isCurrent})
             : std::nullopt,
        isSeen ? m_others.problem(place, output) : QString());
}

}
