#pragma once

#include "engine/explain/step_confusion.h"
#include "widgets/dataset/dataset_content.h"
#include "widgets/dataset/plot_card.h"

class QToolButton;

namespace widgets {

class ConfusionGrid;

/// The card of the confusion: of the steps of the scale, or of signs; of labels that are classes, of these.
class ConfusionCard : public PlotCard {
    Q_OBJECT
public:
    explicit ConfusionCard(QWidget* parent = nullptr);

    /// @param fold  whose segments count; empty: all
    void setContent(const DatasetContentPtr& content, const QString& fold);
    /// Cells of these segments stand out.
    void setSelected(const DatasetPlaces& places);

signals:
    void classesChanged(); ///< the cells are others
    void selectionWished(const widgets::DatasetPlaces& points, widgets::SelectionStep step);

private:
    void setClasses(engine::StepClasses classes);
    void select(std::size_t label, std::size_t prediction, SelectionStep step);
    void showConfusion();
    engine::StepScale scale() const;
    std::size_t size() const; ///< C
    std::size_t classOf(double value, bool isLabel) const; ///< C, where it has none
    QStringList names() const;

    ConfusionGrid* m_grid;
    QToolButton* m_signs;
    DatasetContentPtr m_content;
    QString m_fold;
    engine::StepClasses m_classes = engine::StepClasses::Steps;
};

}
