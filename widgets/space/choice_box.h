#pragma once

#include "widgets/base/elided_combo_box.h"

class QGridLayout;

namespace widgets {

/// A chooser that keeps the keys that choose, which are the window's shortcuts elsewhere.
class ChoiceBox : public ElidedComboBox {
    Q_OBJECT
public:
    ChoiceBox(const QString& objectName, const QString& accessibleName, QWidget* parent);

protected:
    bool event(QEvent* event) override;
};

/// Puts a control with its head into a column of a row of choices.
void addChoice(QGridLayout& row, int column, const QString& title, QWidget* control);
/// A row of choices within a widget.
QGridLayout* choiceRow(QWidget* parent);

}
