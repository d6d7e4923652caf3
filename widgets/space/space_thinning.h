#pragma once

#include <cstddef>

namespace widgets {

/// How many points are drawn while a cloud moves: as many as a picture takes 16 ms for, learnt from the
/// pictures before. At rest all are drawn.
class SpaceThinning {
public:
    /// Tells how long a picture of `points` points took, from the wish until it came.
    void took(double milliseconds, std::size_t drawn);
    /// Of `total` points; 0: all of them.
    std::size_t most(std::size_t total) const;

    static constexpr double kFrameMs = 16.0;
    static constexpr std::size_t kFewest = 5'000; ///< points: fewer would save nothing

private:
    int m_level = 0; ///< each draws less by a quarter than the one before
};

}
