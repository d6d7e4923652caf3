#include "widgets/dataset/confusion_card.h"

#include "widgets/base/scale_number.h"
#include "widgets/dataset/confusion_grid.h"
#include "widgets/dataset/labelled_values.h"
#include "widgets/dataset/small_button.h"

namespace widgets {

ConfusionCard::ConfusionCard(QWidget* parent)
    : PlotCard(tr("Confusion"), new ConfusionGrid(parent), parent)
    , m_grid(static_cast<ConfusionGrid*>(content()))
    , m_content(std::make_shared<DatasetContent>())
{
    QToolButton* classes = smallButton(tr("signs"), "confusionClasses", this);
    classes->setCheckable(true);
    classes->setToolTip(tr("Only the sign of label and prediction (Acc-2), without labels of 0"));
    addControl(classes);
    connect(classes, &QToolButton::toggled, this, [this](bool isOn) {
        setClasses(isOn ? engine::StepClasses::Signs : engine::StepClasses::Steps);
    });
    connect(m_grid, &ConfusionGrid::cellClicked, this, &ConfusionCard::select);
}

void ConfusionCard::setContent(const DatasetContentPtr& content, const QString& fold)
{
    m_content = content;
    m_fold = fold;
    showConfusion();
}

void ConfusionCard::setClasses(engine::StepClasses classes)
{
    m_classes = classes;
    showConfusion();
    emit classesChanged();
}

engine::StepScale ConfusionCard::scale() const
{
    return engine::StepScale(m_classes, m_content->low, m_content->high);
}

void ConfusionCard::showConfusion()
{
    const LabelledValues values = labelledValues(*m_content, labelledPlaces(*m_content, m_fold));
    m_grid->setMessage(values.labels.empty() ? withoutLabels() : QString());
    if (values.labels.empty()) {
        setNote({});
        return;
    }
    const engine::CountMatrix confusion = engine::stepConfusion(values.predictions, values.labels, scale());
    m_grid->setConfusion(scale(), confusion);
    setNote((m_classes == engine::StepClasses::Signs
                 ? tr("Acc-2 %1")
                 : tr("Acc-%2 %1").arg(QStringLiteral("%1"), QString::number(scale().size())))
                .arg(shownNumber(confusion.accuracy(), 2, 'f')));
}

/// The segments of a cell.
void ConfusionCard::select(std::size_t label, std::size_t prediction, SelectionStep step)
{
    const engine::StepScale classes = scale();
    DatasetPlaces places = labelledPlaces(*m_content, m_fold);
    std::erase_if(places, [&](std::size_t place) {
        const DatasetPoint& point = m_content->points[place];
        return classes.classOf(point.label, true) != label
            || classes.classOf(point.prediction, false) != prediction;
    });
    emit selectionWished(places, step);
}

void ConfusionCard::setSelected(const DatasetPlaces& places)
{
    const engine::StepScale classes = scale();
    std::vector<bool> cells;
    if (!places.empty()) {
        cells.assign(classes.size() * classes.size(), false);
        for (const std::size_t place : places) {
            const DatasetPoint& point = m_content->points[place];
            const std::size_t label
                = point.isLabelled() ? classes.classOf(point.label, true) : classes.size();
            if (label < classes.size())
                cells[label * classes.size() + classes.classOf(point.prediction, false)] = true;
        }
    }
    m_grid->setSelected(cells);
}

}
