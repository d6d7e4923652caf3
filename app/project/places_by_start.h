#pragma once

#include "engine/project_items/review_pass.h"

#include <map>
#include <vector>

namespace app {

/// Segments that are found again by video and start: their indices change when boundaries of labels change.
class PlacesByStart {
public:
    static constexpr double kSameStart = 0.05; // seconds by which the starts of one segment may differ

    explicit PlacesByStart(const std::vector<engine::ReviewPass::Place>& places);
    bool contains(const QString& video, double start) const;

private:
    std::map<std::string, std::vector<double>, std::less<>> m_starts; ///< in order
};

}
