#include "app/prediction/kept_overlay.h"

#include "app/playback/player.h"
#include "app/prediction/live_prediction.h"
#include "engine/core/display_card.h"
#include "widgets/player/video_surface.h"

#include <algorithm>

namespace app {

namespace {

/// What is kept on the frame that the model saw last at this time.
std::optional<widgets::KeptPositions> keptAt(const engine::Prediction& prediction, double seconds)
{
    const auto output = prediction.outputs.find(std::string(engine::kKeptPositions) + '0');
    if (output == prediction.outputs.end() || output->second.shape.size() != 3)
        return std::nullopt;
    const std::vector<std::int64_t>& shape = output->second.shape;
    const auto later = std::ranges::upper_bound(prediction.seen, seconds, {}, &engine::SeenPart::time);
    if (later == prediction.seen.begin() || shape[0] != std::ssize(prediction.seen))
        return std::nullopt;
    const auto frame = static_cast<std::size_t>(std::distance(prediction.seen.begin(), later) - 1);
    const std::array<float, 4>& part = prediction.seen[frame].part;
    widgets::KeptPositions kept;
    kept.part = QRectF(QPointF(static_cast<double>(part[0]), static_cast<double>(part[1])),
                       QPointF(static_cast<double>(part[2]), static_cast<double>(part[3])));
    kept.rows = static_cast<int>(shape[1]);
    kept.columns = static_cast<int>(shape[2]);
    const auto count = static_cast<std::size_t>(shape[1] * shape[2]);
    for (std::size_t i = frame * count; i < (frame + 1) * count; ++i)
        kept.kept.push_back(output->second.values[i] > 0.5F);
    return kept;
}

}

KeptOverlay::KeptOverlay(const LivePrediction& prediction, Player& player, widgets::VideoSurface& video,
                         QObject* parent)
    : QObject(parent)
    , m_prediction(prediction)
    , m_video(video)
{
    connect(&player, &Player::frameReady, this, [this](const QImage&, double seconds) {
        m_pictureTime = seconds;
        show();
    });
    connect(&prediction, &LivePrediction::answerChanged, this, &KeptOverlay::show);
    connect(&prediction, &LivePrediction::segmentsChanged, this, &KeptOverlay::show);
}

void KeptOverlay::show()
{
    constexpr double rounding = 1e-4; // seconds
    std::optional<widgets::KeptPositions> kept;
    const auto segment = m_pictureTime ? m_prediction.segmentAt(*m_pictureTime) : std::nullopt;
    if (const LivePrediction::Answer* answer = segment ? m_prediction.answer(*segment) : nullptr;
        answer && answer->current)
        kept = keptAt(answer->prediction, *m_pictureTime + rounding);
    m_video.setKept(kept);
}

}
