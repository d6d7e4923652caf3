#pragma once

#include "engine/alignment/segment_rows.h"
#include "engine/sequences/feature_pyramid.h"
#include "engine/sequences/timed_features.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace app {

/// A numeric sequence of one video, ready to draw.
struct FeatureSeries {
    QString key;
    engine::Modality modality = engine::Modality::Acoustic;
    QStringList names; ///< one per dimension
    std::shared_ptr<const engine::FeaturePyramid> features;
};

/// Everything that is shown of one video. Read by a job, then only its words change.
struct VideoData {
    QString id;
    QString mediaPath; ///< empty: the dataset has no media for it
    engine::TimedText words;
    engine::TimedFeatures labels;
    QStringList labelNames; ///< sentiment first
    std::vector<FeatureSeries> features; ///< in the order of the tracks
    engine::WordAligner text; ///< rows of the word vectors
    engine::WordAligner acoustic;
    engine::WordAligner visual;
    QStringList problems; ///< sequences of this video that could not be read, and why
};

}
