#pragma once

#include <filesystem>
#include <fmt/format.h>
#include <random>

namespace bench {

/// What the models said is kept for the second look at it.
struct WorkFolder {
    std::filesystem::path path
        = std::filesystem::temp_directory_path() / fmt::format("bench-labels-{}", std::random_device()());
    WorkFolder() = default;
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    ~WorkFolder() { std::filesystem::remove_all(path); }
};

}
