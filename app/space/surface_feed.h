#pragma once

#include "engine/core/interval.h"

#include <QObject>
#include <QString>

#include <optional>

namespace widgets {
class SurfacePanel;
}

namespace app {

class Document;
class FeatureReader;
class Player;
struct FeatureSeries;

/// Fills the feature surface: a sequence of the video in sight, around the playhead or over the segment.
class SurfaceFeed : public QObject {
    Q_OBJECT
public:
    SurfaceFeed(Document& document, Player& player, FeatureReader& reader, widgets::SurfacePanel& panel);
    /// The segment in sight, by its number in its video.
    void setSegment(std::optional<std::size_t> segment);

private:
    void show();
    void movePlayhead(double seconds);
    const FeatureSeries* series() const; ///< the chosen one, else the first; null: there is none
    engine::Interval stretch() const; ///< that is seen

    Document& m_document;
    Player& m_player;
    FeatureReader& m_reader;
    widgets::SurfacePanel& m_panel;
    QString m_sequence; ///< that was chosen last
    std::optional<std::size_t> m_segment;
    engine::Interval m_shown; ///< stretch
};

}
