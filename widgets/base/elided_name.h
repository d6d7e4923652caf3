#pragma once

#include <QString>

class QFontMetrics;

namespace widgets {

/// The name of a segment, of a video's name and a number (`talk · 12`, `talk[12]`), in this width: the
/// video's name is cut in its middle, never the number.
QString elidedName(const QFontMetrics& metrics, const QString& name, int width);

}
