#pragma once

#include "engine/core/segment_input.h"
#include "widgets/tracks/feature_heat_map.h"
#include "widgets/tracks/feature_lines.h"
#include "widgets/tracks/features_overlay.h"

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
    using FilledRow = widgets::FilledRow;
    /// @param rows  sorted by time. @param visible  false: they are painted as gaps
    void setFilled(std::vector<FilledRow> rows, bool visible);
    const std::vector<FilledRow>& filled() const { return m_filled; }
    bool showsFilled() const { return m_showsFilled; }
    /// The coverage of each word, painted as a ribbon at the foot. Sorted by time; empty: no ribbon.
    void setCoverage(std::vector<engine::TargetCoverage> coverage);
    const std::vector<engine::TargetCoverage>& coverage() const { return m_coverage; }
    /// A note in the subtitle: `aligned`.
    void setNote(const QString& note);
    void setCountsSteps(bool steps) { m_countsSteps = steps; } ///< rows are steps, not seconds
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
    std::vector<std::size_t> lineDimensions() const;
    QString dimensionName(std::size_t dimension) const;
    engine::DimensionRange shownRange(std::size_t dimension) const;
    void paintNotRead(TrackCanvas& canvas) const;
    void paintReadout(TrackCanvas& canvas) const;
    QString valueText(const engine::FeatureLevels::Value& value, std::size_t dimension) const;
    QString timeText(std::size_t row) const;
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
    bool m_countsSteps = false;
    mutable FeatureHeatMap m_heatMap; ///< keeps memory between paintings
    mutable FeatureLines m_lines; ///< keeps memory between paintings
};

}
