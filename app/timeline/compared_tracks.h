#pragma once

#include "app/timeline/timeline_tracks.h"

#include <QObject>

namespace app {

class Document;
class LivePrediction;
class ModelsClient;
class OtherModels;

/// Shows what other models say of the segments, and by how much it is more or less than what the one that
/// predicts says.
class ComparedTracks : public QObject {
    Q_OBJECT
public:
    ComparedTracks(const TimelineTracks& tracks, const Document& document, const LivePrediction& prediction,
                   const OtherModels& others, const ModelsClient& client, QObject* parent);

    void show();

private:
    TimelineTracks m_tracks;
    const Document& m_document;
    const LivePrediction& m_prediction;
    const OtherModels& m_others;
    const ModelsClient& m_client;
};

}
