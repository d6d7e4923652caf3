#include "app/scripting/script_fields.h"
#include "engine/core/error.h"
#include "engine/worker/frames.h"

#include <cstdint>
#include <nlohmann/json.hpp>

namespace {

constexpr std::size_t kMostValues = 400000; // as the window takes them

template <typename Read>
void attempt(const Read& read)
{
    try {
        read();
    } catch (const engine::Error&) { // refused
    }
}

}

/// What a script may ask of a window: each field, read as each kind of thing that a request may hold.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    nlohmann::json request;
    attempt([&] { request = engine::decodeMessage({reinterpret_cast<const char*>(bytes), size}, kMostValues); });
    if (!request.is_object())
        return 0;
    const app::ScriptFields fields(request);
    for (const auto& [key, value] : request.items()) {
        const char* name = key.c_str();
        attempt([&] { fields.text(name); });
        attempt([&] { fields.texts(name); });
        attempt([&] { fields.flag(name); });
        attempt([&] { fields.number(name); });
        attempt([&] { fields.ids(name); });
        attempt([&] { fields.matrix(name); });
        attempt([&] { fields.times(name); });
        attempt([&] { fields.spans(name); });
        attempt([&] { fields.intervals(name); });
        attempt([&] { fields.span(name); });
    }
    return 0;
}
