#pragma once

#include "engine/media_messages/message_socket.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

namespace engine {

/// Memory for a few pictures that a program shares with its `polylogue-media`: the program says where the next one
/// is to lie, the other writes it there. The size is sealed, so that neither end can take it from the other.
class SharedPictures : public std::enable_shared_from_this<SharedPictures> {
public:
    static constexpr std::size_t kPlaces = 4;

    /// @param bytes  of one picture
    /// @throws IoError (`io`)
    static std::shared_ptr<SharedPictures> make(std::size_t bytes);
    /// The same memory in the process that was sent its handle. @throws IoError (`io`), FormatError (`bad_frame`)
    /// where the handle is no such memory.
    static std::shared_ptr<SharedPictures> take(const Descriptor& handle, std::size_t bytes);

    ~SharedPictures();
    SharedPictures(const SharedPictures&) = delete;
    SharedPictures& operator=(const SharedPictures&) = delete;

    int handle() const { return m_handle.get(); }
    std::size_t bytes() const { return m_bytes; } ///< of one picture
    std::uint8_t* place(std::size_t number) { return m_memory + number * m_bytes; }

    /// A place that nobody looks at: it is free again when the last owner lets go.
    struct Place {
        std::size_t number = 0;
        std::shared_ptr<const std::uint8_t> bytes;
        bool isLast = false; ///< no other is free: what is to be kept is to be copied
    };
    Place reserve();

private:
    SharedPictures(Descriptor handle, std::size_t bytes);

    Descriptor m_handle;
    std::size_t m_bytes = 0;
    std::uint8_t* m_memory = nullptr;
    std::mutex m_mutex;
    std::vector<std::size_t> m_free;
};

}
