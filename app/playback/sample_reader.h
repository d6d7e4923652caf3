#pragma once

#include "engine/media/sound_piece.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace app {

/// Reads pieces of a file's sound on a thread of its own; of many wishes the newest is read.
class SampleReader : public QObject {
    Q_OBJECT
public:
    explicit SampleReader(QObject* parent = nullptr);

    /// A wish that was the last one already is not read again.
    void want(const QString& path, engine::Interval span);
    bool isIdle() const { return !m_reading; }

signals:
    void ready(const QString& path, const std::shared_ptr<const engine::SoundPiece>& piece);

private:
    struct Wish {
        QString path;
        engine::Interval span;
        friend bool operator==(const Wish&, const Wish&) = default;
    };
    void start();

    std::optional<Wish> m_last;
    bool m_waits = false; ///< the last wish has not been started yet
    bool m_reading = false;
    QThreadPool m_pool;
};

}
