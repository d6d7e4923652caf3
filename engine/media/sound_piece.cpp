#include "engine/media/sound_piece.h"

#include "engine/media/audio_reader.h"

#include <algorithm>
#include <cmath>

namespace engine {

SoundPiece readSoundPiece(const MediaFile& file, Interval span)
{
    AudioReader reader(file, 0, 1);
    reader.seek(std::max(0.0, span.start));
    SoundPiece piece;
    piece.sampleRate = reader.sampleRate();
    piece.first = std::llround(reader.position() * piece.sampleRate);
    const double count = std::ceil((span.end - std::max(0.0, span.start)) * piece.sampleRate);
    piece.samples.resize(static_cast<std::size_t>(std::max(0.0, count)));
    piece.samples.resize(reader.read(piece.samples));
    return piece;
}

}
