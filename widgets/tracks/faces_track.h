#pragma once

#include "engine/core/interval.h"
#include "widgets/timeline/track.h"

#include <vector>

namespace widgets {

/// Shows the people of a video, a lane each: where they are seen, where they speak, and how far the mouth is
/// open. A part is a person.
class FacesTrack : public Track {
    Q_OBJECT
public:
    using Track::Track;

    struct Lane {
        QString name;
        int colour = 1; ///< a number of Theme::trackColour()
        std::vector<engine::Interval> seen; ///< sorted, apart
        std::vector<engine::Interval> speaking; ///< within `seen`
        std::vector<double> times; ///< of the openings, rising
        std::vector<float> mouth; ///< opening of the mouth, in any unit: one for each of `times`

        friend bool operator==(const Lane&, const Lane&) = default;
    };
    /// Of more people than have room, the last ones are not shown.
    void setLanes(std::vector<Lane> lanes);
    const std::vector<Lane>& lanes() const { return m_lanes; }

    QString title() const override { return tr("Faces"); }
    QString subtitle() const override;
    QString headTip() const override;
    QColor colour(const Theme& theme) const override { return theme.vision; }
    int minimumHeight() const override;
    int stretch() const override { return 0; }
    void paint(TrackCanvas& canvas) const override;
    std::size_t partCount() const override { return m_lanes.size(); }
    Part part(std::size_t person) const override;
    std::optional<std::size_t> partAt(QPointF position, const TimeScale& scale) const override;

private:
    /// What the opening of a mouth is drawn between: the mouth closed, and opened wide.
    struct Extent {
        float least = 0.0F;
        float greatest = 1.0F;
    };
    static Extent extentOf(std::vector<float> values);
    std::size_t shownLanes(int trackHeight) const;
    QRect placeOf(std::size_t lane, QSize track) const;
    void paintMouth(TrackCanvas& canvas, const Lane& lane, const Extent& extent, const QRect& place) const;

    std::vector<Lane> m_lanes;
    std::vector<Extent> m_extents; ///< one for each lane
};

}
