#pragma once

#include "widgets/timeline/track.h"

#include <QImage>
#include <QList>

#include <map>

namespace widgets {

/// Pictures along the video. Asks for the thumbnails that it lacks and shows those that have come.
class FilmstripTrack : public Track {
    Q_OBJECT
public:
    using Track::Track;

    /// @param aspect  width / height of the picture. Forgets all thumbnails.
    void setVideo(double seconds, double aspect, const QString& description);
    void setThumbnail(double seconds, const QImage& image);
    /// True when every picture in sight has come.
    bool isComplete() const { return m_missing.isEmpty(); }

    QString title() const override { return tr("Video"); }
    QString subtitle() const override { return m_description; }
    QColor colour(const Theme& theme) const override { return theme.vision; }
    int minimumHeight() const override { return 46; }
    void paint(TrackCanvas& canvas) const override;

signals:
    void thumbnailsWanted(const QList<double>& seconds, int height) const;

private:
    double m_duration = 0.0;
    double m_aspect = 16.0 / 9.0;
    QString m_description;
    std::map<double, QImage> m_thumbnails; ///< by the time at the middle of their tile
    mutable QList<double> m_missing;
};

}
