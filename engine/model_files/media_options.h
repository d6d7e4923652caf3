#pragma once

#include "engine/core/json_fields.h"

#include <cstddef>
#include <optional>

namespace engine {

/// What a network sees and hears of a recording; in brackets the names in JSON, `media` in all.
struct MediaOptions {
    enum class Frames { Face, Centre, Whole };
    enum class Mel { Log, Power };

    double every = 0.5; ///< (interval_ms, in milliseconds) seconds between two frames
    Frames frames = Frames::Face; ///< (frames) `face`: cut out; `centre`: the square in the middle; `whole`
    Mel mel = Mel::Log; ///< (mel) `log` or `power` of the pieces
    int side = 48; ///< (side) pixels of a face

    /// (patches) What a network of patches takes in the place of faces and pieces: a number of frames, evenly
    /// spaced, as pixels from 0 to 255, and the mel power of windows of 25 ms every 10 ms, the first
    /// `columns` of them. The model's sizes decide it.
    struct Patches {
        std::size_t frames = 4, bands = 64, columns = 256;
        friend bool operator==(const Patches&, const Patches&) = default;
    };
    std::optional<Patches> patches{};

    /// (parts) What the parts that learnt from people say of frames and sound, in the place of faces and
    /// pieces.
    bool areParts = false;

    /// (augment) How patches are changed while a model learns, at random; each may be switched off.
    struct Augmentation {
        bool flip = true; ///< half of the segments: pictures mirrored
        bool light = true; ///< brightness and contrast by up to a fifth
        bool erase = true; ///< a quarter: a ninth of the picture is grey
        bool gain = true; ///< of the sound, up to 6 dB
        bool noise = true; ///< half: white noise or other voices, 5 to 20 dB below the sound
        bool mask = true; ///< two bands and two spans of up to an eighth of the spectrogram
        friend bool operator==(const Augmentation&, const Augmentation&) = default;
    };
    Augmentation augment{};

    /// The JSON that the options were read from.
    nlohmann::json written = nlohmann::json::object();

    friend bool operator==(const MediaOptions&, const MediaOptions&) = default;
};

/// @throws FormatError naming the field.
MediaOptions mediaOptionsFrom(const JsonValue& value);

/// The JSON that the options were read from, to the byte, unless they were changed since: then all fields.
nlohmann::json toJson(const MediaOptions& options);

}
