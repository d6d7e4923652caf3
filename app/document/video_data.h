#pragma once

#include "app/document/word_features.h"
#include "engine/annotation/recorded_tiers.h"
#include "engine/core/spoken_time.h"
#include "engine/formats/common/exchanged_tiers.h"
#include "engine/packed/packed_videos.h"
#include "engine/sequences/tiled_features.h"
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
    QString namesFrom; ///< the set that the names are from, where the file has none
    std::shared_ptr<const engine::FeatureLevels> features;
    std::shared_ptr<engine::TiledFeatures> tiled; ///< the values where they stay in their file; else null
    bool isForModels = false; ///< of its modality what words receive; the last one counts
};

/// Texts of one video other than words, such as phones.
struct TextSeries {
    QString key;
    engine::TimedText texts; ///< by start
};

/// Everything that the files have of one video. Read by a task.
struct VideoData {
    QString id;
    QString mediaPath; ///< empty: the dataset has no media for it
    QString wordsKey; ///< of the sequence that they come from
    engine::TimedText words;
    std::vector<engine::SpokenTime> wordSureness; ///< one per word, where the dataset says it; else empty
    QString labelsKey;
    engine::TimedFeatures labels;
    QStringList labelNames; ///< one per column, all different; sentiment first
    std::vector<engine::NumberScale> labelScales; ///< of the names; none: by the values of the video
    std::vector<engine::RecordedTerms> termLabels; ///< of the same segments: labels that are words
    std::vector<TextSeries> texts; ///< which nobody edits
    std::vector<FeatureSeries> features; ///< in the order of the tracks
    std::shared_ptr<const WordFeatures> wordFeatures = std::make_shared<WordFeatures>(); ///< never null
    engine::ExchangedTiers marks; ///< of the live session that it is a recording of
    /// The packed segments that it consists of: models take their rows, not words; null: it is of other
    /// files.
    std::shared_ptr<const engine::PackedVideos> packed = nullptr;
    /// Whether the rows that models get may be words: not where a packed segment has a single row.
    bool rowsMayBeWords() const;
    bool countsSteps = false; ///< times are rows of features, one second each: there is no clip
    /// Columns of text, sound, vision that models get; 0: there is none.
    std::array<std::size_t, 3> inputWidths() const;
    QStringList problems; ///< sequences of this video that could not be read, and why
};

}
