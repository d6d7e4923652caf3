#include "app/space/model_answers.h"

#include "app/project/places_by_start.h"
#include "widgets/dataset/dataset_marks.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

bool startsAt(double start, const widgets::SpacePoint& point)
{
    return std::abs(start - point.start) < PlacesByStart::kSameStart;
}

}

void ModelAnswers::setAnswers(const widgets::DatasetContentPtr& answers)
{
    m_answers = answers;
    m_ofVideo.clear();
    for (std::size_t i = 0; answers && i < answers->points.size(); ++i)
        m_ofVideo[answers->points[i].video].push_back(i);
}

void ModelAnswers::setDynamics(const std::vector<widgets::SegmentDynamics>& dynamics)
{
    static const QRegularExpression number(QStringLiteral("\\[\\d+\\]$"));
    m_dynamics.clear();
    for (const widgets::SegmentDynamics& segment : dynamics) {
        if (segment.span)
            m_dynamics[QString(segment.id).remove(number)].push_back(segment);
    }
}

void ModelAnswers::tell(widgets::SpacePoint& point) const
{
    constexpr float none = std::numeric_limits<float>::quiet_NaN();
    point.prediction = point.trainingError = point.trainingSpread = none;
    point.interaction.clear();
    point.predictedClass.clear();
    for (const std::size_t place : m_ofVideo.value(point.video)) {
        const widgets::DatasetPoint& answer = m_answers->points[place];
        if (!startsAt(answer.start, point))
            continue;
        if (m_answers->areClasses())
            point.predictedClass = m_answers->classes.value(static_cast<qsizetype>(answer.prediction));
        else
            point.prediction = static_cast<float>(answer.prediction);
        point.interaction = widgets::className(answer.kind);
        break;
    }
    for (const widgets::SegmentDynamics& segment : m_dynamics.value(point.video)) {
        if (!startsAt(segment.span->start, point))
            continue;
        point.trainingError = static_cast<float>(segment.mean);
        point.trainingSpread = static_cast<float>(segment.deviation);
        break;
    }
}

}
