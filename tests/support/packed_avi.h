#pragma once

#include <QByteArray>

namespace support {

/// An AVI of MPEG-4 pictures with single B-frames, as DivX wrote it: each B-frame lies in the packet of the
/// reference before it, and a place holder in the packet of its own.
/// @param avi  as ffmpeg writes it, without sound
QByteArray packedAvi(const QByteArray& avi);

}
