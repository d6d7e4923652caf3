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
    const LabelledValues values = labelledValues(*content, labelledPlaces(*content, fold));
    m_plot->setMessage(values.labels.empty() ? withoutLabels() : QString());
    if (!values.labels.empty())
        m_plot->setBins(engine::calibration(values.predictions, values.labels, {content->low, content->high},
                                            kCalibrationParts),
                        content->low, content->high);
}

/// The segments whose prediction lies in a part of the scale.
void CalibrationCard::select(std::size_t part, SelectionStep step)
{
    const double width = (m_content->high - m_content->low) / kCalibrationParts;
    DatasetPlaces places = labelledPlaces(*m_content, m_fold);
    std::erase_if(places, [&](std::size_t i) {
        const double place = std::floor((m_content->points[i].prediction - m_content->low) / width);
        return static_cast<std::size_t>(std::clamp(place, 0.0, kCalibrationParts - 1.0)) != part;
    });
    emit selectionWished(places, step);
}

}
