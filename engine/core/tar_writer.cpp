#include "engine/core/tar_writer.h"

#include "engine/core/error.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <fmt/format.h>
#include <vector>

namespace engine {

namespace {

constexpr std::size_t kBlockBytes = 512;
constexpr std::size_t kLongestName = 100;
constexpr std::size_t kPiece = 1 << 20;

std::uint64_t wholeBlocks(std::uint64_t bytes)
{
    return (bytes + kBlockBytes - 1) / kBlockBytes * kBlockBytes;
}

/// `27 path=a/long/name\n`: the number counts the whole line, itself, too.
std::string paxPath(const std::string& name)
{
    const std::size_t rest = std::strlen(" path=") + name.size() + 1;
    std::size_t length = rest + 1;
    while (fmt::formatted_size("{}", length) + rest != length)
        ++length;
    return fmt::format("{} path={}\n", length, name);
}

}

TarWriter::TarWriter(const std::filesystem::path& target) : m_target(target), m_file(target, std::ios::binary)
{
    if (!m_file)
        throw IoError("io", target.string(), "cannot be written");
}

std::uint64_t TarWriter::bytesOf(const std::string& name, std::uint64_t size)
{
    const std::uint64_t pax
        = name.size() > kLongestName ? kBlockBytes + wholeBlocks(paxPath(name).size()) : 0;
    return pax + kBlockBytes + wholeBlocks(size);
}

void TarWriter::put(const char* bytes, std::size_t size)
{
    m_file.write(bytes, static_cast<std::streamsize>(size));
    m_bytes += size;
}

void TarWriter::fillBlock()
{
    static constexpr std::array<char, kBlockBytes> kNothing{};
    put(kNothing.data(), wholeBlocks(m_bytes) - m_bytes);
}

void TarWriter::putHead(const std::string& name, std::uint64_t size, char kind)
{
    std::array<char, kBlockBytes> head{};
    const auto at = [&](std::size_t place, const std::string& text) {
        std::memcpy(head.data() + place, text.data(), text.size());
    };
    at(0, name.substr(0, kLongestName));
    at(100, "0000644");
    at(108, "0000000");
    at(116, "0000000");
    at(124, fmt::format("{:011o}", size));
    at(136, "00000000000");
    at(148, "        ");
    head[156] = kind;
    at(257, "ustar");
    at(263, "00");
    unsigned sum = 0;
    for (const char byte : head)
        sum += static_cast<unsigned char>(byte);
    at(148, fmt::format("{:06o}", sum));
    head[154] = '\0';
    put(head.data(), head.size());
}

void TarWriter::beginMember(const std::string& name, std::uint64_t size)
{
    if (name.size() > kLongestName) {
        const std::string path = paxPath(name);
        putHead("pax", path.size(), 'x');
        put(path.data(), path.size());
        fillBlock();
    }
    putHead(name, size, '0');
}

void TarWriter::add(const std::string& name, std::string_view content)
{
    beginMember(name, content.size());
    put(content.data(), content.size());
    fillBlock();
}

void TarWriter::addFile(const std::string& name, const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw IoError("file_not_found", file.string(), "cannot be opened");
    std::uint64_t left = std::filesystem::file_size(file);
    beginMember(name, left);
    std::vector<char> piece(kPiece);
    while (left > 0) {
        stream.read(piece.data(), static_cast<std::streamsize>(std::min<std::uint64_t>(left, piece.size())));
        const std::streamsize read = stream.gcount();
        if (read <= 0)
            throw IoError("io", file.string(), "became shorter while it was read");
        put(piece.data(), static_cast<std::size_t>(read));
        left -= static_cast<std::uint64_t>(read);
    }
    fillBlock();
}

void TarWriter::finish()
{
    static constexpr std::array<char, 2 * kBlockBytes> kEnd{};
    put(kEnd.data(), kEnd.size());
    m_file.close();
    if (!m_file)
        throw IoError("io", m_target.string(), "could not be written whole");
}

}
