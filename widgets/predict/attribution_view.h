#pragma once

#include "engine/explain/explanation.h"

#include <QStringList>
#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;
class QPushButton;

namespace widgets {

class DeletionCurve;
class SegmentedChoice;

/// By which method a prediction is distributed over the steps, whether that is true of the model, and which
/// words work together with which sounds and faces.
class AttributionView : public QWidget {
    Q_OBJECT
public:
    explicit AttributionView(QWidget* parent = nullptr);

    /// @param words      of the segment; empty when they must not be seen
    /// @param isCurrent  false: a newer one is on its way
    void setExplanation(const engine::Explanation* explanation, const QStringList& words, bool isCurrent);
    engine::AttributionMethod method() const;
    void setOnTimeline(bool isShown); ///< whether the track is shown; never emits

    static constexpr std::size_t kShownPairs = 3;

signals:
    void methodChosen(engine::AttributionMethod method);
    void onTimelineWished(bool isShown);

private:
    void showPairs(const engine::Explanation& explanation, const QStringList& words);

    SegmentedChoice* m_methods;
    QLabel* m_badge;
    DeletionCurve* m_curve;
    QLabel* m_found;
    QLabel* m_agreement;
    QLabel* m_pairHead;
    QGridLayout* m_pairGrid;
    std::vector<std::pair<QLabel*, QLabel*>> m_pairs;
    QPushButton* m_onTimeline;
};

}
