#pragma once

#include <array>
#include <filesystem>
#include <string_view>

namespace engine {

/// The kind of a file by its first bytes (512 are enough), as the end of a sentence: `MP4 or QuickTime`, `a
/// ZIP archive`; empty for text and for unknown kinds.
std::string_view kindOfBytes(std::string_view beginning);

/// The kind that a file must be of, by the ending of its name.
struct NamedKind {
    std::string_view name; ///< as kindOfBytes() calls it; empty: the ending promises nothing
    bool isMedia = false; ///< sound or video
    bool beginsAnyhow = false; ///< such files may also begin with bytes that kindOfBytes() does not know
    std::array<std::string_view, 2> others = {}; ///< kinds that occur under this name as well

    bool takes(std::string_view kind) const;
};
NamedKind kindOfName(const std::filesystem::path& path);

}
