#pragma once

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

namespace fuzz {

/// A folder in memory of this process. What lies in it goes with this object, also what readers wrote there.
class FuzzedFolder {
public:
    FuzzedFolder() = default;
    ~FuzzedFolder()
    {
        std::error_code ignored;
        for (const auto& file : std::filesystem::directory_iterator(path(), ignored))
            std::filesystem::remove_all(file.path(), ignored);
    }
    FuzzedFolder(const FuzzedFolder&) = delete;
    FuzzedFolder& operator=(const FuzzedFolder&) = delete;

    static const std::filesystem::path& path()
    {
        static const std::filesystem::path made = [] {
            const std::filesystem::path place = "/dev/shm/polylogue-fuzz-" + std::to_string(::getpid());
            std::filesystem::create_directories(place);
            std::atexit([] {
                std::error_code ignored;
                std::filesystem::remove_all("/dev/shm/polylogue-fuzz-" + std::to_string(::getpid()), ignored);
            });
            return place;
        }();
        return made;
    }
};

/// What a fuzzer made up, as a file.
class FuzzedFile {
public:
    /// @param ending  of the name, which readers may look at: `.csd`
    FuzzedFile(const std::uint8_t* bytes, std::size_t size, const std::string& ending)
        : m_path(FuzzedFolder::path() / ("fuzzed" + ending))
    {
        std::ofstream(m_path, std::ios::binary | std::ios::trunc)
            .write(reinterpret_cast<const char*>(bytes), static_cast<std::streamsize>(size));
    }

    const std::filesystem::path& path() const { return m_path; }

private:
    FuzzedFolder m_folder;
    std::filesystem::path m_path;
};

}
