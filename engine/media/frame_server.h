#pragma once

#include "engine/media/media_file.h"
#include "engine/media/media_info.h"
#include "engine/media/video_frame.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace engine {

/// Shows frames on request from a thread of its own: only the newest request counts, older requests are
/// dropped.
///
/// Requests that run forward (playback) are decoded in order, and frames that come too late are left out.
/// Every method may be called from any thread and returns at once.
class FrameServer {
public:
    /// Called on the server's thread, in this order: `opened` or `failed` once, then frames. Any may be
    /// empty.
    struct Callbacks {
        std::function<void(const MediaInfo&)> opened; ///< also for files without video; those send no frames
        std::function<void(std::shared_ptr<const VideoFrame>)> frame;
        std::function<void(const std::string&)> failed; ///< a whole sentence
        /// What decodes ended (kDecoderEnded), and is started again; the picture that was asked for follows, or
        /// `failed` when it ends there every time. A whole sentence.
        std::function<void(const std::string&)> interrupted = {};
    };

    /// Opens the file in the background and sends its first frame, unless another frame was requested before.
    ///
    /// @param maxWidth, maxHeight  pixels that frames may have at most; 0 means no limit.
    FrameServer(MediaFile file, int maxWidth, int maxHeight, Callbacks callbacks);
    /// Stops the thread and waits for it, at most until a frame is decoded. No callback is called afterwards.
    /// It must not be called from within a callback.
    ~FrameServer();
    FrameServer(const FrameServer&) = delete;
    FrameServer& operator=(const FrameServer&) = delete;

    /// Requests the frame that is shown at this time. Nothing is sent when that frame was the last one sent.
    void show(double seconds);
    void showFrame(std::size_t k);
    /// A new size limit; the current frame is sent again in it.
    void resize(int maxWidth, int maxHeight);

    /// The number of the frame shown at this time; absent until that part of the file is known.
    std::optional<std::size_t> frameAt(double seconds) const;
    /// When frame `k` begins, in seconds; absent when unknown or past the end.
    std::optional<double> frameTime(std::size_t k) const;
    /// Absent until the whole file is known; 0 without video.
    std::optional<std::size_t> frameCount() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}
