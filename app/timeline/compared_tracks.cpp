#include "app/timeline/compared_tracks.h"

#include "app/document/document.h"
#include "app/document/label_column.h"
#include "app/prediction/model_outputs.h"
#include "app/prediction/other_models.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/difference_track.h"
#include "widgets/tracks/prediction_track.h"

#include <cmath>

namespace app {

ComparedTracks::ComparedTracks(const TimelineTracks& tracks, const Document& document,
                               const LivePrediction& prediction, const OtherModels& others,
                               const ModelsClient& client, QObject* parent)
    : QObject(parent)
    , m_tracks(tracks)
    , m_document(document)
    , m_prediction(prediction)
    , m_others(others)
    , m_client(client)
{
    connect(&others, &OtherModels::changed, this, &ComparedTracks::show);
}

void ComparedTracks::show()
{
    const auto& model = m_client.model();
    const auto outputs = model ? modelOutputs(*model) : std::vector<widgets::PredictPanel::Output>();
    const bool isSeen = m_document.hasVideo() && m_document.sight().now().predictions && !m_others.isEmpty() && !outputs.empty();
    const bool isNew = isSeen && !m_tracks.difference.isVisible();
    m_tracks.compared.setVisible(isSeen);
    m_tracks.difference.setVisible(isSeen);
    if (isNew) // once it has its place
        QMetaObject::invokeMethod(
            this, [this] { m_tracks.view.ensureVisible(&m_tracks.difference); }, Qt::QueuedConnection);
    if (!isSeen)
        return;
    const widgets::PredictPanel::Output& output = outputs.front();
    const engine::FeatureMatrix& labels = m_document.labels().rows.features;
    const auto column = labelColumn(output.name, m_document.labels().names);
    std::vector<widgets::PredictionTrack::Segment> compared;
    std::vector<widgets::DifferenceTrack::Segment> differences;
    for (std::size_t i = 0; i < m_prediction.segments().size(); ++i) {
        const engine::Interval& interval = m_prediction.segments()[i];
        widgets::PredictionTrack::Segment& segment
            = compared.emplace_back(widgets::PredictionTrack::Segment{interval, {}, {}, {}});
        widgets::DifferenceTrack::Segment& difference
            = differences.emplace_back(widgets::DifferenceTrack::Segment{interval, {}});
        if (i < labels.rows && column && *column < labels.columns && !std::isnan(labels.at(i, *column)))
            segment.label = output.labelled(static_cast<double>(labels.at(i, *column)));
        const auto said = m_others.said(i, output.name.toStdString());
        if (!said)
            continue;
        segment.prediction = said->mean;
        segment.deviation = said->deviation;
        const LivePrediction::Answer* const leading = m_prediction.answer(i);
        if (!leading || leading->prediction.values.empty())
            continue;
        difference.difference = said->mean - static_cast<double>(leading->prediction.values.front());
        difference.isCurrent = said->isCurrent && leading->current;
    }
    m_tracks.compared.setScale(output.low, output.high);
    m_tracks.compared.setModelName(m_others.name());
    m_tracks.compared.setSegments(std::move(compared));
    m_tracks.difference.setScale(output.low, output.high);
    m_tracks.difference.setNames(QString::fromStdString(model->name), m_others.name());
    m_tracks.difference.setSegments(std::move(differences));
}

}
