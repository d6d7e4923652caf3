#pragma once

#include "app/tasks/task.h"
#include "engine/media/media_file.h"
#include "engine/media/spectrogram_tiles.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace app {

/// Makes the tiles of a file's spectrogram that a view lacks, on a thread of its own; the newest wish wins.
class SpectrogramReader : public QObject {
    Q_OBJECT
public:
    explicit SpectrogramReader(QObject* parent = nullptr);

    /// Asks for the tiles that a view lacks now, the most urgent first. Earlier requests that are not among
    /// them are dropped.
    void want(const engine::MediaFile& file, double windowSeconds,
              std::vector<engine::SpectrogramTileKey> tiles);
    bool isIdle() const { return !m_reading && m_wish.tiles.empty(); }

signals:
    void ready(const engine::MediaFile& file, double windowSeconds, engine::SpectrogramTileKey key,
               const engine::SpectrogramPiece& piece);

private:
    struct Wish {
        engine::MediaFile file;
        double windowSeconds = 0.0;
        std::vector<engine::SpectrogramTileKey> tiles;
    };
    struct Reading {
        engine::MediaFile file;
        double windowSeconds = 0.0;
        engine::SpectrogramTileKey key;
    };
    /// Made and used by the task that runs, one at a time.
    struct Instrument {
        std::optional<engine::MediaFile> file;
        std::unique_ptr<engine::Spectrograph> spectrograph;
    };
    static engine::SpectrogramPiece read(Instrument& instrument, const Reading& reading,
                                         const engine::RunContext& run);
    void startNext();
    void take(const Outcome<engine::SpectrogramPiece>& end);

    Wish m_wish{std::filesystem::path(), 0.0, {}};
    std::optional<Reading> m_reading;
    std::shared_ptr<Instrument> m_instrument = std::make_shared<Instrument>();
    Task m_making; ///< on a thread of its own
};

}
