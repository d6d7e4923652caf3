#include "app/playback/spectrogram_reader.h"

#include <algorithm>
#include <utility>

namespace app {

SpectrogramReader::SpectrogramReader(QObject* parent) : QObject(parent) { }

void SpectrogramReader::want(const engine::MediaFile& file, double windowSeconds,
                             std::vector<engine::SpectrogramTileKey> tiles)
{
    m_wish = {file, windowSeconds, std::move(tiles)};
    if (!m_reading) {
        startNext();
        return;
    }
    const auto same = std::ranges::find(m_wish.tiles, m_reading->key);
    const bool isWanted
        = m_reading->file == file && m_reading->windowSeconds == windowSeconds && same != m_wish.tiles.end();
    if (isWanted)
        m_wish.tiles.erase(same); // it is on its way
    else
        m_making.stop();
}

void SpectrogramReader::startNext()
{
    if (m_reading || m_wish.tiles.empty())
        return;
    m_reading = Reading{m_wish.file, m_wish.windowSeconds, m_wish.tiles.front()};
    m_wish.tiles.erase(m_wish.tiles.begin());
    m_making.start(
        QString(),
        [instrument = m_instrument, reading = *m_reading](const TaskRun& run) {
            return read(*instrument, reading, run);
        },
        [this](const Outcome<engine::SpectrogramPiece>& end) { take(end); });
}

/// A file that cannot be read has an empty tile: the player says what is wrong with it.
engine::SpectrogramPiece SpectrogramReader::read(Instrument& instrument, const Reading& reading,
                                                 const engine::RunContext& run)
{
    using Tiles = engine::SpectrogramTiles;
    try {
        const bool isOther = !instrument.spectrograph || instrument.file != reading.file
            || instrument.spectrograph->windowSeconds() != reading.windowSeconds;
        if (isOther) {
            instrument.spectrograph.reset();
            instrument.file = reading.file;
            instrument.spectrograph
                = std::make_unique<engine::Spectrograph>(reading.file, reading.windowSeconds);
        }
        const Tiles tiles(reading.windowSeconds);
        return instrument.spectrograph->read(tiles.span(reading.key).start,
                                             tiles.secondsPerColumn(reading.key.level), Tiles::kColumns, run);
    } catch (const engine::Cancelled&) {
        throw;
    } catch (const std::exception&) {
        return {};
    }
}

void SpectrogramReader::take(const Outcome<engine::SpectrogramPiece>& end)
{
    const Reading done = *std::exchange(m_reading, std::nullopt);
    startNext(); // while this one is painted
    if (const auto* piece = std::get_if<engine::SpectrogramPiece>(&end))
        emit ready(done.file, done.windowSeconds, done.key, *piece);
}

}
