#pragma once

#include <QProxyStyle>

namespace widgets {

/// Qt's Fusion with boxes to tick in lists and tables as boxes elsewhere look: Fusion's own have a frame
/// darker than the ground, which cannot be seen in the dark theme. A style sheet cannot do it in tables, where
/// Qt draws the box twice when cells have a padding, and takes clicks beside it: tables with boxes have the
/// property `hasBoxes`.
class WindowStyle : public QProxyStyle {
    Q_OBJECT
public:
    WindowStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
};

}
