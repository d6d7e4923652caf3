#pragma once

#include "widgets/dataset/dataset_content.h"
#include "widgets/space/space_point.h"
#include "widgets/training/dynamics_plot.h"

#include <QHash>

namespace app {

/// What a model and a training say of segments, found by video and start.
class ModelAnswers {
public:
    void setAnswers(const widgets::DatasetContentPtr& answers);
    void setDynamics(const std::vector<widgets::SegmentDynamics>& dynamics);
    /// The label that is predicted; empty: nothing is.
    QString output() const { return m_answers ? m_answers->output : QString(); }
    /// Writes it into a point; a point about which nothing is known has no answers afterwards.
    void tell(widgets::SpacePoint& point) const;

private:
    widgets::DatasetContentPtr m_answers;
    QHash<QString, std::vector<std::size_t>> m_ofVideo; ///< places of m_answers
    QHash<QString, std::vector<widgets::SegmentDynamics>> m_dynamics;
};

}
