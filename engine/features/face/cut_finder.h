#pragma once

#include "engine/features/face/gray_picture.h"

#include <vector>

namespace engine {

/// Tells where one shot ends and the next begins, by how much a small copy of the picture changes.
class CutFinder {
public:
    /// @return true when this frame is the first of another shot; false for the first frame of all
    bool isCut(const GrayPicture& picture);

private:
    std::vector<float> m_last;
    float m_usual = 0.0F; ///< change of late
};

}
