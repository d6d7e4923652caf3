#include "widgets/dataset/confusion_card.h"

#include "widgets/base/scale_number.h"
#include "widgets/dataset/confusion_grid.h"
#include "widgets/dataset/labelled_values.h"
#include "widgets/dataset/small_button.h"

namespace widgets {

ConfusionCard::ConfusionCard(QWidget* parent)
    : PlotCard(tr("Confusion"), new ConfusionGrid(parent), parent)
    , m_grid(static_cast<ConfusionGrid*>(content()))
    , m_signs(smallButton(tr("signs"), "confusionClasses", this))
    , m_content(std::make_shared<DatasetContent>())
{
    m_signs->setCheckable(true);
    addControl(m_signs);
    connect(m_signs, &QToolButton::toggled, this, [this](bool isOn) {
        setClasses(isOn ? engine::StepClasses::Signs : engine::StepClasses::Steps);
    });
    connect(m_grid, &ConfusionGrid::cellClicked, this, &ConfusionCard::select);
}

void ConfusionCard::setContent(const DatasetContentPtr& content, const QString& fold)
{
    m_content = content;
    m_fold = fold;
    m_signs->setVisible(!content->areClasses());
    m_signs->setText(content->neutral() == 0.0 ? tr("signs") : tr("sides"));
    m_signs->setToolTip(
        content->neutral() == 0.0
            ? tr("Only the sign of label and prediction (Acc-2), without labels of 0")
            : tr("Only on which side of %1, the middle of the scale, label and prediction lie (Acc-2), "
                 "without labels of that")
                  .arg(shownNumber(content->neutral(), 2)));
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

std::size_t ConfusionCard::size() const
{
    return m_content->areClasses() ? static_cast<std::size_t>(m_content->classes.size()) : scale().size();
}

std::size_t ConfusionCard::classOf(double value, bool isLabel) const
{
    return m_content->areClasses() ? static_cast<std::size_t>(value) : scale().classOf(value, isLabel);
}

QStringList ConfusionCard::names() const
{
    const engine::StepScale steps = scale();
    if (m_content->areClasses())
        return m_content->classes;
    if (steps.classes() == engine::StepClasses::Signs)
        return steps.isSigned() ? QStringList{ConfusionGrid::tr("neg."), ConfusionGrid::tr("pos.")}
            : steps.hasSides()  ? QStringList{QStringLiteral("< %1").arg(shownNumber(steps.neutral(), 2)),
                                             QStringLiteral("> %1").arg(shownNumber(steps.neutral(), 2))}
                                : QStringList{ConfusionGrid::tr("absent"), ConfusionGrid::tr("present")};
    QStringList numbers;
    for (std::size_t i = 0; i < steps.size(); ++i)
        numbers << scaleNumber(steps.valueOf(i), steps.isSigned() ? -1.0 : 0.0, 0);
    return numbers;
}

void ConfusionCard::showConfusion()
{
    const DatasetPlaces places = labelledPlaces(*m_content, m_fold);
    const LabelledValues values = labelledValues(*m_content, places);
    m_grid->setMessage(values.labels.empty() ? withoutLabels() : QString());
    if (values.labels.empty()) {
        setNote({});
        return;
    }
    if (const auto scores = m_content->areClasses() ? classScores(*m_content, places) : std::nullopt) {
        m_grid->setConfusion(names(), scores->confusion);
        setNote(shortClassFigures(*scores), classFigures(*scores));
        return;
    }
    const engine::CountMatrix confusion = engine::stepConfusion(values.predictions, values.labels, scale());
    m_grid->setConfusion(names(), confusion);
    setNote((m_classes == engine::StepClasses::Signs
                 ? tr("Acc-2 %1")
                 : tr("Acc-%2 %1").arg(QStringLiteral("%1"), QString::number(scale().size())))
                .arg(shownNumber(confusion.accuracy(), 2, 'f')));
}

/// The segments of a cell.
void ConfusionCard::select(std::size_t label, std::size_t prediction, SelectionStep step)
{
    DatasetPlaces places = labelledPlaces(*m_content, m_fold);
    std::erase_if(places, [&](std::size_t place) {
        const DatasetPoint& point = m_content->points[place];
        return classOf(point.label, true) != label || classOf(point.prediction, false) != prediction;
    });
    emit selectionWished(places, step);
}

void ConfusionCard::setSelected(const DatasetPlaces& places)
{
    const std::size_t classes = size();
    std::vector<bool> cells;
    if (!places.empty()) {
        cells.assign(classes * classes, false);
        for (const std::size_t place : places) {
            const DatasetPoint& point = m_content->points[place];
            const std::size_t label = point.isLabelled() ? classOf(point.label, true) : classes;
            if (label < classes)
                cells[label * classes + classOf(point.prediction, false)] = true;
        }
    }
    m_grid->setSelected(cells);
}

}
