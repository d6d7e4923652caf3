#pragma once

#include <QFont>
#include <QString>

class QLabel;
class QWidget;

namespace widgets {

/// The small upper-case head of a group inside a panel.
QLabel* sectionHead(const QString& text, QWidget* parent);

/// The font of such a head, beside text in this font.
QFont sectionHeadFont(QFont font);

}
