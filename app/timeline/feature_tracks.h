#pragma once

#include "app/document/video_data.h"
#include "app/timeline/timeline_tracks.h"
#include "widgets/timeline/track_layout.h"

#include <QObject>

#include <optional>
#include <vector>

namespace widgets {
class FeaturesTrack;
class Track;
}

namespace app {

class Alignment;
class Document;
class Editor;
class FeatureReader;

/// The timeline's features: as their files have them, or as they were aligned. Each sequence has a track, and
/// one for each dimension that a person asked for.
class FeatureTracks : public QObject {
    Q_OBJECT
public:
    FeatureTracks(const TimelineTracks& tracks, Document& document, Editor& editor, FeatureReader& reader,
                  Alignment& alignment, QObject* parent);

    /// Makes the tracks of the video in sight.
    void showVideo();
    /// How many words each sequence covers, anew.
    void showCoverage();
    /// Makes and removes tracks of dimensions, so that they are those that the project's layout names.
    void showDimensionTracks();
    /// Whether features show as they were aligned, where they were; else as their files have them.
    void setShowsAligned(bool aligned);
    void setShowsImputed(bool imputed);
    void setShowsCoverage(bool coverage);
    bool isComplete() const; ///< everything that the tracks asked for has come

private:
    void addTrack(const FeatureSeries& series, std::optional<std::size_t> dimension,
                  const widgets::Track* below);
    void addDimensionTrack(const QString& sequence, std::size_t dimension);
    void removeDimensionTrack(const QString& track);
    void showFeatures();

    TimelineTracks m_tracks;
    Document& m_document;
    Editor& m_editor;
    FeatureReader& m_reader;
    Alignment& m_alignment;
    std::vector<widgets::FeaturesTrack*> m_features; ///< two of one sequence follow each other
    bool m_showsAligned = true;
    bool m_showsImputed = true;
    bool m_showsCoverage = true;
};

}
