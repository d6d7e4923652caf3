#include "engine/cli/polylogue_media/media_server.h"

#include "engine/cli/polylogue_media/question_line.h"
#include "engine/core/error.h"
#include "engine/core/tar_place.h"
#include "engine/decoding/decoded_pictures.h"
#include "engine/media/frame_times.h"
#include "engine/media_messages/media_messages.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

namespace engine::cli {

namespace {

/// What decoding 8K takes, with the frames that its decoder keeps.
constexpr std::uint64_t kMemory = std::uint64_t{3} << 30;
/// For one question. The longest honest ones read all packets of a file of many hours.
constexpr std::uint64_t kSecondsOfProcessor = 120;
/// In all. A process that used as much is replaced by a new one, as any that ends.
constexpr std::uint64_t kSecondsInAll = std::uint64_t{24} * 3600;
constexpr std::size_t kMostFrames = 1 << 17; ///< of sound in one answer

template <typename T>
void append(std::vector<char>& bytes, std::span<const T> values)
{
    const auto* first = reinterpret_cast<const char*>(values.data());
    bytes.insert(bytes.end(), first, first + values.size_bytes());
}

}

Confinement confinementFor(const MediaFile& file)
{
    Confinement confinement;
    confinement.calls = Confinement::Calls::OfDecoder;
    confinement.readsAll = false;
    confinement.processorSeconds = kSecondsInAll;
    const auto inTar = placeInTar(file.path);
    confinement.readable = {inTar ? inTar->archive : file.path};
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    confinement.memoryBytes = kMemory; // a sanitizer keeps books of its own
#endif
    return confinement;
}

void MediaServer::run()
{
    const std::optional<MediaMessage> first = m_socket.receive();
    if (!first)
        ::_exit(EXIT_SUCCESS);
    try {
        m_file = mediaFileIn(first->head);
    } catch (const std::exception&) {
        ::_exit(EXIT_FAILURE);
    }
    confine(confinementFor(*m_file));
    m_socket.send(nlohmann::json::object()); // is there
    QuestionLine line(m_socket); // its thread is confined as this one is
    for (;;) {
        const QuestionLine::Question question = line.next();
        limitProcessorTime(kSecondsOfProcessor);
        Answer answered;
        try {
            answered = answer(question.message, question.stop);
        } catch (const std::exception& error) {
            answered = {{{"error", jsonOf(error)}}};
        }
        m_socket.send(answered.head, {answered.bytes.data(), answered.bytes.size()});
    }
}

MediaServer::Answer MediaServer::answer(const MediaMessage& question, const std::stop_token& stop)
{
    static const std::map<std::string, Ask> known{{"probe", &MediaServer::probe},
                                                  {"cut_short", &MediaServer::cut},
                                                  {"frame_times", &MediaServer::times},
                                                  {"open_pictures", &MediaServer::openVideo},
                                                  {"extend", &MediaServer::extend},
                                                  {"cached", &MediaServer::isCached},
                                                  {"pictures_lie", &MediaServer::placePictures},
                                                  {"frame", &MediaServer::picture},
                                                  {"open_sound", &MediaServer::openAudio},
                                                  {"sound", &MediaServer::sound},
                                                  {"seek", &MediaServer::seek},
                                                  {"seek_to_start", &MediaServer::seekToStart}};
    const auto found = known.find(question.head.at("do").get<std::string>());
    if (found == known.end())
        throw FormatError("bad_frame", "polylogue-media", "there is no such question");
    return (this->*found->second)(question, stop);
}

MediaServer::Answer MediaServer::probe(const MediaMessage&, const std::stop_token&)
{
    return {{{"info", jsonOf(probeMedia(*m_file))}}};
}

MediaServer::Answer MediaServer::cut(const MediaMessage&, const std::stop_token&)
{
    return {{{"cut", jsonOf(cutShort(*m_file))}}};
}

MediaServer::Answer MediaServer::times(const MediaMessage&, const std::stop_token&)
{
    Answer answer;
    append<Interval>(answer.bytes, frameTimes(*m_file));
    return answer;
}

MediaServer::Answer MediaServer::openVideo(const MediaMessage& question, const std::stop_token&)
{
    const auto allocate = [this](std::size_t bytes) -> std::shared_ptr<std::uint8_t> {
        if (!m_place || bytes > m_shared->bytes())
            throw FormatError("bad_frame", "polylogue-media", "there is no place for the picture");
        return {std::shared_ptr<void>(), m_place};
    };
    m_pictures = decodePictures(*m_file, question.head.at("kept").get<std::size_t>(), allocate);
    Answer answer{{{"info", jsonOf(m_pictures->info())}}};
    addIndex(answer, 0);
    return answer;
}

PictureStream& MediaServer::pictures()
{
    if (!m_pictures)
        throw FormatError("bad_frame", "polylogue-media", "no pictures are open");
    return *m_pictures;
}

SoundStream& MediaServer::audio()
{
    if (!m_sound)
        throw FormatError("bad_frame", "polylogue-media", "no sound is open");
    return *m_sound;
}

/// What the other end does not know of the index.
void MediaServer::addIndex(Answer& answer, std::size_t have)
{
    IndexPart part = partOf(m_pictures->knownIndex(), have);
    answer.head["index"] = std::move(part.head);
    answer.bytes = std::move(part.bytes);
}

MediaServer::Answer MediaServer::extend(const MediaMessage& question, const std::stop_token& stop)
{
    std::optional<std::chrono::milliseconds> slice;
    if (question.head.contains("ms"))
        slice = std::chrono::milliseconds(question.head.at("ms").get<int>());
    const bool isComplete = pictures().extendIndex(slice, stop);
    Answer answer{{{"complete", isComplete}}};
    addIndex(answer, question.head.at("have").get<std::size_t>());
    return answer;
}

MediaServer::Answer MediaServer::isCached(const MediaMessage& question, const std::stop_token&)
{
    return {{{"cached", pictures().cached(question.head.at("k").get<std::size_t>())}}};
}

MediaServer::Answer MediaServer::placePictures(const MediaMessage& question, const std::stop_token&)
{
    m_shared = SharedPictures::take(question.handle, question.head.at("bytes").get<std::size_t>());
    m_place = nullptr;
    return {};
}

MediaServer::Answer MediaServer::picture(const MediaMessage& question, const std::stop_token& stop)
{
    const auto place = question.head.at("place").get<std::size_t>();
    if (!m_shared || place >= SharedPictures::kPlaces)
        throw FormatError("bad_frame", "polylogue-media", "there is no place for the picture");
    m_place = m_shared->place(place);
    const std::size_t before = pictures().knownIndex().size();
    const bool wasComplete = pictures().knownIndex().complete();
    const auto frame
        = pictures().frame(question.head.at("k").get<std::size_t>(), question.head.at("width").get<int>(),
                           question.head.at("height").get<int>(), stop);
    Answer answer{{{"index_of_frame", frame->index},
                   {"time", frame->time},
                   {"width", frame->width},
                   {"height", frame->height}}};
    const FrameIndex& index = pictures().knownIndex();
    if (index.size() != before || index.complete() != wasComplete)
        addIndex(answer, question.head.at("have").get<std::size_t>());
    return answer;
}

MediaServer::Answer MediaServer::openAudio(const MediaMessage& question, const std::stop_token&)
{
    m_sound
        = openSound(*m_file, question.head.at("rate").get<int>(), question.head.at("channels").get<int>());
    return {{{"rate", m_sound->sampleRate()},
             {"channels", m_sound->channels()},
             {"duration", m_sound->duration()}}};
}

MediaServer::Answer MediaServer::sound(const MediaMessage& question, const std::stop_token&)
{
    if (m_later)
        std::rethrow_exception(std::exchange(m_later, nullptr));
    const std::size_t wanted
        = std::clamp<std::size_t>(question.head.at("frames").get<std::size_t>(), 1, kMostFrames)
        * static_cast<std::size_t>(audio().channels());
    Answer answer;
    nlohmann::json blocks = nlohmann::json::array();
    bool isAtEnd = false;
    while (answer.bytes.size() < wanted * sizeof(float) && !isAtEnd) {
        std::optional<SoundStream::Block> block;
        try {
            block = audio().next();
        } catch (const std::exception&) {
            if (blocks.empty())
                throw;
            m_later = std::current_exception();
            break;
        }
        isAtEnd = !block;
        if (block) {
            blocks.push_back({block->first, block->samples.size(), block->isAfterDamage});
            append(answer.bytes, block->samples);
        }
    }
    answer.head = {{"blocks", std::move(blocks)}, {"end", isAtEnd}};
    return answer;
}

MediaServer::Answer MediaServer::seek(const MediaMessage& question, const std::stop_token&)
{
    m_later = nullptr;
    audio().seek(question.head.at("seconds").get<double>());
    return {};
}

MediaServer::Answer MediaServer::seekToStart(const MediaMessage&, const std::stop_token&)
{
    m_later = nullptr;
    audio().seekToStart();
    return {};
}

}
