#pragma once

#include "app/tasks/task.h"
#include "widgets/tracks/tier_track.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <map>
#include <memory>

namespace engine {
class FeatureLevels;
struct TimedFeatures;
}

namespace widgets {
class TimelineView;
class Track;
}

namespace app {

class Document;
class ScriptDesk;
class ScriptFields;
class ScriptReply;
struct ScriptSources;
class TierReader;

/// What scripts show on the timeline: arrays as features are shown, moments as flags, spans as boxes. Layers
/// belong to a video and are shown while it is in sight; none of them is kept in the project, and all go with
/// the dataset.
class ScriptLayers : public QObject {
    Q_OBJECT
public:
    ScriptLayers(const ScriptSources& sources, ScriptDesk& desk, QObject* parent);

private:
    struct Layer {
        std::shared_ptr<const engine::FeatureLevels> features; ///< of an array; null: flags or boxes
        QStringList columns; ///< names
        widgets::TierTrack::Content marks;
        QPointer<widgets::Track> track; ///< while its video is in sight
    };
    /// Of one video, by name.
    using OfVideo = std::map<QString, Layer>;

    void addTrack(const ScriptFields& fields, const ScriptReply& reply);
    void addMarks(const ScriptFields& fields, bool arePoints);
    bool remove(const ScriptFields& fields);
    void put(const std::string& video, const QString& name, Layer layer);
    void checkRoom(const std::string& video, const QString& name) const;
    void show(const QString& name, Layer& layer, bool goesThere);
    void hide(Layer& layer);
    void showVideo();
    void clear();

    Document& m_document;
    const TierReader& m_reader;
    widgets::TimelineView& m_view;
    std::map<std::string, OfVideo> m_layers; ///< by video
    std::string m_shown; ///< the video whose layers are shown
};

}
