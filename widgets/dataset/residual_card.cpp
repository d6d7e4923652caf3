#include "widgets/dataset/residual_card.h"

#include "widgets/base/elided_combo_box.h"
#include "widgets/base/scale_number.h"
#include "widgets/dataset/labelled_values.h"
#include "widgets/dataset/residual_plot.h"

namespace widgets {

ResidualCard::ResidualCard(QWidget* parent)
    : PlotCard({}, new ResidualPlot(parent), parent)
    , m_plot(static_cast<ResidualPlot*>(content()))
{
    auto* over = new ElidedComboBox(this);
    over->setObjectName(QStringLiteral("residualsOver"));
    over->setAccessibleName(tr("What the residuals are shown over"));
    over->addItems({tr("by length"), tr("by speaker"), tr("by fold")});
    addControl(over);
    connect(over, &QComboBox::activated, this,
            [this](int choice) { m_plot->setOver(static_cast<ResidualPlot::Over>(choice)); });
}

void ResidualCard::setLabelled(const DatasetContent& content, const DatasetPlaces& places)
{
    m_plot->setMessage(places.empty() ? withoutLabels() : QString());
    double bias = 0.0;
    for (const std::size_t place : places)
        bias += content.points[place].error() / static_cast<double>(places.size());
    setNote(places.empty()             ? QString()
                : content.areClasses() ? tr("on average %1").arg(shownNumber(bias, 2, 'f'))
                                       : tr("bias %1").arg(signedNumber(bias, 2)));
}

}
