#pragma once

#include "app/document/document.h"
#include "app/prediction/model_outputs.h"
#include "engine/core/display_card.h"
#include "engine/media/media_info.h"
#include "engine/media/peak_pyramid.h"
#include "widgets/timeline/timeline_view.h"

#include <QTimer>
#include <QWidget>

#include <map>
#include <memory>

namespace widgets {
struct IntervalEdge;
class FeaturesTrack;
class FilmstripTrack;
class IntervalTrack;
class LabelsTrack;
class OverviewStrip;
class PredictionTrack;
class SpectrogramTrack;
class TransportBar;
class VolumeControl;
class WaveformTrack;
class WordsTrack;
}

namespace app {

class Actions;
class CameraMenu;
class SampleReader;
class SegmentSelection;
class Session;
class SpectrogramReader;

/// Transport, overview and timeline, fed from the session; drags of word edges go back to it as commands.
class TimelinePanel : public QWidget {
    Q_OBJECT
public:
    TimelinePanel(Session& session, const Actions& actions, QWidget* parent = nullptr);

    widgets::TimelineView& view() { return *m_view; }
    widgets::VolumeControl& volume() { return *m_volume; }
    CameraMenu& cameraMenu() { return *m_cameras; }
    /// The segment in focus: the one that was clicked, else the one under the playhead.
    std::optional<std::size_t> focusedSegment() const { return m_segment; }
    /// The next (+1) or previous (−1) edge of a word, or start of a segment, from the playhead.
    std::optional<double> neighbourWordEdge(int step) const;
    std::optional<double> neighbourSegment(int step) const;
    /// The span that plays with Shift+Space: the selection, else the segment.
    std::optional<engine::Interval> spanToPlay() const;
    /// The tier that keys edit: the one that was clicked last.
    const TierName& activeTier() const { return m_activeTier; }
    void setActiveTier(const TierName& tier);
    void activateNeighbourTier(int step); ///< +1: the one whose track is below
    /// Its word or segment under the playhead.
    std::optional<std::size_t> activeIndex() const;
    SegmentSelection& selected() { return *m_selected; }
    /// What keys edit that can edit several: the selected ones, else the one under the playhead.
    std::vector<engine::SegmentId> segmentsInHand() const;
    QString nothingInHand() const; ///< says that there is none
    /// The selected span of time.
    void setSelectedSpan(std::optional<engine::Interval> span);
    /// Lets the person type the text of a word or segment where it stands.
    void editText(const TierName& tier, std::size_t index);
    /// Whether features show as they were aligned, where they were; else as their files have them.
    void setShowsAligned(bool aligned);
    void setShowsImputed(bool imputed);
    void setShowsCoverage(bool coverage);
    /// Whether tracks show the media's picture, and its sound.
    void setShowsMedia(bool picture, bool sound);
    /// Whether labels and predictions must not be seen now: a pass is blind.
    void setHidesLabels(bool hides);
    /// The segment that is judged: it is in hand until the next, wherever the playhead is.
    void setJudged(std::optional<engine::Interval> span);
    /// Whether words may be seen.
    void setShowsWords(bool shows);
    /// Lets a display of the model stand under the words. @param output  empty: the words' importance
    void showUnderWords(const QString& output);
    bool isComplete() const; ///< every picture of the filmstrip has come

    /// A rating that is being recorded, beside what its tier has.
    void showRecording(const TierName& tier, double start, const std::vector<float>& values);

signals:
    void activeTierChanged();
    void segmentFocused(std::optional<std::size_t> segment);
    void underWordsChanged(const QString& output); ///< empty: their importance

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void connectSession();
    void connectView();
    void connectSound();
    void showSound(const engine::MediaInfo& info);
    void showMediaTracks();
    void connectEditing();
    void connectEdges(widgets::IntervalTrack* track, TierName tier);
    void dragEdge(const TierName& tier, const widgets::IntervalEdge& edge, double seconds,
                  Qt::KeyboardModifiers modifiers);
    void connectTrack(widgets::IntervalTrack* track, const TierName& tier);
    /// That of a tier; null: it has none.
    widgets::Track* trackOf(const TierName& tier) const;
    void showOwnTiers();
    void showOwnTier(const engine::Tier& tier);
    void showSelected();
    std::optional<double> snapTarget(const TierName& tier, double seconds) const;
    void showVideo();
    void showMedia(const engine::MediaInfo& info);
    void showLabels();
    void makeFeatureTracks();
    void addFeatureTrack(const FeatureSeries& series, std::optional<std::size_t> dimension,
                         const widgets::Track* below);
    void showDimensionTracks();
    void addDimensionTrack(const QString& sequence, std::size_t dimension);
    void removeDimensionTrack(const QString& track);
    void showFeatures();
    void showCoverage();
    void showWords();
    void showPosition(double seconds);
    void showPredictions();
    void showModel();
    const engine::DisplayCard* stripCard() const;
    void showStrip();
    void setSegment(std::optional<std::size_t> segment);
    void showSegmentInHand();
    void updateDuration();
    QString soundDescription() const;

    Session& m_session;
    widgets::TimelineView* m_view;
    widgets::TransportBar* m_transport;
    widgets::VolumeControl* m_volume;
    CameraMenu* m_cameras;
    widgets::OverviewStrip* m_overview;
    widgets::FilmstripTrack* m_filmstrip;
    widgets::WaveformTrack* m_waveform;
    widgets::SpectrogramTrack* m_spectrogram;
    widgets::WordsTrack* m_words;
    widgets::LabelsTrack* m_labels;
    widgets::PredictionTrack* m_predictions;
    std::map<TierName, widgets::Track*> m_ownTracks; ///< of tiers that people made
    std::vector<widgets::FeaturesTrack*> m_features; ///< two of one sequence follow each other
    bool m_showsAligned = true;
    bool m_showsImputed = true;
    bool m_showsCoverage = true;
    bool m_showsPicture = true;
    bool m_showsSound = true;
    bool m_showsWords = true;
    bool m_hidesLabels = false;
    std::optional<engine::Interval> m_judged;
    std::shared_ptr<const engine::PeakPyramid> m_peaks;
    std::optional<std::size_t> m_segment;
    std::vector<widgets::PredictPanel::Output> m_outputs; ///< of the model
    QTimer m_predictionsTimer; ///< many answers change at once when a modality is switched: they are shown
                               ///< together
    TierName m_activeTier = kWordsTier;
    SegmentSelection* m_selected;
    SampleReader* m_samples;
    SpectrogramReader* m_spectra;
    std::optional<engine::SegmentId> m_dragged; ///< whose edge is in hand
    bool m_snaps = true; ///< edges in hand snap, unless Alt is held
    int m_drag = 1; ///< number of the drag that goes on: its moves become one command
};

}
