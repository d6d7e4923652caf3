#pragma once

#include "engine/explain/step_confusion.h"
#include "widgets/dataset/dataset_head.h"
#include "widgets/dataset/slice_model.h"

class QStackedWidget;

namespace widgets {

class CalibrationPlot;
class CardStack;
class ConceptCard;
class ConfusionGrid;
class MarkLegend;
class MessagePage;
class PlotCard;
class PointPlot;
class ResidualPlot;
class ScatterPlot;
class SegmentStrip;
class SliceCard;
class TernaryPlot;
class TrainingPlot;
class TwoModelsCard;

/// A model over a whole dataset: who decides, label against prediction, confusion, calibration, slices,
/// concepts, residuals, training, another model, and the selected segments with their pictures. What is
/// selected in one is marked in all.
class DatasetView : public QWidget {
    Q_OBJECT
public:
    explicit DatasetView(QWidget* parent = nullptr);

    DatasetHead& head() { return *m_head; }
    SegmentStrip& strip() { return *m_strip; }
    ConceptCard& concepts() { return *m_conceptCard; }
    TwoModelsCard& twoModels() { return *m_twoModels; }
    /// Segments of one output. Those that were there before stay selected while segments only join them.
    void setContent(const DatasetContentPtr& content);
    /// @param note  what is to be said of the table, beside its name
    void setSlices(std::vector<DatasetSlice> slices, double allError, const QString& note);
    void setSliceProblem(const QString& problem); ///< of the search for one's own slice; empty: none
    /// Stands in the place of the plots; empty: the plots. @param action  of the button below; empty: none
    void setMessage(const QString& message, const QString& action = {});
    /// How far the model's predictions are a sum of one function per modality.
    /// @param note    beside the name of *Who decides*; empty: its usual note @param details  tool tip
    /// @param action  of the button that asks or stops; empty: none
    void setAdditiveShare(const QString& note, const QString& details, const QString& action);
    /// The fold whose segments the figures are of; empty: all. It begins at what was held out.
    const QString& fold() const { return m_fold; }
    DatasetPlaces selected() const; ///< in the order of the strip: the largest error first
    void select(const DatasetPlaces& points, SelectionStep step, const QString& what);

signals:
    void selectionChanged();
    void foldChanged();
    void additiveWished(); ///< to be asked, or no longer
    void openWished(std::size_t point);
    void playWished(std::size_t point);
    void flipWished(std::size_t point); ///< what would have to be otherwise for its other sign
    void sendWished(const widgets::DatasetPlaces& points);
    void sliceWished(const QString& search);
    void sliceRemovalWished(const QString& slice);
    void messageAction(); ///< the button below the message

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    QWidget* makePlots();
    QWidget* makeTables();
    QWidget* makeComparisons();
    QWidget* makeStrip();
    std::array<PointPlot*, 5> plots() const;
    void connectParts();
    void connectPlot(PointPlot& plot, const QString& lasso);
    void showMarks();
    void placeLegend();
    void showFigures();
    void settleFold();
    bool isOfFold(const DatasetPoint& point) const { return m_fold.isEmpty() || point.fold == m_fold; }
    QString figuresOf(const DatasetPlaces& places) const;
    void showSelection(const QString& what);
    void setClasses(engine::StepClasses classes);
    DatasetPlaces labelledWhere(const std::function<bool(const DatasetPoint&)>& holds) const;
    /// Ordered by what the order of the strip says.
    DatasetPlaces worstFirst(const std::function<bool(std::size_t)>& isWanted) const;
    engine::StepScale scale() const;

    DatasetContentPtr m_content;
    std::shared_ptr<const DatasetMarks> m_marks;
    std::shared_ptr<std::vector<bool>> m_selection;
    QString m_fold;
    std::optional<QString> m_wishedFold; ///< by a person
    QString m_what; ///< is selected, in words
    bool m_keepsStrip = false; ///< a card of the strip was clicked: the others stay
    engine::StepClasses m_classes = engine::StepClasses::Steps;

    DatasetHead* m_head;
    QStackedWidget* m_pages;
    MessagePage* m_message;
    TernaryPlot* m_ternary;
    MarkLegend* m_legend;
    ScatterPlot* m_scatter;
    ConfusionGrid* m_confusion;
    CalibrationPlot* m_calibration;
    ResidualPlot* m_residuals;
    SegmentStrip* m_strip;
    PlotCard* m_ternaryCard;
    PlotCard* m_scatterCard;
    PlotCard* m_confusionCard;
    PlotCard* m_calibrationCard;
    SliceCard* m_sliceCard;
    ConceptCard* m_conceptCard;
    PlotCard* m_residualCard;
    PlotCard* m_trainingCard;
    TrainingPlot* m_training;
    TwoModelsCard* m_twoModels;
    PlotCard* m_stripCard;
    class QToolButton* m_flip;
    QToolButton* m_additive; ///< asks how far the predictions are sums
    ElidedComboBox* m_order; ///< of the strip: by error, by difference
};

}
