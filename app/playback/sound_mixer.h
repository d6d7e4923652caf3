#pragma once

#include <QList>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace app {

/// One of the sounds that are heard together, on the timeline of the player.
struct SoundVoice {
    QString path; ///< empty: the file that the player plays
    double begins = 0.0; ///< seconds of the timeline at which the file begins
    double rate = 1.0; ///< seconds of the file that pass in one of the timeline
    std::optional<double> length = {}; ///< seconds of the file that are heard; absent: all of it
    std::optional<int> channel = {}; ///< that is heard alone, at both ears; absent: the sound as it is
    double gain = 1.0; ///< 0…1

    /// Whether two voices differ in nothing but how loud they are.
    bool isSameSound(const SoundVoice& other) const
    {
        return path == other.path && begins == other.begins && rate == other.rate && length == other.length
            && channel == other.channel;
    }
    friend bool operator==(const SoundVoice&, const SoundVoice&) = default;
};

/// Whether these differ in nothing but how loud they are.
bool areSameSounds(const QList<SoundVoice>& some, const QList<SoundVoice>& others);

/// Mixes voices to two channels. Each runs by its own clock: what drifts is brought to the timeline sample by
/// sample, by a straight line between neighbours.
class SoundMixer {
public:
    /// What the samples of a voice come from.
    struct Reader {
        int channels = 2;
        std::function<void(double seconds)> seek; ///< of the file, not below 0
        std::function<std::size_t(std::span<float> interleaved)> read; ///< as of engine::AudioReader
    };

    /// @param sampleRate  of all readers, sample frames per second
    explicit SoundMixer(int sampleRate) : m_sampleRate(sampleRate) { }

    /// @return its number, for setGain
    std::size_t add(const SoundVoice& voice, Reader reader);
    bool isEmpty() const { return m_voices.empty(); }
    /// The next read begins there. @param seconds  of the timeline
    void seek(double seconds);
    /// How loud a voice is from now on, by its number. The mixer may be read on another thread.
    void setGain(std::size_t voice, double gain);
    /// Fills whole frames of two channels. @return how many; fewer only where every voice has ended
    std::size_t read(std::span<float> interleaved);

private:
    struct Voice {
        SoundVoice place;
        Reader reader;
        std::atomic<float> gain = 1.0F;
        std::vector<float> held; ///< frames of the file that were read, interleaved
        double phase = 0.0; ///< where in `held` the next sample lies, in frames
        std::size_t silence = 0; ///< frames of the timeline before the file begins
        std::size_t left = 0; ///< frames of the file that are still to be read
        bool hasEnded = false;
    };
    std::size_t addTo(std::span<float> interleaved, Voice& voice) const;

    int m_sampleRate;
    std::vector<std::unique_ptr<Voice>> m_voices;
};

}
