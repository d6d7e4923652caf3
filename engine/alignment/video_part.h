#pragma once

#include "engine/sequences/computational_sequence.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace engine {

/// How a row that was not measured came about; None for measured rows.
enum class FillMark : std::uint8_t { None, Zeros, Ones, Mean, Linear, Hold, Nearest, Several };

/// `zeros`, `hold`, …: as recipes and the metadata field `imputed` name it; `measured` for None.
std::string_view name(FillMark mark);
/// The mark of that name; Several for unknown names.
FillMark fillMark(std::string_view name);

struct SequencePart;

/// A sequence that a dataset was loaded from, with the rows of it that its metadata says were imputed.
struct SequenceSource {
    ComputationalSequence sequence;
    std::map<std::string, std::vector<FillMark>> filled; ///< id → a mark per row, up to the last marked row
    std::unordered_map<std::string, std::vector<std::size_t>>
        entriesOf; ///< video → places of its ids, in order

    /// Reads the metadata field `imputed`: `{id: {"method": …, "rows": […]}}`.
    explicit SequenceSource(ComputationalSequence source);
    /// Adds the video's entries to the part, unread. @throws FormatError (`data_invalid`) for an id that the
    /// part already has.
    void appendTo(SequencePart& part, const std::string& video) const;
};

/// Rows that one or several entries share, one after the other.
struct Block {
    Entry entry;
    std::vector<FillMark> marks; ///< one per row; empty when all were measured

    FillMark mark(std::size_t row) const { return row < marks.size() ? marks[row] : FillMark::None; }
    /// Marks a row that is there.
    void setMark(std::size_t row, FillMark mark);
};

/// One video's part of a computational sequence: its entries, as pieces of blocks of rows.
struct SequencePart {
    struct Piece {
        std::string id;
        /// Where its rows are still to be read from; then it has no block yet.
        const SequenceSource* unread = nullptr;
        std::size_t block = 0;
        std::size_t first = 0;
        std::size_t rows = 0;
    };

    std::string key; ///< the sequence's name in the dataset
    std::vector<Block> blocks;
    std::vector<Piece> pieces; ///< in the order of the sequence

    SequencePart() = default;
    explicit SequencePart(std::string sequenceKey) : key(std::move(sequenceKey)) { }

    EntryRows rows(const Piece& piece) const { return {blocks[piece.block].entry, piece.first, piece.rows}; }
    const Piece* find(std::string_view id) const;
    void add(std::string id, Block block);
    void clear();

    /// Reads the pieces that were not read yet. @throws FormatError (`data_invalid`).
    void read();
    /// Checks the shapes as read() does, without reading the rows. @throws as read().
    void checkShapes() const;
    /// Drops the pieces whose id `keeps` refuses.
    template <typename Keeps>
    void keepIf(const Keeps& keeps)
    {
        std::erase_if(pieces, [&](const Piece& piece) { return !keeps(piece.id); });
    }
};

/// One video's part of a dataset. Every step of a recipe works on such a part, so that a dataset of any size
/// can be processed video by video.
struct VideoPart {
    std::string video; ///< stripped id
    std::vector<SequencePart> sequences; ///< in the dataset's order

    /// @throws FormatError (`unknown_reference`) listing the keys that there are.
    SequencePart& sequence(const std::string& key);
};

/// All rows of the part in one block, in the order of its pieces. Takes the part's block when there is only
/// one.
/// @throws ShapeError (`data_invalid`) when entries differ in width, or text meets numbers.
Block joined(SequencePart&& part);

/// The same rows, stably sorted by start; NaN last.
Block sortedByStart(Block block);

}
