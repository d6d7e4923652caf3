#pragma once

#include "engine/sequences/tiled_features.h"

#include <QFutureWatcher>
#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <vector>

namespace app {

class Document;
class Jobs;

/// Brings in, piece by piece, the features that stay in their files: the tiles that a view lacks, on a thread
/// of its own, of many wishes the newest; and, as a job, the coarse levels of the open video's.
class FeatureReader : public QObject {
    Q_OBJECT
public:
    FeatureReader(Document& document, Jobs& jobs, QObject* parent = nullptr);
    ~FeatureReader() override;

    /// What a view lacks of these features now.
    void want(const std::shared_ptr<engine::TiledFeatures>& features,
              const std::vector<engine::TileKey>& tiles);
    bool isIdle() const { return !m_reading; }

signals:
    void arrived(const engine::FeatureLevels* features); ///< some of them: they have to be painted again
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
    void take();
    void showVideo();

    Document& m_document;
    Jobs& m_jobs;
    std::vector<Wish> m_wishes; ///< the newest last
    std::optional<Reading> m_reading;
    QFutureWatcher<Read> m_watcher;
    QSet<QString> m_told; ///< failures, each once
    bool m_makesOverviews = false;
    QThreadPool m_pool;
};

}
