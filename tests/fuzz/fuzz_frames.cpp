#include "engine/core/error.h"
#include "engine/worker/frames.h"
#include "engine/worker/messages.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string_view>

/// What the window and its worker may say to each other.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    engine::FrameReader reader(1U << 20U);
    reader.feed({reinterpret_cast<const char*>(bytes), size});
    try {
        while (const auto message = reader.next()) {
            try {
                engine::decodeReply(*message);
            } catch (const engine::Error&) { // no reply
            }
            try {
                engine::decodeRequest(*message);
            } catch (const engine::Error&) { // no request
            }
        }
    } catch (const engine::Error&) { // the stream is given up
    }
    return 0;
}
