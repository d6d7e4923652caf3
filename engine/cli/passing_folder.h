#pragma once

#include "engine/core/error.h"

#include <filesystem>
#include <stdlib.h> // mkdtemp
#include <string>

namespace engine::cli {

/// A folder that is gone when this is.
class PassingFolder {
public:
    /// @throws IoError (`io`).
    PassingFolder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "polylogue-XXXXXX").string();
        if (!mkdtemp(name.data()))
            throw IoError("io", name, "cannot be made");
        m_folder = name;
    }
    ~PassingFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;

    const std::filesystem::path& path() const { return m_folder; }

private:
    std::filesystem::path m_folder;
};

}
