#pragma once

#include "engine/media/video_frame.h"

#include <QString>
#include <QTemporaryDir>

#include <filesystem>
#include <string>
#include <vector>

namespace support {

/// Media that players and importers get wrong, made with the `ffmpeg` program when first asked for.
///
/// Pictures carry their number as a bar code (frameNumber). Sound is a beep of 100 ms at every whole second.
class OddMedia {
public:
    OddMedia();

    /// All that can be made, in the order of making.
    static std::vector<std::string> names();
    /// The file, made now if it was not made before. Stops the test program when ffmpeg fails.
    std::filesystem::path file(const std::string& name);
    /// Where the files lie; for files of a test's own.
    std::filesystem::path folder() const;

private:
    void make(const std::string& name);

    QTemporaryDir m_folder;
};

/// The filter of ffmpeg that draws a frame's number as a bar code into a picture of 160 × 90, and makes it
/// 640 × 360.
QString barCodeFilter();

/// The number in the picture's bar code; -1 where there is none.
int frameNumber(const engine::VideoFrame& frame);

}
