#pragma once

#include "widgets/base/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QRectF>
#include <QStringList>

#include <algorithm>

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
    /// Two axes of the same scale, and a little beyond it: what leaves it lies at the edge.
    static ValueAxes ofScale(const QRectF& widget, const QFontMetrics& font, double low, double high);
    /// The same place, at the edge where it lies beyond.
    QPointF within(double x, double y) const
    {
        return at(std::clamp(x, left, right), std::clamp(y, bottom, top));
    }
    /// The room within a widget that its numbers and names leave.
    static QRectF areaIn(const QRectF& widget, const QFontMetrics& font);
    /// Lines at round numbers with these beside them.
    /// @param isSigned  whether numbers have a sign
    void paintLines(QPainter& painter, const Theme& theme, bool xIsSigned, bool yIsSigned) const;
    /// What the axes are: below at the right, above at the left.
    void paintNames(QPainter& painter, const Theme& theme, const QString& x, const QString& y) const;
    /// The names of columns, each 1 wide, below the area.
    void paintColumnNames(QPainter& painter, const Theme& theme, const QStringList& names) const;
    void paintDiagonal(QPainter& painter, const Theme& theme) const;
};

/// A round step that gives at most `lines` lines: 1, 2 or 5 times a power of ten.
double roundStep(double length, int most);

}
