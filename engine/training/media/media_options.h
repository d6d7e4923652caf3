#pragma once

#include <nlohmann/json.hpp>

namespace engine {

/// What a network sees and hears of a recording; in brackets the names in JSON, `media` in all.
struct MediaOptions {
    enum class Frames { Face, Centre };
    enum class Mel { Log, Power };

    double every = 0.5; ///< (interval_ms, in milliseconds) seconds between two frames
    Frames frames = Frames::Face; ///< (frames) `face`: cut out; `centre`: the square in the middle
    Mel mel = Mel::Log; ///< (mel) `log` or `power` of the pieces
    int side = 48; ///< (side) pixels of a face

    friend bool operator==(const MediaOptions&, const MediaOptions&) = default;
};

/// @throws FormatError (code `bad_config`) naming the field.
MediaOptions mediaOptionsFromJson(const nlohmann::json& json);

}
