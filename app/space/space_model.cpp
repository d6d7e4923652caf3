#include "app/space/space_model.h"

#include "app/prediction/predict_tab.h"
#include "app/space/space_tab.h"

namespace app {

SpaceModel::SpaceModel(const Document& document, const LivePrediction& prediction,
                       const ModelsClient& client, const PredictTab& predict, SpaceTab& space)
    : QObject(&space)
    , m_segment(document)
    , m_prediction(prediction)
    , m_client(client)
    , m_predict(predict)
    , m_space(space)
{
    connect(&space, &SpaceTab::modelShownWished, this, &SpaceModel::show);
    connect(&document.attention(), &Attention::contentChanged, this, &SpaceModel::show);
    connect(&document.attention(), &Attention::wordChanged, this, &SpaceModel::show);
    connect(&prediction, &LivePrediction::answerChanged, this, [this](std::size_t changed) {
        if (changed == m_segment.place())
            show();
    });
    connect(&prediction, &LivePrediction::segmentsChanged, this, &SpaceModel::show);
    connect(&client, &ModelsClient::stateChanged, this, &SpaceModel::show);
}

void SpaceModel::show()
{
    if (!m_space.isVisible())
        return;
    ModelShown shown;
    if (m_client.model()) {
        shown.model = QString::fromStdString(m_client.model()->name);
        shown.cards = m_client.model()->displays;
    }
    for (const char* architecture : {"TFN", "GraphMFN"}) {
        if (!m_predict.modelOf(QLatin1String(architecture)).isEmpty())
            shown.offered << QLatin1String(architecture);
    }
    if (m_segment.place()) {
        shown.why = m_prediction.refusal(*m_segment.place());
        shown.segment = m_segment.title();
        shown.words = m_segment.texts();
        const auto [first, last] = m_segment.words();
        if (const auto word = m_segment.word(); word && *word >= first && *word < last)
            shown.word = *word - first;
        if (const LivePrediction::Answer* answer = m_prediction.answer(*m_segment.place())) {
            shown.hasAnswer = true;
            shown.isCurrent = answer->current;
            shown.outputs = answer->prediction.outputs;
        }
    } else {
        shown.why = m_segment.nothingHere();
    }
    m_space.setModelShown(shown);
}

}
