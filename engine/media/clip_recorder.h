#pragma once

#include "engine/media/video_frame.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace engine {

/// Writes pictures and sound that come in as an mp4 (H.264, AAC), on a thread of its own. The file has a
/// temporary name until it is complete; what lies before the first picture is left out.
class ClipRecorder {
public:
    /// Called on the recorder's thread, once: how it ended; `error` is empty when the file is complete.
    using Finished = std::function<void(const std::filesystem::path& file, const std::string& error)>;

    /// @param target      its folder is made if it is not there
    /// @param sampleRate  of the sound, mono; 0: there is none
    ClipRecorder(std::filesystem::path target, int sampleRate, Finished finished);
    /// Finishes the file and waits for that.
    ~ClipRecorder();
    ClipRecorder(const ClipRecorder&) = delete;
    ClipRecorder& operator=(const ClipRecorder&) = delete;

    /// Times rise, in seconds on the session's clock. Returns at once.
    void addPicture(std::shared_ptr<const VideoFrame> picture);
    /// What lies between two pieces is silence. Returns at once.
    void addSound(double start, std::vector<float> samples);
    /// Pictures that came faster than they could be written, and were left out.
    std::size_t dropped() const;
    /// Completes the file in the background; nothing may be added afterwards.
    void finish();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}
