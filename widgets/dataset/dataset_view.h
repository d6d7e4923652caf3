#pragma once

#include "widgets/dataset/dataset_head.h"
#include "widgets/dataset/slice_model.h"

class QStackedWidget;

namespace widgets {

class CalibrationCard;
class CautionBanner;
class ConceptCard;
class ConfusionCard;
class DecisionCard;
class MessagePage;
class PlotCard;
class PointPlot;
class ResidualCard;
class ScatterPlot;
class SegmentStrip;
class StripCard;
class TableStack;
class TrainingPlot;
class TwoModelsCard;

/// A model over a whole dataset: who decides, label against prediction, confusion, calibration, slices,
/// concepts, segments, residuals, training, another model, and the selected segments with their pictures.
/// What is selected in one is marked in all.
class DatasetView : public QWidget {
    Q_OBJECT
public:
    explicit DatasetView(QWidget* parent = nullptr);

    DatasetHead& head() { return *m_head; }
    SegmentStrip& strip();
    ConceptCard& concepts();
    TwoModelsCard& twoModels() { return *m_twoModels; }
    /// Segments of one output. Those that were there before stay selected while segments only join them.
    void setContent(const DatasetContentPtr& content);
    /// @param note  what is to be said of the table, beside its name
    void setSlices(std::vector<DatasetSlice> slices, double allError, const QString& note);
    void setSliceProblem(const QString& problem); ///< of the search for one's own slice; empty: none
    /// Stands in the place of the plots; empty: the plots. @param action  of the button below; empty: none
    void setMessage(const QString& message, const QString& action = {});
    /// What must be known before the model's answers are read; empty: nothing.
    void setCaution(const QString& sentence, const QString& about);
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
    void helpWished(); ///< the page of the guide about such answers

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    QWidget* makePlots();
    QWidget* makeComparisons();
    std::array<PointPlot*, 5> plots() const;
    void connectParts();
    void connectPlot(PointPlot& plot, const QString& lasso);
    void showMarks();
    void showFigures();
    void settleFold();
    void showSelection(const QString& what);

    DatasetContentPtr m_content;
    std::shared_ptr<const DatasetMarks> m_marks;
    std::shared_ptr<std::vector<bool>> m_selection;
    QString m_fold;
    std::optional<QString> m_wishedFold; ///< by a person
    QString m_what; ///< is selected, in words

    DatasetHead* m_head;
    CautionBanner* m_caution;
    QStackedWidget* m_pages;
    MessagePage* m_message;
    DecisionCard* m_decision;
    ScatterPlot* m_scatter;
    PlotCard* m_scatterCard;
    ConfusionCard* m_confusion;
    CalibrationCard* m_calibration;
    TableStack* m_tables;
    ResidualCard* m_residuals;
    TrainingPlot* m_training;
    PlotCard* m_trainingCard;
    TwoModelsCard* m_twoModels;
    StripCard* m_strip;
};

}
