#include "engine/media/spectrogram_tiles.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr double kOverlap = 8.0; // of the finest columns' windows
constexpr double kMostMissing = 1e5; // tiles in sight
constexpr std::size_t kLevels = 24; // the last holds years in one tile

}

double SpectrogramTiles::secondsPerColumn(std::size_t level) const
{
    return std::ldexp(m_windowSeconds / kOverlap, static_cast<int>(level));
}

Interval SpectrogramTiles::span(SpectrogramTileKey key) const
{
    const double length = secondsPerColumn(key.level) * static_cast<double>(kColumns);
    return {static_cast<double>(key.index) * length, static_cast<double>(key.index + 1) * length};
}

std::size_t SpectrogramTiles::levelFor(double secondsPerPixel) const
{
    std::size_t level = 0;
    while (level + 1 < kLevels && secondsPerColumn(level + 1) <= secondsPerPixel)
        ++level;
    return level;
}

void SpectrogramTiles::insert(SpectrogramTileKey key, SpectrogramPiece piece)
{
    Slot& slot = m_tiles[key];
    m_bytes += piece.levels.size() - slot.piece.levels.size();
    slot = {std::move(piece), ++m_uses};
    while (m_bytes > kMostBytes && m_tiles.size() > kFewestTiles) {
        const auto oldest
            = std::min_element(m_tiles.begin(), m_tiles.end(), [](const auto& a, const auto& b) {
                  return a.second.lastUse < b.second.lastUse;
              });
        m_bytes -= oldest->second.piece.levels.size();
        m_tiles.erase(oldest);
    }
}

std::vector<SpectrogramTileKey> SpectrogramTiles::missing(std::size_t level, Interval visible) const
{
    std::vector<SpectrogramTileKey> keys;
    const double length = span({level, 0}).length();
    const double most = (visible.end - std::max(0.0, visible.start)) / length;
    if (!(most < kMostMissing)) // no window shows as many: then what is seen, or a tile, has no length
        return keys;
    const auto first = static_cast<std::size_t>(std::max(0.0, std::floor(visible.start / length)));
    for (std::size_t index = first; static_cast<double>(index) * length < visible.end; ++index) {
        if (!m_tiles.contains({level, index}))
            keys.push_back({level, index});
    }
    return keys;
}

std::optional<SpectrogramTiles::Column> SpectrogramTiles::at(std::size_t level, double seconds) const
{
    if (seconds < 0.0)
        return std::nullopt;
    for (; level < kLevels; ++level) {
        const double place = seconds / secondsPerColumn(level);
        const auto column = static_cast<std::size_t>(place);
        const auto found = m_tiles.find({level, column / kColumns});
        if (found == m_tiles.end())
            continue;
        found->second.lastUse = ++m_uses;
        const SpectrogramPiece& piece = found->second.piece;
        if (column % kColumns >= piece.columns())
            return std::nullopt;
        return Column{&piece, column % kColumns, place - std::floor(place)};
    }
    return std::nullopt;
}

}
