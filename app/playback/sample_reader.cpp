#include "app/playback/sample_reader.h"

#include "app/jobs/run_job.h"

#include <QFutureWatcher>

#include <utility>

namespace app {

namespace {

using Piece = std::shared_ptr<const engine::SoundPiece>;

}

SampleReader::SampleReader(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

void SampleReader::want(const engine::MediaFile& file, engine::Interval span)
{
    const Wish wish{file, span};
    if (m_last == wish)
        return;
    m_last = wish;
    if (m_reading)
        m_waiting = wish;
    else
        start(wish);
}

void SampleReader::start(const Wish& wish)
{
    m_reading = true;
    auto* watcher = new QFutureWatcher<Piece>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, file = wish.file] {
        watcher->deleteLater();
        m_reading = false;
        if (const auto next = std::exchange(m_waiting, std::nullopt))
            start(*next);
        if (const Piece piece = watcher->future().takeResult())
            emit ready(file, piece);
    });
    watcher->setFuture(runJob(m_pool, [wish](const engine::RunContext&) -> Piece {
        try {
            return std::make_shared<engine::SoundPiece>(engine::readSoundPiece(wish.file, wish.span));
        } catch (const std::exception&) {
            return nullptr; // the waveform stays as coarse as its peaks; the player says what is wrong
        }
    }));
}

}
