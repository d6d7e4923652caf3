#pragma once

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

namespace fuzz {

/// What a fuzzer made up, as a file in memory of this process. It goes with all that its reader wrote beside it.
class FuzzedFile {
public:
    /// @param ending  of the name, which readers may look at: `.csd`
    FuzzedFile(const std::uint8_t* bytes, std::size_t size, const std::string& ending)
        : m_path(folder() / ("fuzzed" + ending))
    {
        std::ofstream(m_path, std::ios::binary | std::ios::trunc)
            .write(reinterpret_cast<const char*>(bytes), static_cast<std::streamsize>(size));
    }
    ~FuzzedFile()
    {
        std::error_code ignored;
        std::filesystem::remove(m_path, ignored);
        for (const auto& beside : std::filesystem::directory_iterator(folder(), ignored))
            if (beside.path().stem() == m_path.stem())
                std::filesystem::remove_all(beside.path(), ignored);
    }
    FuzzedFile(const FuzzedFile&) = delete;
    FuzzedFile& operator=(const FuzzedFile&) = delete;

    const std::filesystem::path& path() const { return m_path; }

private:
    static const std::filesystem::path& folder()
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

    std::filesystem::path m_path;
};

}
