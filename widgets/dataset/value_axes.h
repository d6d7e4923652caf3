#pragma once

#include "widgets/base/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QRectF>
#include <QString>

namespace widgets {

/// Two axes with numbers: pixels of values, and the lines and texts around what is plotted.
struct ValueAxes {
    QRectF area; ///< pixels in which values lie
    double left = -3.0; ///< values at the edges of the area
    double right = 3.0;
    double bottom = -3.0;
    double top = 3.0;

    QPointF at(double x, double y) const
    {
        return {area.left() + (x - left) / (right - left) * area.width(),
                area.bottom() - (y - bottom) / (top - bottom) * area.height()};
    }
    /// The room within a widget that its numbers and names leave.
    static QRectF areaIn(const QRectF& widget, const QFontMetrics& font);
    /// Lines at round numbers with these beside them.
    /// @param isSigned  whether numbers have a sign
    void paintLines(QPainter& painter, const Theme& theme, bool xIsSigned, bool yIsSigned) const;
    /// What the axes are: below at the right, above at the left.
    void paintNames(QPainter& painter, const Theme& theme, const QString& x, const QString& y) const;
    void paintDiagonal(QPainter& painter, const Theme& theme) const;
};

/// A round step that gives at most so many lines: 1, 2 or 5 times a power of ten.
double roundStep(double length, int most);

}
