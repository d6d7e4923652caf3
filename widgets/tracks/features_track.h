#pragma once

#include "engine/alignment/coverage.h"
#include "engine/core/segment_input.h"
#include "engine/sequences/feature_levels.h"
#include "widgets/timeline/track.h"
#include "widgets/tracks/feature_display.h"

#include <QImage>
#include <QStringList>

#include <memory>
#include <vector>

namespace widgets {

/// Shows a feature sequence: all its dimensions as a heat map, some of them as lines, or a single one.
/// A note says what is under the pointer.
class FeaturesTrack : public Track {
    Q_OBJECT
public:
    FeaturesTrack(const QString& title, engine::Modality modality, QObject* parent = nullptr);

    /// @param names  one per dimension. @param namesFrom  whose they are, where the file has none
    void setFeatures(std::shared_ptr<const engine::FeatureLevels> features, QStringList names,
                     const QString& namesFrom = {});
    /// Shows only this dimension, as a line; absent: all of them.
    /// @param zeroIsGap  the line is broken where the value is 0, as pitch trackers write "no pitch".
    void setDimension(std::optional<std::size_t> dimension, bool zeroIsGap = false);
    std::optional<std::size_t> dimension() const { return m_dimension; }
    /// Sets whether a person, who added the track, can remove it.
    void setRemovable(bool removable) { m_removable = removable; }
    /// A row that was filled in, and by which method.
    struct FilledRow {
        engine::Interval interval;
        QString method; ///< `linear`
        friend bool operator==(const FilledRow&, const FilledRow&) = default;
    };
    /// @param rows  sorted by time. @param visible  false: they are painted as gaps
    void setFilled(std::vector<FilledRow> rows, bool visible);
    const std::vector<FilledRow>& filled() const { return m_filled; }
    bool showsFilled() const { return m_showsFilled; }
    /// The coverage of each word, painted as a ribbon at the foot. Sorted by time; empty: no ribbon.
    void setCoverage(std::vector<engine::TargetCoverage> coverage);
    const std::vector<engine::TargetCoverage>& coverage() const { return m_coverage; }
    /// A note in the subtitle: `aligned`.
    void setNote(const QString& note);
    const QStringList& dimensionNames() const { return m_names; }
    const std::shared_ptr<const engine::FeatureLevels>& features() const { return m_features; }

    QString title() const override;
    QString subtitle() const override;
    QString headTip() const override;
    QColor colour(const Theme& theme) const override { return theme.modality(m_modality); }
    int minimumHeight() const override { return m_dimension ? 30 : 44; }
    void paint(TrackCanvas& canvas) const override;
    bool followsPointer() const override { return true; }
    QString display() const override { return m_display.toText(); }
    void setDisplay(const QString& display) override;
    void fillDisplayMenu(QMenu& menu) override;

signals:
    /// These tiles were missing when the track was painted. Whoever brings them emits `changed` afterwards.
    void tilesWanted(const std::vector<engine::TileKey>& tiles) const;
    void dimensionTrackWished(std::size_t dimension); ///< the dimension is to have a track of its own
    void removeWished();

private:
    static constexpr double kLineMargin = 4.0; ///< pixels above and below lines
    using Columns = engine::FeatureLevels::Columns;
    std::vector<std::size_t> lineDimensions() const;
    QString dimensionName(std::size_t dimension) const;
    QColor lineColour(const Theme& theme, std::size_t line) const;
    engine::DimensionRange shownRange(std::size_t dimension) const;
    std::size_t dimensionAt(int y, int height) const;
    void paintHeatMap(TrackCanvas& canvas, const Columns& columns) const;
    void paintLines(TrackCanvas& canvas, const Columns& columns) const;
    void paintLine(TrackCanvas& canvas, const Columns& columns, std::size_t dimension, const QPen& pen) const;
    void paintExtent(TrackCanvas& canvas, const Columns& columns, std::size_t dimension,
                     const QColor& colour) const;
    float zeroOf(std::size_t dimension) const;
    void paintNotRead(TrackCanvas& canvas) const;
    void paintReadout(TrackCanvas& canvas) const;
    void paintFilled(TrackCanvas& canvas) const;
    void paintCoverage(TrackCanvas& canvas) const;
    void wish(const FeatureDisplay& display, const QString& what);
    void fillScaleMenu(QMenu& menu);

    QString m_title;
    engine::Modality m_modality;
    std::shared_ptr<const engine::FeatureLevels> m_features;
    QStringList m_names;
    QString m_namesFrom;
    std::optional<std::size_t> m_dimension;
    bool m_zeroIsGap = false;
    bool m_removable = false;
    FeatureDisplay m_display;
    std::vector<FilledRow> m_filled;
    bool m_showsFilled = true;
    std::vector<engine::TargetCoverage> m_coverage;
    QString m_note;
    mutable QImage m_image; ///< kept between paints, so that no memory is asked for while scrolling
    mutable std::vector<float> m_values; ///< kept between paintings
    mutable std::vector<float> m_low; ///< kept between paintings
    mutable std::vector<float> m_high; ///< kept between paintings
};

}
