#pragma once

#include "engine/confinement/confinement.h"
#include "engine/media/decoding.h"
#include "engine/media_messages/message_socket.h"
#include "engine/media_messages/shared_pictures.h"

#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace engine::cli {

/// What a media process may do once it knows its file: read it, and nothing else.
Confinement confinementFor(const MediaFile& file);

/// Answers questions about one file (engine/media_messages), in a process that is confined to it.
class MediaServer {
public:
    explicit MediaServer(Descriptor line) : m_socket(std::move(line)) { }

    /// Confines the process, then answers until the other end closes the line, which ends the process.
    [[noreturn]] void run();

private:
    struct Answer {
        nlohmann::json head = nlohmann::json::object();
        std::vector<char> bytes = {};
    };
    using Ask = Answer (MediaServer::*)(const MediaMessage& question, const std::stop_token& stop);

    Answer answer(const MediaMessage& question, const std::stop_token& stop);
    Answer probe(const MediaMessage& question, const std::stop_token& stop);
    Answer cut(const MediaMessage& question, const std::stop_token& stop);
    Answer times(const MediaMessage& question, const std::stop_token& stop);
    Answer openVideo(const MediaMessage& question, const std::stop_token& stop);
    Answer extend(const MediaMessage& question, const std::stop_token& stop);
    Answer isCached(const MediaMessage& question, const std::stop_token& stop);
    Answer placePictures(const MediaMessage& question, const std::stop_token& stop);
    Answer picture(const MediaMessage& question, const std::stop_token& stop);
    Answer openAudio(const MediaMessage& question, const std::stop_token& stop);
    Answer sound(const MediaMessage& question, const std::stop_token& stop);
    Answer seek(const MediaMessage& question, const std::stop_token& stop);
    Answer seekToStart(const MediaMessage& question, const std::stop_token& stop);

    PictureStream& pictures();
    SoundStream& audio();
    void addIndex(Answer& answer, std::size_t have);

    MessageSocket m_socket;
    std::optional<MediaFile> m_file;
    std::unique_ptr<PictureStream> m_pictures;
    std::shared_ptr<SharedPictures> m_shared;
    std::uint8_t* m_place = nullptr; ///< where the next picture is to lie
    std::unique_ptr<SoundStream> m_sound;
    std::exception_ptr m_later; ///< what went wrong behind the sound that was handed on
};

}
