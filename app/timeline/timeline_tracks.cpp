#include "app/timeline/timeline_tracks.h"

#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/attribution_track.h"
#include "widgets/tracks/difference_track.h"
#include "widgets/tracks/faces_track.h"
#include "widgets/tracks/filmstrip_track.h"
#include "widgets/tracks/labels_track.h"
#include "widgets/tracks/prediction_track.h"
#include "widgets/tracks/spectrogram_track.h"
#include "widgets/tracks/waveform_track.h"
#include "widgets/tracks/words_track.h"

namespace app {

TimelineTracks::TimelineTracks(widgets::TimelineView& timelineView, widgets::OverviewStrip& overviewStrip,
                               QObject* owner)
    : view(timelineView)
    , overview(overviewStrip)
    , filmstrip(*new widgets::FilmstripTrack(owner))
    , waveform(*new widgets::WaveformTrack(owner))
    , spectrogram(*new widgets::SpectrogramTrack(owner))
    , words(*new widgets::WordsTrack(owner))
    , attribution(*new widgets::AttributionTrack(owner))
    , faces(*new widgets::FacesTrack(owner))
    , labels(*new widgets::LabelsTrack(owner))
    , predictions(*new widgets::PredictionTrack(owner))
    , compared(*new widgets::PredictionTrack(owner))
    , difference(*new widgets::DifferenceTrack(owner))
{
    const auto add = [this](widgets::Track& track, const char* name) {
        track.setObjectName(QLatin1String(name));
        view.addTrack(&track);
    };
    add(filmstrip, "filmstripTrack");
    add(waveform, "waveformTrack");
    add(spectrogram, "spectrogramTrack");
    add(words, "wordsTrack");
    add(attribution, "attributionTrack");
    add(faces, "facesTrack");
    add(labels, "labelsTrack");
    add(predictions, "predictionTrack");
    compared.setCompared();
    compared.setVisible(false);
    add(compared, "comparedTrack");
    difference.setVisible(false);
    add(difference, "differenceTrack");
}

}
