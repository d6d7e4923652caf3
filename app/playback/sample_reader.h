#pragma once

#include "app/tasks/task.h"
#include "engine/media/sound_piece.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace app {

/// Reads pieces of a file's sound on a thread of its own. A newer request replaces one that waits.
class SampleReader : public QObject {
    Q_OBJECT
public:
    explicit SampleReader(QObject* parent = nullptr);

    /// Asks for a piece. A request that equals the last one is ignored.
    void want(const engine::MediaFile& file, engine::Interval span);
    /// Forgets the last request, because another file is open.
    void forget() { m_last.reset(); }
    bool isIdle() const { return !m_reading.isRunning(); }

signals:
    void ready(const engine::MediaFile& file, const std::shared_ptr<const engine::SoundPiece>& piece);

private:
    struct Wish {
        engine::MediaFile file;
        engine::Interval span;
        friend bool operator==(const Wish&, const Wish&) = default;
    };
    void start(const Wish& wish);

    std::optional<Wish> m_last;
    std::optional<Wish> m_waiting; ///< while another is read
    Task m_reading; ///< on a thread of its own
};

}
