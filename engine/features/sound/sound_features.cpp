#include "engine/features/sound/sound_features.h"

#include "engine/features/sound/block_features.h"
#include "engine/media/audio_reader.h"
#include "engine/media/media_info.h"

#include <cmath>

namespace engine {

namespace {

constexpr std::size_t kBlockRows = 3000; ///< handed over at once
constexpr std::size_t kMarginRows = 50; ///< analysed before and after them: longer than any window
constexpr std::size_t kAheadRows
    = 1000; ///< that much must follow, or the sound's last rows stay with the block

}

class SoundAnalysis::Impl {
public:
    Impl(SoundSets sets, Taker take) : m_features(sets), m_take(std::move(take)) { }

    void add(std::span<const float> sound)
    {
        constexpr std::size_t needed = (kBlockRows + kAheadRows) * sound::kHop;
        while (!sound.empty()) {
            const std::size_t room = m_marginRows * sound::kHop + needed - m_samples.size();
            const auto taken = sound.first(std::min(room, sound.size()));
            std::transform(taken.begin(), taken.end(), std::back_inserter(m_samples),
                           [](float value) { return std::isfinite(value) ? value : 0.0F; });
            sound = sound.subspan(taken.size());
            if (taken.size() == room)
                takeBlock();
        }
    }

    void finish()
    {
        const std::size_t rows = m_samples.size() / sound::kHop;
        if (rows > m_marginRows || m_firstRow == 0)
            handOver({std::exchange(m_samples, {})}, m_marginRows, rows - m_marginRows);
        m_samples.clear();
    }

private:
    void takeBlock()
    {
        const std::size_t end = (m_marginRows + kBlockRows) * sound::kHop;
        const auto margin = static_cast<std::ptrdiff_t>(kMarginRows * sound::kHop);
        const auto core = m_samples.begin() + static_cast<std::ptrdiff_t>(end);
        handOver({std::vector<float>(m_samples.begin(), core + margin)}, m_marginRows, kBlockRows);
        m_samples.erase(m_samples.begin(), core - margin);
        m_marginRows = kMarginRows;
    }

    /// @param first,count  rows of the block
    void handOver(const sound::SoundBlock& block, std::size_t first, std::size_t count)
    {
        m_take(m_features.rows(block, first, count, m_firstRow));
        m_firstRow += count;
    }

    sound::BlockFeatures m_features;
    Taker m_take;
    std::vector<float> m_samples;
    std::size_t m_marginRows = 0; ///< rows at the front that were handed over already
    std::size_t m_firstRow = 0; ///< of the file: the next to be handed over
};

SoundAnalysis::SoundAnalysis(SoundSets sets, Taker take)
    : m_impl(std::make_unique<Impl>(sets, std::move(take)))
{
}
SoundAnalysis::~SoundAnalysis() = default;

void SoundAnalysis::add(std::span<const float> sound16k)
{
    m_impl->add(sound16k);
}
void SoundAnalysis::finish()
{
    m_impl->finish();
}

SoundRows soundRows(std::span<const float> sound16k, SoundSets sets, const RunContext& run)
{
    SoundRows all;
    SoundAnalysis analysis(sets, [&](const SoundRows& rows) {
        for (FeatureRows SoundRows::*set : sound::kSets)
            append(all.*set, rows.*set);
    });
    constexpr std::size_t second = 16000;
    for (std::size_t done = 0; done < sound16k.size(); done += second) {
        run.tick(done, sound16k.size());
        analysis.add(sound16k.subspan(done, std::min(second, sound16k.size() - done)));
    }
    analysis.finish();
    run.tick(1, 1);
    return all;
}

void takeSoundRows(const MediaFile& file, SoundSets sets, const SoundAnalysis::Taker& take,
                   const RunContext& run)
{
    AudioReader reader(file, 16000, 1);
    const double duration = probeMedia(file).duration;
    SoundAnalysis analysis(sets, take);
    std::vector<float> second(16000);
    std::size_t done = 0;
    for (std::size_t got = second.size(); got == second.size(); ++done) {
        run.tick(std::min(done, static_cast<std::size_t>(duration)), static_cast<std::size_t>(duration) + 1);
        got = reader.read(second);
        analysis.add(std::span(second).first(got));
    }
    analysis.finish();
    run.tick(1, 1);
}

SoundRows voiceRowsOf(const MediaFile& file, const RunContext& run)
{
    SoundRows all;
    takeSoundRows(
        file, {.egemaps25 = true, .spectral = true},
        [&](const SoundRows& piece) {
            append(all.egemaps25, piece.egemaps25);
            append(all.spectral, piece.spectral);
        },
        run);
    return all;
}

}
