#include "app/completion/completion_input.h"

namespace app {

std::vector<engine::RecordedSequence> recordedSequences(const VideoData& video)
{
    std::vector<engine::RecordedSequence> sequences;
    for (const FeatureSeries& series : video.features) {
        if (auto one = engine::recordedSequence(series.key.toStdString(), series.features, series.tiled))
            sequences.push_back(*std::move(one));
    }
    return sequences;
}

}
