#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace widgets {

/// The small upper-case head of a group inside a panel.
QLabel* sectionHead(const QString& text, QWidget* parent);

}
