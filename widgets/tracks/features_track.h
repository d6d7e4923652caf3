#pragma once

#include "engine/core/segment_input.h"
#include "engine/sequences/feature_pyramid.h"
#include "widgets/timeline/track.h"

#include <QImage>
#include <QStringList>

#include <array>
#include <memory>

namespace widgets {

/// A feature sequence: all dimensions as a heat map, or one of them as a line. Says what is under the
/// pointer.
class FeaturesTrack : public Track {
    Q_OBJECT
public:
    FeaturesTrack(const QString& title, engine::Modality modality, QObject* parent = nullptr);

    /// @param names  one per dimension.
    void setFeatures(std::shared_ptr<const engine::FeaturePyramid> features, QStringList names);
    /// One dimension as a line; absent: the heat map of all.
    /// @param zeroIsGap  the line is broken where the value is 0, as pitch trackers write "no pitch".
    void setDimension(std::optional<std::size_t> dimension, bool zeroIsGap = false);
    std::optional<std::size_t> dimension() const { return m_dimension; }
    const QStringList& dimensionNames() const { return m_names; }

    QString title() const override;
    QString subtitle() const override;
    QColor colour(const Theme& theme) const override { return theme.modality(m_modality); }
    int minimumHeight() const override { return m_dimension ? 30 : 44; }
    void paint(TrackCanvas& canvas) const override;
    bool followsPointer() const override { return true; }

private:
    void paintHeatMap(TrackCanvas& canvas) const;
    void paintLine(TrackCanvas& canvas) const;
    void paintReadout(TrackCanvas& canvas) const;

    QString m_title;
    engine::Modality m_modality;
    std::shared_ptr<const engine::FeaturePyramid> m_features;
    QStringList m_names;
    std::optional<std::size_t> m_dimension;
    bool m_zeroIsGap = false;
    mutable QImage m_image; ///< kept between paints, so that no memory is asked for while scrolling
};

}
