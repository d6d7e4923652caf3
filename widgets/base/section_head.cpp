#include "widgets/base/section_head.h"

#include <QLabel>

namespace widgets {

QFont sectionHeadFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.84);
    font.setWeight(QFont::DemiBold);
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::PercentageSpacing, 106);
    return font;
}

QLabel* sectionHead(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setFont(sectionHeadFont(parent->font()));
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

}
