#pragma once

#include <QObject>

namespace app {

/// Keeps the wheel from changing fields that only lie under the mouse: a drop-down or a number takes the
/// wheel once it has the keyboard; until then what it lies on scrolls.
class WheelGuard : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}
