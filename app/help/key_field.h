#pragma once

#include <QKeySequenceEdit>

namespace app {

/// A field that notes the key that is pressed in it. A digit is noted as the digit that its key has, with its
/// modifiers (`Shift+3`), and not as what Shift types there (`#`).
class KeyField : public QKeySequenceEdit {
public:
    using QKeySequenceEdit::QKeySequenceEdit;

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

}
