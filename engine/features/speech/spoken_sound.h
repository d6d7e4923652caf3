#pragma once

#include "engine/core/interval.h"

#include <cstddef>
#include <span>

namespace engine {

/// A sound of 16 kHz in which words are sought. Spans of at most a minute or so are looked at, mostly one
/// behind the other: it need not be held whole.
class SpokenSound {
public:
    virtual ~SpokenSound() = default;

    virtual std::size_t size() const = 0; ///< samples
    /// Some samples, −1…1. They stay until the next call. @param end  not above size()
    virtual std::span<const float> samples(std::size_t first, std::size_t end) = 0;
    /// Whether nothing in it is as loud as −66 dB of full scale.
    virtual bool isSilent() = 0;

    double duration() const; ///< seconds
    std::span<const float> samples(Interval within); ///< in seconds; only what is there
};

bool isSilent(std::span<const float> sound);

/// One that is held whole by whoever asks.
class HeldSound final : public SpokenSound {
public:
    explicit HeldSound(std::span<const float> sound) : m_sound(sound) { }

    std::size_t size() const override { return m_sound.size(); }
    using SpokenSound::samples;
    std::span<const float> samples(std::size_t first, std::size_t end) override
    {
        return m_sound.subspan(first, end - first);
    }
    bool isSilent() override { return engine::isSilent(m_sound); }

private:
    std::span<const float> m_sound;
};

}
