#include "engine/media/media_tags.h"

#include "engine/core/error.h"
#include "engine/media/libav.h"

#include <fmt/format.h>

namespace engine {

namespace {

void addAll(const AVDictionary* dictionary, const std::string& place, std::vector<MediaTag>& tags)
{
    const AVDictionaryEntry* entry = nullptr;
    while ((entry = av_dict_get(dictionary, "", entry, AV_DICT_IGNORE_SUFFIX)) != nullptr)
        tags.push_back({place, entry->key, entry->value});
}

bool isPictureOrSound(const AVStream& stream)
{
    const AVMediaType type = stream.codecpar->codec_type;
    return (type == AVMEDIA_TYPE_VIDEO || type == AVMEDIA_TYPE_AUDIO)
        && (stream.disposition & AV_DISPOSITION_ATTACHED_PIC) == 0;
}

}

std::vector<MediaTag> mediaTags(const std::filesystem::path& file)
{
    if (!std::filesystem::exists(file))
        throw IoError("file_not_found", file.string(), "is not there");
    AVFormatContext* opened = nullptr;
    if (const int code = avformat_open_input(&opened, file.c_str(), nullptr, nullptr); code < 0)
        throw IoError("not_media", file.string(), "cannot be opened: " + libav::errorText(code));
    const libav::Owner<AVFormatContext> format(opened);
    std::vector<MediaTag> tags;
    addAll(format->metadata, "file", tags);
    for (unsigned i = 0; i < format->nb_streams; ++i) {
        const AVStream& stream = *format->streams[i];
        const std::string place = fmt::format("stream {}", i);
        if (!isPictureOrSound(stream)) {
            const char* const type = av_get_media_type_string(stream.codecpar->codec_type);
            tags.push_back({place, type ? type : "unknown", "a stream of its own"});
        }
        addAll(stream.metadata, place, tags);
    }
    for (unsigned i = 0; i < format->nb_chapters; ++i) {
        tags.push_back({fmt::format("chapter {}", i), "chapter", "is there"});
        addAll(format->chapters[i]->metadata, fmt::format("chapter {}", i), tags);
    }
    return tags;
}

}
