#pragma once

#include <filesystem>
#include <limits>
#include <string>
#include <vector>

#include "tests/support/odd_media.h"

namespace support {

/// Media that tell the truth of themselves, in the containers and layouts that people have: each picture
/// carries its number as a bar code (frameNumber, 25 per second), sound is a train of clicks, one with each
/// of the pictures 10, 30, 50 …. Made with the `ffmpeg` program when first asked for.
class TruthMedia {
public:
    static constexpr int kFrames = 150;
    static constexpr double kRate = 25.0;
    static constexpr int kFirstClick = 10; // picture
    static constexpr int kClickEvery = 20; // pictures

    /// The muxer decides by how much it leaves the pictures behind: 7 ms beside Opus in a WebM of FFmpeg 5,
    /// nothing in one of FFmpeg 7.
    static constexpr double kAsMuxed = std::numeric_limits<double>::quiet_NaN();

    /// How a file is laid out. What is told here follows from how the file is made, not from reading it.
    struct Layout {
        std::string name;
        const char* arguments; ///< of ffmpeg; @S: the source, @X: H.264 with B-frames
        bool hasVideo = true;
        bool hasAudio = true;
        /// Seconds that a click is heard after the picture that it belongs to; kAsMuxed: soundLate() tells.
        double soundLate = 0.0;
        double seconds = 6.0; ///< of what was recorded
    };
    static const std::vector<Layout>& layouts();
    static const Layout& layout(const std::string& name);

    std::filesystem::path file(const std::string& name);
    std::filesystem::path folder() const { return m_folder.path().toStdString(); }

    /// When the first picture is shown or the first sample heard on the container's clock, as ffprobe has it
    /// from decoding the file; what comes first of both.
    double earliest(const std::string& name);
    /// Layout::soundLate, of what the muxer decides from when ffprobe has the first picture.
    double soundLate(const std::string& name);
    /// When clicks are heard on the container's clock: ffmpeg's samples, each frame placed by its pts.
    std::vector<double> clicks(const std::string& name);

private:
    QTemporaryDir m_folder;
};

/// Where clicks begin in samples of one channel, in seconds from the first.
std::vector<double> clicksIn(const std::vector<float>& samples, double rate);

}
