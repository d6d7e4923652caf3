#include "engine/decoding/part_input.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace engine {

namespace {

constexpr int kPartBuffer = 1 << 15;

}

PartInput::PartInput(const StoredBytes& bytes)
    : m_bytes(bytes)
    , m_file(::open(bytes.file.c_str(), O_RDONLY | O_CLOEXEC))
{
    if (m_file < 0)
        throw IoError("file_not_found", bytes.file.string(), "cannot be read");
    auto* buffer = static_cast<unsigned char*>(av_malloc(kPartBuffer));
    m_context = buffer ? avio_alloc_context(buffer, kPartBuffer, 0, this, &read, nullptr, &seek) : nullptr;
    if (!m_context) {
        av_free(buffer);
        ::close(m_file);
        throw std::bad_alloc();
    }
}

PartInput::~PartInput()
{
    av_freep(&m_context->buffer);
    avio_context_free(&m_context);
    ::close(m_file);
}

int PartInput::read(void* self, std::uint8_t* into, int bytes)
{
    auto& part = *static_cast<PartInput*>(self);
    const std::int64_t left = static_cast<std::int64_t>(part.m_bytes.size) - part.m_at;
    const auto wanted = static_cast<std::size_t>(std::clamp<std::int64_t>(left, 0, bytes));
    if (wanted == 0)
        return AVERROR_EOF;
    ::ssize_t got = -1;
    do {
        got = ::pread(part.m_file, into, wanted,
                      static_cast<::off_t>(part.m_bytes.begin + static_cast<std::uint64_t>(part.m_at)));
    } while (got < 0 && errno == EINTR);
    if (got <= 0)
        return got == 0 ? AVERROR_EOF : AVERROR(EIO);
    part.m_at += got;
    return static_cast<int>(got);
}

std::int64_t PartInput::seek(void* self, std::int64_t offset, int whence)
{
    auto& part = *static_cast<PartInput*>(self);
    const auto size = static_cast<std::int64_t>(part.m_bytes.size);
    whence &= ~AVSEEK_FORCE;
    if (whence == AVSEEK_SIZE)
        return size;
    const std::int64_t from = whence == SEEK_CUR ? part.m_at : whence == SEEK_END ? size : 0;
    std::int64_t place = 0;
    if ((whence != SEEK_SET && whence != SEEK_CUR && whence != SEEK_END)
        || __builtin_add_overflow(from, offset, &place) || place < 0)
        return AVERROR(EINVAL);
    part.m_at = place;
    return place;
}

}
