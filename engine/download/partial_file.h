#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace engine {

/// The file, and the version of it, whose beginning a partial file holds.
struct FileVersion {
    std::string url;
    std::string etag;
    std::string lastModified;
    std::optional<std::uintmax_t> size;

    /// The value for If-Range: the ETag when it is a strong one, else the date; empty when there is neither.
    std::string validator() const;
    /// Whether `other` may be the same version: no field that both know differs.
    bool agreesWith(const FileVersion& other) const;
    friend bool operator==(const FileVersion&, const FileVersion&) = default;
};

/// `NAME.part`: the beginning of a download, locked for this process, kept for the next one.
class PartialFile {
public:
    /// Opens or makes the partial file of `target`. Absent while somebody else is writing it.
    /// @throws IoError (`io`) when the folder or file cannot be written.
    static std::optional<PartialFile> tryLock(const std::filesystem::path& target);
    PartialFile(PartialFile&& other) noexcept;
    PartialFile& operator=(PartialFile&&) = delete;
    /// Unlocks the file, and removes it when it is empty.
    ~PartialFile();

    const std::filesystem::path& path() const { return m_part; }
    std::uintmax_t size() const { return m_size; }
    /// The version that the file belongs to. Absent when it is not known; then nothing may be appended.
    std::optional<FileVersion> version() const;

    /// Empties the file and notes which version it will hold. @throws IoError (`io`).
    void startAnew(const FileVersion& version);
    /// @throws IoError (`io`), when the disk is full.
    void append(std::span<const char> bytes);
    /// Empties the file.
    void discard();
    /// Gives the complete file its name; nothing else may be called after it. @throws IoError (`io`).
    void finish();

private:
    PartialFile(std::filesystem::path target, int descriptor, std::uintmax_t size);
    void empty();

    std::filesystem::path m_target;
    std::filesystem::path m_part;
    std::filesystem::path m_note;
    int m_descriptor = -1; ///< −1: moved away
    std::uintmax_t m_size = 0;
};

}
