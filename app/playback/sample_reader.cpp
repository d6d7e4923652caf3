#include "app/playback/sample_reader.h"

#include <utility>

namespace app {

namespace {

using Piece = std::shared_ptr<const engine::SoundPiece>;

}

SampleReader::SampleReader(QObject* parent) : QObject(parent) { }

void SampleReader::want(const engine::MediaFile& file, engine::Interval span)
{
    const Wish wish{file, span};
    if (m_last == wish)
        return;
    m_last = wish;
    if (m_reading.isRunning())
        m_waiting = wish;
    else
        start(wish);
}

void SampleReader::start(const Wish& wish)
{
    m_reading.start(
        QString(),
        [wish](const TaskRun&) -> Piece {
            return std::make_shared<engine::SoundPiece>(engine::readSoundPiece(wish.file, wish.span));
        },
        [this, file = wish.file](const Outcome<Piece>& end) {
            if (const auto next = std::exchange(m_waiting, std::nullopt))
                start(*next);
            // Where it failed the waveform stays as coarse as its peaks; the player says what is wrong.
            if (const auto* piece = std::get_if<Piece>(&end))
                emit ready(file, *piece);
        });
}

}
