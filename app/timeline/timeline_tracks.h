#pragma once

class QObject;

namespace widgets {
class AttributionTrack;
class DifferenceTrack;
class FacesTrack;
class FilmstripTrack;
class LabelsTrack;
class OverviewStrip;
class PredictionTrack;
class SpectrogramTrack;
class TimelineView;
class WaveformTrack;
class WordsTrack;
}

namespace app {

/// The timeline's view with the tracks that every video has, for the classes that feed them.
struct TimelineTracks {
    /// Puts the tracks into the view, from top to bottom. @param owner  of the tracks
    TimelineTracks(widgets::TimelineView& view, widgets::OverviewStrip& overview, QObject* owner);

    widgets::TimelineView& view;
    widgets::OverviewStrip& overview;
    widgets::FilmstripTrack& filmstrip;
    widgets::WaveformTrack& waveform;
    widgets::SpectrogramTrack& spectrogram;
    widgets::WordsTrack& words;
    widgets::AttributionTrack& attribution;
    widgets::FacesTrack& faces;
    widgets::LabelsTrack& labels;
    widgets::PredictionTrack& predictions;
    widgets::PredictionTrack& compared; ///< what other models say
    widgets::DifferenceTrack& difference; ///< between these two
};

}
