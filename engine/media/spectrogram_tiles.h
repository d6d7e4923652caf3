#pragma once

#include "engine/core/interval.h"
#include "engine/media/spectrogram.h"

#include <compare>
#include <cstddef>
#include <map>
#include <optional>
#include <vector>

namespace engine {

/// A piece of a spectrogram at one zoom: in each level, columns are twice as long as in the one before.
struct SpectrogramTileKey {
    std::size_t level = 0;
    std::size_t index = 0;
    friend auto operator<=>(const SpectrogramTileKey&, const SpectrogramTileKey&) = default;
};

/// A file's spectrogram at every zoom: what is in sight lies in tiles, which the caller makes when they are
/// missing() and hands in with insert(). Where a tile is missing, a coarser one is shown. Tiles that were not
/// used for the longest time are removed.
class SpectrogramTiles {
public:
    static constexpr std::size_t kColumns = 256; ///< per tile
    static constexpr std::size_t kMostBytes = std::size_t{48} << 20;
    /// As many as two screens need are always kept, however large they are.
    static constexpr std::size_t kFewestTiles = 32;

    /// @param windowSeconds  of the analysis; the finest columns are an eighth of it.
    explicit SpectrogramTiles(double windowSeconds = 0.03) : m_windowSeconds(windowSeconds) { }

    double windowSeconds() const { return m_windowSeconds; }
    double secondsPerColumn(std::size_t level) const;
    Interval span(SpectrogramTileKey key) const;
    /// The coarsest level whose columns are no wider than a pixel, else the finest.
    std::size_t levelFor(double secondsPerPixel) const;

    void insert(SpectrogramTileKey key, SpectrogramPiece piece);
    std::size_t bytes() const { return m_bytes; }

    /// The tiles of a level that lie in this span and were not inserted yet, from left to right.
    std::vector<SpectrogramTileKey> missing(std::size_t level, Interval visible) const;

    /// One column of a tile.
    struct Column {
        const SpectrogramPiece* piece = nullptr;
        std::size_t index = 0; ///< in the piece
        double fraction = 0.0; ///< of its length that has passed
        std::span<const std::uint8_t> levels() const { return piece->column(index); }
        friend bool operator==(const Column&, const Column&) = default;
    };
    /// The column at a time, of this level or of a coarser one; absent where there is none.
    std::optional<Column> at(std::size_t level, double seconds) const;

private:
    struct Slot {
        SpectrogramPiece piece;
        mutable std::size_t lastUse = 0;
    };

    double m_windowSeconds;
    std::map<SpectrogramTileKey, Slot> m_tiles;
    std::size_t m_bytes = 0;
    mutable std::size_t m_uses = 0;
};

}
