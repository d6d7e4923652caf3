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

/// The timeline's feature tracks: features as in their files, or as they were aligned. Each sequence has a
/// track, and further tracks for the dimensions that a person asked for.
class FeatureTracks : public QObject {
    Q_OBJECT
public:
    FeatureTracks(const TimelineTracks& tracks, Document& document, Editor& editor, FeatureReader& reader,
                  Alignment& alignment, QObject* parent);

    /// Makes the tracks of the video in sight.
    void showVideo();
    /// Counts again how many words each sequence covers, and shows it.
    void showCoverage();
    /// Adds and removes tracks of dimensions, so that they agree with the project's layout.
    void showDimensionTracks();
    /// Whether features that were aligned are shown aligned; otherwise they are shown as in their files.
    void setShowsAligned(bool aligned);
    void setShowsImputed(bool imputed);
    void setShowsCoverage(bool coverage);
    bool isComplete() const; ///< whether everything that the tracks requested has come

private:
    void addTrack(const FeatureSeries& series, std::optional<std::size_t> dimension,
                  const widgets::Track* below);
    void addDimensionTrack(const QString& sequence, std::size_t dimension);
    void removeDimensionTrack(const QString& track);
    void showFeatures();
    QString noteOf(const FeatureSeries& series, bool areNewer) const;

    TimelineTracks m_tracks;
    Document& m_document;
    Editor& m_editor;
    FeatureReader& m_reader;
    Alignment& m_alignment;
    std::vector<widgets::FeaturesTrack*> m_features; ///< tracks of one sequence follow each other
    bool m_showsAligned = true;
    bool m_showsImputed = true;
    bool m_showsCoverage = true;
};

}
