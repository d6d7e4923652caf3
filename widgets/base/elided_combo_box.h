#pragma once

#include <QComboBox>
#include <QStyleOptionComboBox>

namespace widgets {

/// A chooser whose closed box ends a text that has no room with an ellipsis, and says it whole as its tool
/// tip.
class ElidedComboBox : public QComboBox {
    Q_OBJECT
public:
    using QComboBox::QComboBox;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QStyleOptionComboBox fitted() const; ///< with the text as it fits into the closed box
};

}
