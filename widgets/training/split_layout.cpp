#include "widgets/training/split_layout.h"

#include <algorithm>

namespace widgets {

namespace {

constexpr double kPartGap = 12.0;
constexpr double kBlockGap = 3.0;
constexpr double kTightBlock = 14.0; // still to be seen and dragged
constexpr double kTightHead = 52.0;

/// A piece of the bar: a block, or the place of a part that has none.
struct Piece {
    double least = 0.0;
    double weight = 0.0;
    double width = 0.0;
};

/// Gives each piece its part of the room by weight, but no less than its least.
void shareOut(std::vector<Piece*> pieces, double room)
{
    double least = 0.0;
    for (const Piece* piece : pieces)
        least += piece->least;
    if (least > room) { // too narrow for all
        for (Piece* piece : pieces)
            piece->width = least > 0.0 ? std::max(0.0, room) * piece->least / least : 0.0;
        return;
    }
    for (bool hasChanged = true; hasChanged && !pieces.empty();) {
        double weight = 0.0;
        for (const Piece* piece : pieces)
            weight += piece->weight;
        const auto isSmall = [&](const Piece* piece) {
            return weight > 0.0 && piece->weight * room / weight < piece->least;
        };
        const auto small = std::stable_partition(pieces.begin(), pieces.end(),
                                                 [&](const Piece* piece) { return !isSmall(piece); });
        hasChanged = small != pieces.end();
        for (auto piece = small; piece != pieces.end(); ++piece)
            (*piece)->width = (*piece)->least;
        double taken = 0.0;
        for (auto piece = small; piece != pieces.end(); ++piece)
            taken += (*piece)->least;
        pieces.erase(small, pieces.end());
        if (!hasChanged) {
            for (Piece* piece : pieces)
                piece->width = weight > 0.0 ? piece->weight * room / weight
                                            : room / static_cast<double>(pieces.size());
        }
        room -= taken;
    }
}

/// The blocks of a part: each video, or all videos as one.
std::vector<SplitLayout::Block> blocksOf(const SplitRoom& room, std::size_t part, bool isMerged)
{
    std::vector<SplitLayout::Block> blocks;
    for (std::size_t video = 0; video < room.part.size(); ++video) {
        if (room.part[video] != part)
            continue;
        if (isMerged && !blocks.empty())
            blocks.back().videos.push_back(video);
        else
            blocks.push_back({part, {video}});
    }
    return blocks;
}

/// The same with less room for each block and each head.
SplitRoom tightened(SplitRoom room)
{
    room.leastBlock = std::min(room.leastBlock, kTightBlock);
    for (double& head : room.heads)
        head = std::min(head, kTightHead);
    return room;
}

bool haveRoom(const SplitRoom& room)
{
    const auto videos = static_cast<double>(room.segments.size());
    double needed = kPartGap * (kSplitParts - 1) + videos * (room.leastBlock + kBlockGap);
    for (std::size_t part = 0; part < kSplitParts; ++part) {
        if (std::find(room.part.begin(), room.part.end(), part) == room.part.end())
            needed += std::min(room.heads[part], room.width / 6.0);
    }
    return room.segments.size() <= kMostSplitBlocks && needed <= room.width;
}

}

SplitLayout arrangedSplit(const SplitRoom& given)
{
    SplitLayout layout;
    const SplitRoom tight = tightened(given);
    const bool isMerged = !haveRoom(tight);
    const SplitRoom& room = isMerged || haveRoom(given) ? given : tight;
    std::vector<Piece> pieces;
    double gaps = kPartGap * (kSplitParts - 1);
    for (std::size_t part = 0; part < kSplitParts; ++part) {
        const std::vector<SplitLayout::Block> blocks = blocksOf(room, part, isMerged);
        const double head = std::min(room.heads[part], room.width / 4.0 - kPartGap);
        layout.parts[part].isEmpty = blocks.empty();
        if (blocks.empty())
            pieces.push_back({std::max(room.leastBlock, head), 0.0});
        for (const SplitLayout::Block& block : blocks) {
            double segments = 0.0;
            for (const std::size_t video : block.videos)
                segments += room.segments[video];
            const auto count = static_cast<double>(blocks.size());
            pieces.push_back({std::max(room.leastBlock, (head - kBlockGap * (count - 1)) / count), segments});
        }
        gaps += blocks.empty() ? 0.0 : kBlockGap * static_cast<double>(blocks.size() - 1);
        layout.blocks.insert(layout.blocks.end(), blocks.begin(), blocks.end());
    }
    std::vector<Piece*> pointers;
    for (Piece& piece : pieces)
        pointers.push_back(&piece);
    shareOut(std::move(pointers), room.width - gaps);

    double x = 0.0;
    auto piece = pieces.begin();
    auto block = layout.blocks.begin();
    for (std::size_t part = 0; part < kSplitParts; ++part) {
        layout.parts[part].left = x;
        if (layout.parts[part].isEmpty)
            x += (piece++)->width + kBlockGap;
        for (; block != layout.blocks.end() && block->part == part; ++block) {
            block->left = x;
            block->width = (piece++)->width;
            x += block->width + kBlockGap;
        }
        x -= kBlockGap;
        layout.parts[part].width = x - layout.parts[part].left;
        x += kPartGap;
    }
    return layout;
}

}
