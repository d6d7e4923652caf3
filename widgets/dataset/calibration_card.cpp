#include "widgets/dataset/calibration_card.h"

#include "widgets/dataset/calibration_plot.h"
#include "widgets/dataset/labelled_values.h"

#include <algorithm>

namespace widgets {

namespace {

constexpr std::size_t kCalibrationParts = 8;

}

CalibrationCard::CalibrationCard(QWidget* parent)
    : PlotCard(tr("Calibration"), new CalibrationPlot(parent), parent)
    , m_plot(static_cast<CalibrationPlot*>(content()))
    , m_content(std::make_shared<DatasetContent>())
{
    setNote(tr("in eighths"));
    connect(m_plot, &CalibrationPlot::binClicked, this, &CalibrationCard::select);
}

void CalibrationCard::setContent(const DatasetContentPtr& content, const QString& fold)
{
    m_content = content;
    m_fold = fold;
    const DatasetPlaces places = labelledPlaces(*content, fold);
    m_plot->setMessage(places.empty() ? withoutLabels() : QString());
    if (places.empty())
        return;
    LabelledValues values = labelledValues(*content, places);
    for (std::size_t i = 0; content->areClasses() && i < places.size(); ++i) {
        const DatasetPoint& point = content->points[places[i]];
        values.predictions[i] = point.probability;
        values.labels[i] = point.isWrong() ? 0.0 : 1.0;
    }
    const auto [low, high] = scale();
    m_plot->setBins(engine::calibration(values.predictions, values.labels, {low, high}, kCalibrationParts),
                    low, high, content->areClasses());
}

/// Where predictions lie: classes have probabilities.
std::pair<double, double> CalibrationCard::scale() const
{
    return m_content->areClasses() ? std::pair(0.0, 1.0) : std::pair(m_content->low, m_content->high);
}

/// The segments whose prediction lies in a part of the scale.
void CalibrationCard::select(std::size_t part, SelectionStep step)
{
    const auto [low, high] = scale();
    const double width = (high - low) / kCalibrationParts;
    DatasetPlaces places = labelledPlaces(*m_content, m_fold);
    std::erase_if(places, [&](std::size_t i) {
        const DatasetPoint& point = m_content->points[i];
        const double place
            = std::floor(((point.isOfClass() ? point.probability : point.prediction) - low) / width);
        return static_cast<std::size_t>(std::clamp(place, 0.0, kCalibrationParts - 1.0)) != part;
    });
    emit selectionWished(places, step);
}

}
