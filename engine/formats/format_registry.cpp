#include "engine/formats/format_registry.h"

#include "engine/core/error.h"
#include "engine/core/stored_bytes.h"
#include "engine/formats/captions/srt.h"
#include "engine/formats/captions/webvtt.h"
#include "engine/formats/elan/eaf.h"
#include "engine/formats/input/text_input.h"
#include "engine/formats/label_studio/label_studio.h"
#include "engine/formats/nova/nova.h"
#include "engine/formats/praat/textgrid.h"
#include "engine/formats/project_tiers.h"
#include "engine/formats/sequences/csd_sequence.h"
#include "engine/formats/sequences/mmsa_tensors.h"
#include "engine/formats/speech/audacity.h"
#include "engine/formats/speech/ctm.h"
#include "engine/formats/speech/gentle_json.h"
#include "engine/formats/speech/kaldi_segments.h"
#include "engine/formats/speech/mfa_json.h"
#include "engine/formats/speech/rttm.h"
#include "engine/formats/speech/whisperx_json.h"
#include "engine/formats/tables/csv.h"
#include "engine/formats/tables/listing.h"

#include <algorithm>
#include <fmt/format.h>

namespace engine {

namespace {

bool hasEnding(const Format& format, const std::filesystem::path& file)
{
    const std::string name = file.filename().string();
    const auto isOf = [&](std::string_view ending) {
        return name.size() >= ending.size()
            && std::equal(ending.rbegin(), ending.rend(), name.rbegin(),
                          [](char a, char b) { return (a | 0x20) == (b | 0x20); });
    };
    return std::ranges::any_of(format.endings, isOf);
}

/// The first that a file which begins so could be; null: none.
const Format* resembling(std::span<const Format* const> among, std::string_view beginning)
{
    const auto found = std::ranges::find_if(among, [&](const Format* format) {
        return format->read && format->resembles && format->resembles(beginning);
    });
    return found == among.end() ? nullptr : *found;
}

std::string idsOf(std::span<const Format* const> among, bool readable)
{
    std::string ids;
    for (const Format* format : among) {
        if (readable ? format->read != nullptr : format->write != nullptr)
            ids += (ids.empty() ? "" : ", ") + std::string(format->id);
    }
    return ids;
}

}

std::span<const Format* const> formats()
{
    // Where the content has to tell, the first that it resembles is taken: strict ones first.
    static const Format* const all[]{&eafFormat(),         &textGridFormat(),      &webVttFormat(),
                                     &srtFormat(),         &novaFormat(),          &rttmFormat(),
                                     &ctmFormat(),         &kaldiSegmentsFormat(), &mfaJsonFormat(),
                                     &labelStudioFormat(), &gentleFormat(),        &whisperXFormat(),
                                     &audacityFormat(),    &csvFormat(),           &mmsaTensorsFormat(),
                                     &csdSequenceFormat(), &projectTiersFormat(),  &listingFormat()};
    return all;
}

const Format* formatById(std::string_view id)
{
    const auto all = formats();
    const auto found = std::ranges::find(all, id, &Format::id);
    return found == all.end() ? nullptr : *found;
}

const Format& formatOf(const std::filesystem::path& file)
{
    std::vector<const Format*> candidates;
    for (const Format* format : formats()) {
        if (format->read && hasEnding(*format, file))
            candidates.push_back(format);
    }
    // JSON may have much text before the name that tells.
    for (const std::size_t bytes : {std::size_t{16} << 10, std::size_t{16} << 20}) {
        const std::string beginning = beginningOf(file, bytes);
        if (const Format* found = resembling(candidates, beginning))
            return *found;
    }
    if (!storedBytesIfAny(file) && !hasEnding(novaFormat(), file)) // whose halves are told apart
        throw IoError("file_not_found", file.string(), "there is no such file");
    const bool isAnyText = candidates.empty() || candidates.front() == &audacityFormat();
    if (const Format* found = isAnyText ? resembling(formats(), beginningOf(file)) : nullptr)
        return *found;
    if (candidates.size() == 1) // its reader says best what is wrong
        return *candidates.front();
    throw FormatError(
        "unknown_format", file.string(),
        fmt::format("is of no format that is known by its name or content; say which (--from): {}",
                    candidates.empty() ? idsOf(formats(), true) : idsOf(candidates, true)));
}

const Format& formatForName(const std::filesystem::path& file)
{
    for (const Format* format : formats()) {
        if (format->write && format->id != "json" && hasEnding(*format, file)
            && !file.string().ends_with('~'))
            return *format;
    }
    throw FormatError(
        "unknown_format", file.string(),
        fmt::format("has an ending that tells no format; say which (--to): {}", idsOf(formats(), false)));
}

}
