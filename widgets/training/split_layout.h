#pragma once

#include <QRectF>

#include <array>
#include <cstddef>
#include <vector>

namespace widgets {

/// The parts of a split, in the order in which they stand side by side; the last is what is not used.
inline constexpr std::size_t kSplitParts = 4;

/// Videos side by side, as wide as they have segments, those of a part together.
struct SplitLayout {
    struct Block {
        std::size_t part = 0;
        std::vector<std::size_t> videos; ///< one, or all of the part where not all videos have room
        double left = 0.0;
        double width = 0.0;

        friend bool operator==(const Block&, const Block&) = default;
    };
    struct Part {
        double left = 0.0;
        double width = 0.0;
        bool isEmpty = true;

        friend bool operator==(const Part&, const Part&) = default;
    };
    std::vector<Block> blocks; ///< from left to right
    std::array<Part, kSplitParts> parts;

    friend bool operator==(const SplitLayout&, const SplitLayout&) = default;
};

/// What is placed, and in how much room.
struct SplitRoom {
    std::vector<int> segments; ///< of each video
    std::vector<std::size_t> part; ///< of each video
    std::array<double, kSplitParts> heads{}; ///< how wide the head of each part is
    double width = 0.0;
    double leastBlock = 24.0; ///< with a number in it; blocks are narrower before they are united
};

/// Places the blocks; more videos than this, or than have room, are one block in each part. A part without
/// videos has a place too, into which one can be moved.
SplitLayout arrangedSplit(const SplitRoom& given);
inline constexpr std::size_t kMostSplitBlocks = 40;

}
