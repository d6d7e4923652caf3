#pragma once

#include "engine/media/peak_pyramid.h"
#include "engine/media/sound_piece.h"
#include "widgets/timeline/track.h"

#include <memory>
#include <vector>

namespace widgets {

/// Shows the sound: the highest and lowest sample of each pixel, and the RMS over them. The peaks may grow
/// while the file is read. Close up, where peaks are too coarse, the track asks for the samples themselves;
/// once they lie apart, it joins them by lines.
class WaveformTrack : public Track {
    Q_OBJECT
public:
    using Track::Track;

    void setPeaks(std::shared_ptr<const engine::PeakPyramid> peaks, const QString& description);

    /// @param perSecond  0: samples are never asked for
    void setSampleRate(double perSecond) { m_sampleRate = perSecond; }
    /// Sets the samples that were asked for last; null: there are none.
    void setSamples(std::shared_ptr<const engine::SoundPiece> samples);

    QString title() const override { return tr("Sound"); }
    QString subtitle() const override { return m_description; }
    QColor colour(const Theme& theme) const override { return theme.sound; }
    int minimumHeight() const override { return 44; }
    void paint(TrackCanvas& canvas) const override;

signals:
    void samplesWanted(engine::Interval span) const;

private:
    bool hasSamples(engine::Interval visible) const;
    void paintPeaks(TrackCanvas& canvas, double middle, double half) const;
    void paintDenseSamples(TrackCanvas& canvas, double middle, double half) const;
    void paintSparseSamples(TrackCanvas& canvas, double middle, double half) const;

    std::shared_ptr<const engine::PeakPyramid> m_peaks;
    std::shared_ptr<const engine::SoundPiece> m_samples;
    double m_sampleRate = 0.0;
    double m_gain = 1.0; ///< the loudest sample of the file fills the track
    QString m_description;
};

}
