#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace engine {

/// The bytes of a file as they lie in the system's memory; none when it cannot be read. For files of the
/// cache: they are renamed into their place and never change, so that their pages stay valid.
class MappedFile {
public:
    enum class Pages {
        AllAtOnce, ///< all of it is needed: it is read ahead
        AsNeeded ///< a few places of a large file are needed
    };
    explicit MappedFile(const std::filesystem::path& path, Pages pages = Pages::AllAtOnce);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&&) = delete;
    ~MappedFile();

    std::string_view bytes() const { return {m_bytes, m_size}; }

private:
    const char* m_bytes = nullptr;
    std::size_t m_size = 0;
};

}
