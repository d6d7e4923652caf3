#pragma once

#include "engine/media/media_file.h"
#include "engine/media/media_info.h"
#include "engine/media/video_frame.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace engine {

inline constexpr int kLiveSoundRate = 16000; ///< samples per second, one channel
inline constexpr int kLargestLivePicture = 640; ///< pixels of the longer side

/// A file in the place of a camera: on a thread of its own it gives each picture and each piece of sound when
/// its time comes, as fast as the file is to be played and no faster.
class PlayingFile {
public:
    /// Called on the thread of the file. Any may be empty.
    struct Callbacks {
        std::function<void(const MediaInfo&)> opened; ///< before anything else
        std::function<void(std::shared_ptr<const VideoFrame>)> picture;
        std::function<void(double start, std::vector<float>)> sound; ///< mono, kLiveSoundRate
        /// Everything before this time, in seconds, was given. @param decoding  milliseconds since the last
        std::function<void(double until, double decoding)> reached;
        std::function<void()> ended;
        std::function<void(const std::string&)> failed; ///< a sentence; nothing comes after it
    };

    PlayingFile(MediaFile file, Callbacks callbacks);
    /// Stops. No callback is called afterwards. It must not be called from within one.
    ~PlayingFile();
    PlayingFile(const PlayingFile&) = delete;
    PlayingFile& operator=(const PlayingFile&) = delete;

    /// Seconds since the first picture was due; below 0 until the file is open.
    double now() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}
