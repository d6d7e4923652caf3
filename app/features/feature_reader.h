#pragma once

#include "app/tasks/task.h"
#include "engine/sequences/tiled_features.h"

#include <QObject>
#include <QSet>

#include <memory>
#include <optional>
#include <vector>

namespace app {

class Document;
class Tasks;

/// Reads the features that stay in their files piece by piece. Tiles that a view lacks are read on a thread
/// of their own, the newest wish first; the coarse levels of the open video are made by a task.
class FeatureReader : public QObject {
    Q_OBJECT
public:
    FeatureReader(Document& document, Tasks& tasks, QObject* parent = nullptr);

    /// Asks for the tiles of these features that a view lacks now.
    void want(const std::shared_ptr<engine::TiledFeatures>& features,
              const std::vector<engine::TileKey>& tiles);
    bool isIdle() const { return !m_reading; }

signals:
    void arrived(const engine::FeatureLevels* features); ///< tiles of these features came: paint them again
    void failed(const QString& message);

private:
    struct Wish {
        std::shared_ptr<engine::TiledFeatures> features;
        std::vector<engine::TileKey> tiles;
    };
    struct Reading {
        std::shared_ptr<engine::TiledFeatures> features;
        engine::TileKey key;
    };
    struct Read {
        engine::FeatureTile tile;
        QString error; ///< empty: it was read
    };
    void startNext();
    void take(Outcome<Read> end);
    void showVideo();

    Document& m_document;
    Task m_making;
    std::vector<Wish> m_wishes; ///< the newest last
    std::optional<Reading> m_reading;
    QSet<QString> m_told; ///< failures that were reported; each is reported once
    bool m_makesOverviews = false;
    Task m_readingTile; ///< on a thread of its own
};

}
