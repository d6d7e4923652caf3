#include "engine/alignment/video_part.h"

#include "engine/core/error.h"
#include "engine/sequences/entry_order.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace engine {

namespace {

constexpr std::array<std::string_view, 8> markNames{"measured", "zeros", "ones",    "mean",
                                                    "linear",   "hold",  "nearest", "several"};

/// Whether the pieces are the whole of one block, in its order.
bool coverOneBlock(const SequencePart& part)
{
    if (part.blocks.size() != 1)
        return false;
    std::size_t next = 0;
    for (const SequencePart::Piece& piece : part.pieces) {
        if (piece.first != next)
            return false;
        next += piece.rows;
    }
    return next == part.blocks.front().entry.intervals.rows();
}

void checkShape(const EntryShape& shape, const std::string& sequence, const std::string& id)
{
    const auto fail = [&](const std::string& what) {
        throw FormatError("data_invalid", sequence, fmt::format("{} {}", id, what));
    };
    if (shape.intervals.size() != 2 || shape.intervals[1] < 2)
        fail("has intervals of another shape than N×2");
    if (shape.features.size() < 2)
        fail("has features of fewer than two axes (expected N×D)");
    if (shape.intervals.front() != shape.features.front())
        fail(fmt::format("has {} intervals and {} rows of features, expected as many",
                         shape.intervals.front(), shape.features.front()));
}

}

std::string_view name(FillMark mark)
{
    return markNames[static_cast<std::size_t>(mark)];
}

FillMark fillMark(std::string_view name)
{
    const auto found = std::find(markNames.begin() + 1, markNames.end(), name);
    return found == markNames.end() ? FillMark::Several : static_cast<FillMark>(found - markNames.begin());
}

SequenceSource::SequenceSource(ComputationalSequence source) : sequence(std::move(source))
{
    for (std::size_t place = 0; place < sequence.ids().size(); ++place)
        entriesOf[strippedId(sequence.ids()[place])].push_back(place);
    const auto field = sequence.metadata().find("imputed");
    if (field == sequence.metadata().end() || !field->second.is_object())
        return;
    for (const auto& [id, item] : field->second.items()) {
        if (!item.is_object() || !item.contains("rows") || !item["rows"].is_array())
            continue; // somebody else's field of this name
        const FillMark mark = fillMark(item.value("method", nlohmann::json("")).is_string()
                                           ? item.value("method", nlohmann::json("")).get<std::string>()
                                           : std::string());
        std::vector<FillMark>& marks = filled[id];
        for (const auto& row : item["rows"]) {
            if (!row.is_number_unsigned() || row.get<std::size_t>() > (std::size_t{1} << 30))
                continue;
            marks.resize(std::max(marks.size(), row.get<std::size_t>() + 1), FillMark::None);
            marks[row.get<std::size_t>()] = mark;
        }
    }
}

void SequenceSource::appendTo(SequencePart& part, const std::string& video) const
{
    const auto places = entriesOf.find(video);
    if (places == entriesOf.end())
        return;
    const bool first = part.pieces.empty();
    for (const std::size_t place : places->second) {
        const std::string& id = sequence.ids()[place];
        if (!first && part.find(id))
            throw FormatError(
                "data_invalid", sequence.name(),
                fmt::format("{} is in the sequence {} already, which it is merged into", id, part.key));
        part.pieces.push_back({id, this});
    }
}

void Block::setMark(std::size_t row, FillMark mark)
{
    if (mark == FillMark::None && marks.empty())
        return;
    marks.resize(std::max(marks.size(), row + 1), FillMark::None);
    marks[row] = mark;
}

const SequencePart::Piece* SequencePart::find(std::string_view id) const
{
    const auto found
        = std::find_if(pieces.begin(), pieces.end(), [&](const Piece& piece) { return piece.id == id; });
    return found == pieces.end() ? nullptr : &*found;
}

void SequencePart::add(std::string id, Block block)
{
    const std::size_t rows = block.entry.intervals.rows();
    blocks.push_back(std::move(block));
    pieces.push_back({std::move(id), nullptr, blocks.size() - 1, 0, rows});
}

void SequencePart::clear()
{
    blocks.clear();
    pieces.clear();
}

void SequencePart::read()
{
    for (Piece& piece : pieces) {
        if (!piece.unread)
            continue;
        Block block{piece.unread->sequence.entry(piece.id), {}};
        piece.rows = block.entry.intervals.rows();
        const auto filled = piece.unread->filled.find(piece.id);
        if (filled != piece.unread->filled.end()) {
            block.marks = filled->second;
            block.marks.resize(piece.rows, FillMark::None);
        }
        piece.unread = nullptr;
        piece.block = blocks.size();
        piece.first = 0;
        blocks.push_back(std::move(block));
    }
}

void SequencePart::checkShapes() const
{
    for (const Piece& piece : pieces) {
        if (piece.unread)
            checkShape(piece.unread->sequence.shape(piece.id), piece.unread->sequence.name(), piece.id);
    }
}

SequencePart& VideoPart::sequence(const std::string& key)
{
    std::vector<std::string> keys;
    for (SequencePart& part : sequences) {
        if (part.key == key)
            return part;
        keys.push_back(part.key);
    }
    throw FormatError("unknown_reference", key,
                      fmt::format("no sequence has this name (there are {})", fmt::join(keys, ", ")));
}

Block joined(SequencePart&& part)
{
    if (coverOneBlock(part))
        return std::move(part.blocks.front());
    std::vector<EntryRows> rows;
    for (const SequencePart::Piece& piece : part.pieces)
        rows.push_back(part.rows(piece));
    Block all{rows.empty() ? Entry{} : concatenate(rows), {}};
    std::size_t next = 0;
    for (const SequencePart::Piece& piece : part.pieces) {
        for (std::size_t row = 0; row < piece.rows; ++row)
            all.setMark(next++, part.blocks[piece.block].mark(piece.first + row));
    }
    return all;
}

Block sortedByStart(Block block)
{
    std::vector<FillMark> marks = std::move(block.marks);
    if (!marks.empty()) {
        const std::vector<std::size_t> order = orderByStart(block.entry.intervals.values);
        marks.resize(order.size(), FillMark::None);
        std::vector<FillMark> sorted;
        for (const std::size_t row : order)
            sorted.push_back(marks[row]);
        marks = std::move(sorted);
    }
    return {sortedByStart(std::move(block.entry)), std::move(marks)};
}

}
