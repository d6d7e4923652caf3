#pragma once

class QImage;
class QPainter;
class QRectF;
class QString;

namespace widgets {

struct Theme;

/// Paints a picture that fills its place, with a value in its corner; a dark place as long as there is none.
void paintValuedPicture(QPainter& painter, const QRectF& place, const QImage& picture, const QString& value,
                        const Theme& theme);

}
