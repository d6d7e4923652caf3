#include "engine/media/media_info.h"

#include "engine/core/error.h"

namespace engine {

std::optional<double> durationOf(const std::filesystem::path& path, TimeZero zero)
{
    try {
        return probeMedia(MediaFile(path, zero)).duration;
    } catch (const Error&) {
        return std::nullopt; // opening it says why
    }
}

}
