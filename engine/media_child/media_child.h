#pragma once

#include "engine/core/error.h"
#include "engine/media/media_file.h"
#include "engine/media_messages/message_socket.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>

namespace engine {

/// A confined `polylogue-media` that has one file open. What is asked is answered one after the other.
class MediaChild {
public:
    /// @throws IoError (`file_not_found`, `io`) where the program cannot be started.
    explicit MediaChild(const MediaFile& file);

    /// Asks, and waits for the answer. @param stop  makes the child give up, if it can
    /// @param handle  is sent along; −1: none
    /// @throws what the child threw; IoError (kDecoderEnded) where it ended, or says what cannot be.
    MediaMessage ask(nlohmann::json question, const std::stop_token& stop = {}, int handle = -1);
    /// The first half of ask(): the answer is to be taken before anything else is asked.
    void pose(nlohmann::json question, int handle = -1);
    MediaMessage answer();

    const MediaFile& file() const { return m_file; }
    [[noreturn]] void throwEnded() const;

    /// Runs `read` on what the child said, which is not trusted. @throws IoError (kDecoderEnded) where it is not
    /// what was asked for.
    template <typename Read>
    auto believed(const Read& read) const
    {
        try {
            return read();
        } catch (const nlohmann::json::exception&) {
            throwEnded();
        } catch (const FormatError&) {
            throwEnded();
        }
    }

private:
    bool greets();

    MediaFile m_file;
    std::unique_ptr<MessageSocket> m_socket;
    std::uint64_t m_question = 0; ///< number of the last one
};

}
