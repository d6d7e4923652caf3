#pragma once

#include <cstddef>
#include <vector>

namespace engine {

/// The recogniser's features of a sound: coefficients of each frame, less their mean over the whole sound, so
/// that a part of it is heard as the whole is.
struct SpeechFrames {
    std::vector<float> values; ///< frames × width
    std::size_t width = 0;

    std::size_t size() const { return width == 0 ? 0 : values.size() / width; }
    SpeechFrames part(std::size_t first, std::size_t last) const
    {
        const auto at = [this](std::size_t frame) {
            return values.begin() + static_cast<std::ptrdiff_t>(frame * width);
        };
        return {{at(first), at(last)}, width};
    }
};

}
