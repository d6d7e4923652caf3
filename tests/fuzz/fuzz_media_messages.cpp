#include "engine/core/error.h"
#include "engine/media_messages/media_messages.h"
#include "engine/worker/frames.h"

#include <cstdint>
#include <string_view>

/// What a media process that fell into wrong hands may answer: a head, and behind it the bytes of an index.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::size_t head = std::min<std::size_t>(bytes[0] + 256U * bytes[1], size - 2);
    const std::string_view all(reinterpret_cast<const char*>(bytes + 2), size - 2);
    try {
        const nlohmann::json json = engine::decodeMessage(all.substr(0, head));
        const auto tried = [](const auto& read) {
            try {
                read();
            } catch (const engine::Error&) { // is not believed
            } catch (const nlohmann::json::exception&) { // nor this
            } catch (const std::bad_alloc&) { // a child that has no memory says so
            }
        };
        tried([&] { engine::mediaInfoIn(json, std::filesystem::path("a.mp4")); });
        tried([&] { engine::indexWith({}, json, all.substr(head)); });
        tried([&] { engine::cutShortIn(json); });
        tried([&] { engine::throwErrorIn(json, "a.mp4"); });
    } catch (const engine::Error&) { // no message
    }
    return 0;
}
