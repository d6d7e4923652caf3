#pragma once

#include "engine/core/stored_bytes.h"
#include "engine/media/libav.h"

#include <memory>

namespace engine {

/// Private to engine/decoding: lets FFmpeg read a part of a file as if that were a file of its own. Nothing
/// else of the file is reached by it.
class PartInput {
public:
    /// @throws IoError (`file_not_found`)
    explicit PartInput(const StoredBytes& bytes);
    ~PartInput();
    PartInput(const PartInput&) = delete;
    PartInput& operator=(const PartInput&) = delete;

    AVIOContext* context() const { return m_context; } ///< as long as this lives

private:
    static int read(void* self, std::uint8_t* into, int bytes);
    static std::int64_t seek(void* self, std::int64_t offset, int whence);

    StoredBytes m_bytes;
    int m_file = -1;
    std::int64_t m_at = 0; ///< from the part's beginning
    AVIOContext* m_context = nullptr;
};

}
