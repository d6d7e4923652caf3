#include "app/training/form_fields.h"

#include "widgets/base/form_kit.h"

#include <QCoreApplication>
#include <QFormLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>

namespace app {

QPushButton* choosingButton(const char* name, QWidget* parent)
{
    return widgets::quietButton(name, QCoreApplication::translate("app::TrainForm", "Choose…"), parent);
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

}
