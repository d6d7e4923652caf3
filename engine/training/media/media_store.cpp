#include "engine/training/media/media_store.h"

#include "engine/core/error.h"
#include "engine/core/scratch_file.h"
#include "engine/core/with_source.h"
#include "engine/features/sound/mel_pieces.h"

#include <algorithm>
#include <cstdio>
#include <tuple>

namespace engine {

namespace {

std::FILE* handle(void* file)
{
    return static_cast<std::FILE*>(file);
}

[[noreturn]] void refuseScratch(const char* what)
{
    throw IoError("io", "the file of what is seen and heard", what);
}

void writeValues(void* file, const std::vector<float>& values)
{
    if (std::fwrite(values.data(), sizeof(float), values.size(), handle(file)) != values.size())
        refuseScratch("cannot be written; TMPDIR names a folder with room for it");
}

std::vector<float> readValues(void* file, std::size_t count)
{
    std::vector<float> values(count);
    if (std::fread(values.data(), sizeof(float), count, handle(file)) != count)
        refuseScratch("cannot be read");
    return values;
}

}

MediaStore::MediaStore(const MediaOptions& options, std::vector<MediaSpan> spans, const RunContext& run)
    : m_options(options)
    , m_file(openScratchFile())
{
    if (!m_file)
        refuseScratch("cannot be made");
    std::ranges::stable_sort(spans, {},
                             [](const MediaSpan& span) { return std::tuple(span.file, span.span.start); });
    const std::shared_ptr<const MediaParts> parts = partsFor(options);
    std::unique_ptr<SegmentReader> reader;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        run.tick(i, spans.size());
        if (i == 0 || spans[i].file != spans[i - 1].file)
            reader = std::make_unique<SegmentReader>(spans[i].file, options, parts);
        const SegmentMedia media = reader->read(spans[i].span, {run.stop, nullptr});
        m_places[spans[i].id] = {std::ftell(handle(m_file)), media.frames,      media.found, media.count,
                                 media.samples.size(),       media.voice.size()};
        for (const auto* values : {&media.faces, &media.pieces, &media.samples, &media.looks, &media.voice})
            writeValues(m_file, *values);
    }
}

MediaStore::~MediaStore()
{
    closeScratchFile(handle(m_file));
}

SegmentMedia MediaStore::read(const std::string& id) const
{
    const auto found = m_places.find(id);
    if (found == m_places.end())
        return {};
    const Place& place = found->second;
    if (std::fseek(handle(m_file), place.offset, SEEK_SET) != 0)
        refuseScratch("cannot be read");
    const auto side = static_cast<std::size_t>(m_options.side);
    SegmentMedia media;
    media.frames = place.frames;
    media.found = place.found;
    media.count = place.count;
    if (!m_options.areParts)
        media.faces = readValues(m_file, place.frames * 3 * side * side);
    media.pieces = readValues(m_file, place.count * kMelPieceBands * kMelPieceFrames);
    media.samples = readValues(m_file, place.samples);
    if (m_options.areParts)
        media.looks = readValues(m_file, place.frames * MediaParts::kLookNumbers);
    media.voice = readValues(m_file, place.voice);
    return media;
}

double MediaStore::shareWithFace() const
{
    std::size_t frames = 0, found = 0;
    for (const auto& [id, place] : m_places) {
        frames += place.frames;
        found += place.found;
    }
    return frames == 0 ? 1.0 : static_cast<double>(found) / static_cast<double>(frames);
}

}
