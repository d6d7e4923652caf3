#include "app/scripting/script_video.h"

#include "app/document/document.h"
#include "app/scripting/script_fields.h"
#include "app/video/tier_reader.h"
#include "engine/core/error.h"

namespace app {

namespace {

constexpr qsizetype kLongestId = 4000;

}

void requireVideo(const Document& document)
{
    if (!document.hasVideo())
        throw engine::Error("no_video", "No video is open.");
}

std::string videoOf(const ScriptFields& fields, const Document& document, const TierReader& reader)
{
    if (!fields.has("video")) {
        requireVideo(document);
        return document.video().id.toStdString();
    }
    const std::string video = fields.text("video", kLongestId).toStdString();
    if (!reader.allVideos().contains(video))
        throw engine::Error("no_video", "There is no video of this id in the dataset.");
    return video;
}

}
