#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace engine {

/// An uncompressed tar archive (POSIX ustar; pax for names over 100 bytes), written member by member. Members
/// belong to nobody, and are of 1970: the same contents are the same bytes.
class TarWriter {
public:
    /// @throws IoError (`io`).
    explicit TarWriter(const std::filesystem::path& target);

    /// @param name  path in the archive  @throws IoError (`io`).
    void add(const std::string& name, std::string_view content);
    /// A file of the disk, copied piece by piece. @throws IoError (`file_not_found`, `io`).
    void addFile(const std::string& name, const std::filesystem::path& file);
    std::uint64_t bytes() const { return m_bytes; } ///< written so far
    void finish(); ///< two empty blocks. @throws IoError (`io`) where not all could be written.

    /// How many bytes a member of this size takes, with its head.
    static std::uint64_t bytesOf(const std::string& name, std::uint64_t size);

private:
    void putHead(const std::string& name, std::uint64_t size, char kind);
    void beginMember(const std::string& name, std::uint64_t size);
    void put(const char* bytes, std::size_t size);
    void fillBlock();

    std::filesystem::path m_target;
    std::ofstream m_file;
    std::uint64_t m_bytes = 0;
};

}
