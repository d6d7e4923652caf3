#include "app/training/form_fields.h"

#include <QCoreApplication>
#include <QFormLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>

namespace app {

QPushButton* choosingButton(const char* name, QWidget* parent)
{
    auto* button = new QPushButton(QCoreApplication::translate("app::TrainForm", "Choose…"), parent);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    return button;
}

QSpinBox* numberField(const char* name, int least, int most, QWidget* parent)
{
    auto* field = new QSpinBox(parent);
    field->setObjectName(QLatin1String(name));
    field->setRange(least, most);
    field->setGroupSeparatorShown(true);
    return field;
}

QFormLayout* trainingForm(QWidget* owner)
{
    auto* form = new QFormLayout(owner);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

QWidget* inScrollArea(QWidget* page)
{
    auto* area = new QScrollArea;
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return area;
}

}
