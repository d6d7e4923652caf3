#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace widgets {

/// A label of secondary, plain text that may take several lines. @param name  of the object; may be empty
QLabel* mutedLabel(const QString& name, QWidget* parent);

}
