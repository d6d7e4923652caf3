#pragma once

#include "engine/core/pending_file.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>

namespace engine {

/// A `.wav` file of 16-bit samples, written piece by piece. The target is touched by commit() only.
class WavWriter {
public:
    /// @throws IoError (`io`) when the target's folder cannot be written.
    WavWriter(const std::filesystem::path& target, int rate, int channels);

    /// Adds samples from −1 to 1, interleaved; louder ones are cut.
    void add(std::span<const float> samples);

    /// Ends the file and puts it in its place. @throws IoError (`io`) when not all could be written.
    void commit();

private:
    void putHeader();

    std::filesystem::path m_target;
    PendingFile m_pending;
    std::ofstream m_file;
    int m_rate;
    int m_channels;
    std::uint32_t m_bytes = 0; ///< of the samples
};

}
