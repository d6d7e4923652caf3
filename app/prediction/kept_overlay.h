#pragma once

#include <QObject>

#include <optional>

namespace widgets {
class VideoSurface;

}

namespace app {

class LivePrediction;
class Player;

/// Draws over the face of the picture which of its positions the model looked at, where it chooses some
/// (MESM).
class KeptOverlay : public QObject {
    Q_OBJECT
public:
    KeptOverlay(const LivePrediction& prediction, Player& player, widgets::VideoSurface& video,
                QObject* parent);

private:
    void show();

    const LivePrediction& m_prediction;
    widgets::VideoSurface& m_video;
    std::optional<double> m_pictureTime; ///< of the picture that is shown
};

}
