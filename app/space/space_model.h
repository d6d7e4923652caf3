#pragma once

#include "app/document/segment_in_sight.h"

#include <QObject>

namespace app {

class LivePrediction;
class ModelsClient;
class PredictTab;
class SpaceTab;

/// Tells Space what the model that predicts shows of the segment in sight, while the tab is seen.
class SpaceModel : public QObject {
public:
    SpaceModel(const Document& document, const LivePrediction& prediction, const ModelsClient& client,
               const PredictTab& predict, SpaceTab& space);

private:
    void show();

    SegmentInSight m_segment;
    const LivePrediction& m_prediction;
    const ModelsClient& m_client;
    const PredictTab& m_predict;
    SpaceTab& m_space;
};

}
