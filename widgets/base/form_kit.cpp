#include "widgets/base/form_kit.h"

#include "widgets/base/elided_combo_box.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QScrollArea>

namespace widgets {

QPushButton* quietButton(const char* name, const QString& text, QWidget* parent)
{
    auto* button = named(new QPushButton(text, parent), name);
    button->setAutoDefault(false);
    return button;
}

QPushButton* primaryButton(const char* name, const QString& text, QWidget* parent)
{
    auto* button = named(new QPushButton(text, parent), name);
    button->setProperty("primary", true);
    button->setDefault(true);
    return button;
}

QComboBox* narrowChoice(const QString& name, const QString& accessibleName, QWidget* parent)
{
    auto* box = new ElidedComboBox(parent);
    box->setObjectName(name);
    box->setAccessibleName(accessibleName);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(6);
    return box;
}

QScrollArea* scrollable(QWidget* page)
{
    auto* area = new QScrollArea;
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return area;
}

QDialogButtonBox* acceptOrCancel(QDialog& dialog, const QString& accept)
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, &dialog);
    if (!accept.isEmpty())
        buttons->button(QDialogButtonBox::Ok)->setText(accept);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    return buttons;
}

}
