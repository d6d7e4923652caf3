#include "widgets/dataset/two_models_card.h"

#include "engine/agreement/regression_scores.h"
#include "widgets/base/scale_number.h"
#include "widgets/dataset/two_models_plot.h"
#include "widgets/predict/model_chooser.h"

#include <algorithm>
#include <utility>

namespace widgets {

TwoModelsCard::TwoModelsCard(QWidget* parent)
    : PlotCard({}, new TwoModelsPlot, parent)
    , m_others(new ModelChooser(this))
    , m_plot(qobject_cast<TwoModelsPlot*>(content()))
{
    m_others->setObjectName(QStringLiteral("otherModel"));
    m_others->setAccessibleName(tr("The model to compare with"));
    m_others->setPlaceholderText(tr("another model…"));
    addControl(m_others);
    showMessage();
}

void TwoModelsCard::setContent(const DatasetContentPtr& content)
{
    m_content = content;
    m_isKnown = std::ranges::any_of(content->points, &DatasetPoint::hasOther);
    m_plot->setContent(content);
    showFigures();
    showMessage();
}

void TwoModelsCard::setFold(const QString& fold)
{
    if (std::exchange(m_fold, fold) != fold)
        showFigures();
}

void TwoModelsCard::showFigures()
{
    std::vector<double> own, other;
    for (const DatasetPoint& point : m_content->points) {
        if (!point.hasOther() || (!m_fold.isEmpty() && point.fold != m_fold))
            continue;
        own.push_back(point.prediction);
        other.push_back(point.other);
    }
    setNote({});
    if (!own.empty()) {
        const engine::RegressionScores scores = engine::scoreRegression(own, other);
        const QString apart = tr("apart %1 on average").arg(shownNumber(scores.meanAbsoluteError, 2, 'f'));
        setNote(scores.correlation
                    ? tr("r %1").arg(shownNumber(*scores.correlation, 2, 'f')) + QStringLiteral(" · ") + apart
                    : apart);
    }
}

void TwoModelsCard::setState(const QString& state)
{
    m_state = state;
    showMessage();
}

void TwoModelsCard::showMessage()
{
    m_plot->setMessage(m_content->areClasses() ? tr(
                           "Two models are compared on one output: choose one of the classes in the head, "
                           "in the place of all.")
                           : !m_state.isEmpty() ? m_state
                           : m_isKnown          ? QString()
                                                : tr("Choose another model: both are shown side by side, "
                                                              "and segments can be ordered by how far they are apart."));
}

}
