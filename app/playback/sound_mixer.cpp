#include "app/playback/sound_mixer.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr std::size_t kEars = 2;
constexpr double kNoEnd = 1e15; // sample frames

/// A frame of a file as it is heard at one ear.
float heardAt(std::size_t ear, const float* frame, std::size_t width, const std::optional<int>& channel)
{
    if (channel) {
        const auto wanted = static_cast<std::size_t>(*channel);
        return wanted < width ? frame[wanted] : 0.0F;
    }
    return frame[std::min(ear, width - 1)];
}

}

bool areSameSounds(const QList<SoundVoice>& some, const QList<SoundVoice>& others)
{
    return std::ranges::equal(some, others,
                              [](const SoundVoice& a, const SoundVoice& b) { return a.isSameSound(b); });
}

std::size_t SoundMixer::add(const SoundVoice& voice, Reader reader)
{
    auto added = std::make_unique<Voice>();
    added->place = voice;
    added->reader = std::move(reader);
    added->gain = static_cast<float>(voice.gain);
    m_voices.push_back(std::move(added));
    return m_voices.size() - 1;
}

void SoundMixer::setGain(std::size_t voice, double gain)
{
    m_voices.at(voice)->gain = static_cast<float>(gain);
}

void SoundMixer::seek(double seconds)
{
    for (const auto& voice : m_voices) {
        const double moment = (seconds - voice->place.begins) * voice->place.rate;
        voice->held.clear();
        voice->silence = moment < 0.0
            ? static_cast<std::size_t>(std::llround(-moment / voice->place.rate * m_sampleRate))
            : 0;
        const double frame = std::max(0.0, moment) * m_sampleRate;
        voice->phase = frame - std::floor(frame);
        const double left = voice->place.length
            ? std::max(0.0, *voice->place.length * m_sampleRate - std::floor(frame))
            : kNoEnd;
        voice->left = static_cast<std::size_t>(left);
        voice->hasEnded = voice->left == 0; // such a file is not touched
        if (!voice->hasEnded)
            voice->reader.seek(std::floor(frame) / m_sampleRate);
    }
}

std::size_t SoundMixer::read(std::span<float> interleaved)
{
    std::ranges::fill(interleaved, 0.0F);
    std::size_t most = 0;
    for (const auto& voice : m_voices)
        most = std::max(most, addTo(interleaved, *voice));
    return most;
}

/// @return frames up to where the voice ended
std::size_t SoundMixer::addTo(std::span<float> interleaved, Voice& voice) const
{
    const std::size_t wanted = interleaved.size() / kEars;
    const std::size_t before = std::min(voice.silence, wanted);
    voice.silence -= before;
    if (before == wanted)
        return wanted;
    const std::size_t count = wanted - before;
    const auto width = static_cast<std::size_t>(voice.reader.channels);
    const auto needed
        = static_cast<std::size_t>(voice.phase + static_cast<double>(count - 1) * voice.place.rate) + 2;
    std::size_t there = voice.held.size() / width;
    if (there < needed && !voice.hasEnded) {
        const std::size_t more = std::min(needed - there, voice.left);
        voice.held.resize((there + more) * width);
        const std::size_t got = voice.reader.read(std::span(voice.held).subspan(there * width));
        voice.left -= got;
        voice.hasEnded = there + got < needed;
        there += got;
        voice.held.resize(there * width);
    }
    const float gain = voice.gain;
    std::size_t done = 0;
    for (; done < count; ++done) {
        const double at = voice.phase + static_cast<double>(done) * voice.place.rate;
        const auto first = static_cast<std::size_t>(at);
        if (first >= there)
            break;
        const std::size_t second = std::min(first + 1, there - 1);
        const auto part = static_cast<float>(at - static_cast<double>(first));
        for (std::size_t ear = 0; ear < kEars; ++ear) {
            const float left = heardAt(ear, &voice.held[first * width], width, voice.place.channel);
            const float right = heardAt(ear, &voice.held[second * width], width, voice.place.channel);
            interleaved[(before + done) * kEars + ear] += gain * (left + part * (right - left));
        }
    }
    const double next = voice.phase + static_cast<double>(done) * voice.place.rate;
    const std::size_t passed = std::min(static_cast<std::size_t>(next), there);
    voice.held.erase(voice.held.begin(), voice.held.begin() + static_cast<std::ptrdiff_t>(passed * width));
    voice.phase = next - static_cast<double>(passed);
    return done == count ? wanted : before + done;
}

}
