#pragma once

#include "engine/media/peak_pyramid.h"
#include "widgets/timeline/track.h"

#include <memory>
#include <vector>

namespace widgets {

/// The sound: loudest and quietest sample per pixel, RMS over it. May grow while it is read.
class WaveformTrack : public Track {
    Q_OBJECT
public:
    using Track::Track;

    void setPeaks(std::shared_ptr<const engine::PeakPyramid> peaks, const QString& description);

    QString title() const override { return tr("Sound"); }
    QString subtitle() const override { return m_description; }
    QColor colour(const Theme& theme) const override { return theme.sound; }
    int minimumHeight() const override { return 44; }
    void paint(TrackCanvas& canvas) const override;

private:
    std::shared_ptr<const engine::PeakPyramid> m_peaks;
    double m_gain = 1.0; ///< the loudest sample of the file fills the track
    QString m_description;
};

}
