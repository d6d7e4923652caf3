#pragma once

#include <cstdlib>
#include <string>

namespace engine {

/// The video of a segment called `ada_1[2]`: `ada_1`. A name without brackets is the video itself.
inline std::string videoOfSegment(const std::string& id)
{
    return id.substr(0, id.rfind('['));
}

/// Which segment of its video `ada_1[2]` is, as people count: 3. A name without brackets: 1.
inline int numberOfSegment(const std::string& id)
{
    const std::size_t open = id.rfind('[');
    return open == std::string::npos ? 1 : std::atoi(id.c_str() + open + 1) + 1;
}

}
