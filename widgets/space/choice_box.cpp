#include "widgets/space/choice_box.h"

#include "widgets/base/section_head.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>

namespace widgets {

ChoiceBox::ChoiceBox(const QString& objectName, const QString& accessibleName, QWidget* parent)
    : ElidedComboBox(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(5);
}

bool ChoiceBox::event(QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return ElidedComboBox::event(event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool chooses = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down || key->key() == Qt::Key_Space
        || key->key() == Qt::Key_Home || key->key() == Qt::Key_End;
    event->setAccepted(chooses && key->modifiers() == Qt::NoModifier);
    return true;
}

void addChoice(QGridLayout& row, int column, const QString& title, QWidget* control)
{
    QLabel* head = sectionHead(title, row.parentWidget());
    head->setBuddy(control);
    row.addWidget(head, 0, column);
    row.addWidget(control, 1, column);
    row.setColumnStretch(column, 1);
}

QGridLayout* choiceRow(QWidget* parent)
{
    auto* row = new QGridLayout(parent);
    row->setContentsMargins(0, 0, 0, 0);
    row->setHorizontalSpacing(8);
    row->setVerticalSpacing(4);
    return row;
}

}
