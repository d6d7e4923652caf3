#pragma once

#include <filesystem>
#include <string>
#include <utility>

namespace engine {

/// A path that is kept in great numbers, as one text: std::filesystem::path keeps each of its parts besides,
/// which takes ten times the memory.
class CompactPath {
public:
    CompactPath() = default;
    CompactPath(std::string path) : m_text(std::move(path)) { } // NOLINT: each of the three is such a path
    CompactPath(const char* path) : m_text(path) { } // NOLINT
    CompactPath(const std::filesystem::path& path) : m_text(path.string()) { } // NOLINT

    const std::string& string() const { return m_text; }
    std::filesystem::path path() const { return m_text; }
    operator std::filesystem::path() const { return path(); } // NOLINT: whoever takes a path takes this one
    bool empty() const { return m_text.empty(); }

    friend bool operator==(const CompactPath& a, const CompactPath& b)
    {
        return a.m_text == b.m_text || a.path() == b.path();
    }
    friend bool operator==(const CompactPath& a, const std::filesystem::path& b) { return a.path() == b; }
    friend auto operator<=>(const CompactPath& a, const CompactPath& b) { return a.path() <=> b.path(); }

private:
    std::string m_text;
};

}
