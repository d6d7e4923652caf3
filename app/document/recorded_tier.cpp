#include "app/document/recorded_tier.h"

#include "engine/dataset_opening/recorded_labels.h"

namespace app {

namespace {

std::vector<std::string> plain(const QStringList& names)
{
    std::vector<std::string> result;
    for (const QString& name : names)
        result.push_back(name.toStdString());
    return result;
}

}

std::vector<engine::LabelScheme> usualLabels(const TierName& role)
{
    if (role == kWordsTier)
        return {};
    return engine::usualLabels();
}

engine::Change recordedTier(const engine::Annotation& annotation, const VideoData& video,
                            const TierName& name)
{
    const std::string id = video.id.toStdString();
    if (name == kWordsTier)
        return engine::wordsTier(annotation, id, video.wordsKey.toStdString(), video.words.intervals,
                                 video.words.texts, video.wordSureness);
    return engine::recordedLabelsTier(annotation, id,
                                      {video.labelsKey.toStdString(), video.labels, plain(video.labelNames),
                                       video.labelScales, video.termLabels},
                                      video.words.intervals);
}

}
