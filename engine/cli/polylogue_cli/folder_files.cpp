#include "engine/cli/polylogue_cli/folder_files.h"

#include "engine/core/error.h"

#include <algorithm>

namespace engine::cli {

namespace fs = std::filesystem;

std::vector<fs::path> filesUnder(const fs::path& folder, const fs::path& left)
{
    std::vector<fs::path> files;
    try {
        std::error_code absent;
        for (auto item = fs::recursive_directory_iterator(folder); item != fs::end(item); ++item) {
            const bool isHidden = item->path().filename().string().starts_with('.');
            std::error_code nowhere; // a link may lead in a circle
            if (item->is_directory(nowhere) && (isHidden || fs::equivalent(item->path(), left, absent)))
                item.disable_recursion_pending();
            else if (!isHidden && item->is_regular_file(nowhere))
                files.push_back(item->path());
        }
    } catch (const fs::filesystem_error& error) {
        throw IoError("io", error.path1().string(), "cannot be read: " + error.code().message());
    }
    std::ranges::sort(files);
    return files;
}

}
