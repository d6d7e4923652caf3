#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

#include <vector>

class QColor;
class QPainter;

namespace widgets {

/// The font of secondary text, beside text in this font.
QFont smallerFont(QFont font);
QFont strongerFont(QFont font);

/// The width that each of several columns gets of what there is: what it needs where that is no more than a
/// fair share, else what is left. Widths that nobody needs are not shared out.
std::vector<int> fairWidths(const std::vector<int>& needed, int available);

/// Draws a tick into a square.
void drawTick(QPainter& painter, const QRectF& square, const QColor& colour);

/// Hatches a place: what is not counted, or not used.
void drawHatch(QPainter& painter, const QRectF& place, const QColor& colour, double corner);

}
