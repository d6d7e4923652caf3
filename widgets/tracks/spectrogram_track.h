#pragma once

#include "engine/media/spectrogram_tiles.h"
#include "widgets/timeline/track.h"
#include "widgets/tracks/spectrogram_display.h"

#include <QImage>

#include <vector>

namespace widgets {

/// Shows the sound's frequencies over time, brighter where they are louder. The track asks for the tiles that
/// it lacks and shows coarser ones, or nothing, until they come. A note says what is under the pointer.
class SpectrogramTrack : public Track {
    Q_OBJECT
public:
    using Track::Track;

    /// Sets another sound and drops the tiles of the one before.
    /// @param sampleRate  per second; 0: there is none. @param duration  seconds
    void setSound(double sampleRate, double duration);
    /// Sets where the sound cannot be read; hatched.
    void setUnreadable(std::vector<engine::Interval> stretches);
    /// Takes a tile that was asked for. A tile of an analysis that is no longer shown is dropped.
    void insert(double windowSeconds, engine::SpectrogramTileKey key, engine::SpectrogramPiece piece);

    /// The note at the pointer at the present zoom: `1.250 s · 440 Hz · −32 dB`, `1.250 s · not readable`;
    /// empty where there is no sound.
    QString textAt(double seconds, double hertz) const;

    QString title() const override { return tr("Spectrogram"); }
    QString subtitle() const override;
    QColor colour(const Theme& theme) const override { return theme.sound; }
    int minimumHeight() const override { return 72; }
    bool isShownAtFirst() const override { return false; }
    void paint(TrackCanvas& canvas) const override;
    bool followsPointer() const override { return true; }
    QString display() const override { return m_display.toText(); }
    void setDisplay(const QString& display) override;
    void fillDisplayMenu(QMenu& menu) override;

signals:
    /// These tiles were missing when the track was painted; the nearest to the middle is the first. An empty
    /// list means that all are there.
    void tilesWanted(double windowSeconds, const std::vector<engine::SpectrogramTileKey>& tiles) const;

private:
    using Column = engine::SpectrogramTiles::Column;
    double highestHertz() const; ///< at the top
    double hertzAt(double y, double height) const;
    void fillProfile(const Column& column, std::vector<float>& levels) const;
    void paintLevels(TrackCanvas& canvas) const;
    void askForTiles(const TrackCanvas& canvas) const;
    void paintAxis(TrackCanvas& canvas) const;
    void wish(const SpectrogramDisplay& display, const QString& what);
    void fillRangeMenu(QMenu& menu);
    void fillWindowMenu(QMenu& menu);
    void fillCeilingMenu(QMenu& menu);

    double m_sampleRate = 0.0;
    double m_duration = 0.0;
    std::vector<engine::Interval> m_unreadable;
    SpectrogramDisplay m_display;
    engine::SpectrogramTiles m_tiles;
    mutable std::size_t m_level = 0; ///< of the tiles, at the zoom that was painted last
    mutable bool m_hasAsked = false; ///< tiles were asked for that may still come
    mutable QImage m_image; ///< kept between paints, so that no memory is asked for while scrolling
    mutable std::vector<float> m_profile; ///< kept between paintings: the levels of a column, from top to bottom
    mutable std::vector<float> m_next; ///< kept between paintings: the levels of the next column
};

/// `850 Hz`, `1.25 kHz`
QString hertzText(double hertz);

}
