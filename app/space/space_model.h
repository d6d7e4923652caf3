#pragma once

#include <QObject>

namespace app {

class LivePrediction;
class ModelsClient;
class PredictTab;
class SegmentInSight;
class SpaceTab;

/// Tells Space what the model that predicts shows of the segment in sight, while the tab is seen.
class SpaceModel : public QObject {
public:
    SpaceModel(const SegmentInSight& segment, const LivePrediction& prediction, const ModelsClient& client,
               const PredictTab& predict, SpaceTab& space);
    void show(); ///< another segment, another word, or other words in it

private:
    const SegmentInSight& m_segment;
    const LivePrediction& m_prediction;
    const ModelsClient& m_client;
    const PredictTab& m_predict;
    SpaceTab& m_space;
};

}
