#include "app/review/pass_sight.h"

#include "app/editing/editor.h"

#include <QDateTime>

namespace app {

using engine::Presentation;

Sight passSight(const engine::ReviewPass& pass, const PassProgress& progress)
{
    const Presentation shown = pass.layer.presentation;
    const auto shows = [shown](Presentation only) { return shown == Presentation::All || shown == only; };
    Sight sight;
    sight.words = shows(Presentation::TextOnly);
    sight.picture = shows(Presentation::SilentVideo);
    sight.sound = shows(Presentation::SoundOnly);
    if (pass.isBlind) {
        sight.others = progress.isPeeking || !progress.isPlaceToBeDone;
        sight.labels = !progress.isVideoToBeDone; // a peek shows no segment but the one in hand
        sight.predictions = !progress.isVideoToBeDone;
        sight.dataset = false; // as long as the pass is open: labels of other videos are never peeked at
    }
    return sight;
}

std::string judgedParts(Presentation presentation, const VideoData& video)
{
    switch (presentation) {
    case Presentation::TextOnly:
        return "text";
    case Presentation::SoundOnly:
        return "sound";
    case Presentation::SilentVideo:
        return "video";
    case Presentation::All:
        break;
    }
    return visibleParts(video);
}

engine::Provenance givenNow(const engine::Layer& layer, const VideoData& video)
{
    return {layer.annotator, QDateTime::currentMSecsSinceEpoch(), layer.pass,
            judgedParts(layer.presentation, video)};
}

}
