#pragma once

#include "app/training/experiment_runs.h"

#include <QWidget>

#include <map>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace widgets {
class CurvePlot;
class DifferenceTable;
}

namespace app {

/// The experiments of a folder; of the chosen one what can be told, the figures of both sides, and their
/// curves.
class ExperimentPage : public QWidget {
    Q_OBJECT
public:
    explicit ExperimentPage(QWidget* parent = nullptr);

    void setExperiments(const std::vector<ExperimentState>& experiments);
    void select(const QString& folder); ///< as soon as it is there
    /// Why something could not be done with an experiment. Empty: none.
    void setProblem(const QString& folder, const QString& text);

signals:
    void stopWished(const app::ExperimentState& experiment);
    void goOnWished(const QString& folder);
    /// A model is to predict in the window. @param architecture  its class
    void modelWished(const QString& file, const QString& architecture);

protected:
    void changeEvent(QEvent* event) override;

private:
    const ExperimentState* chosen() const;
    const RunFolderState* usable() const;
    void showChosen();
    void showResult(const ExperimentResult& result);
    void showCurves(const ExperimentState& experiment);

    std::vector<ExperimentState> m_experiments;
    std::map<QString, QString> m_problems; ///< by folder
    QString m_wanted; ///< the folder that is to be chosen when it comes
    QTreeWidget* m_list;
    QLabel* m_headline;
    QLabel* m_sides;
    QComboBox* m_output;
    widgets::DifferenceTable* m_figures;
    widgets::CurvePlot* m_plot;
    QLabel* m_detail;
    QPushButton* m_stop;
    QPushButton* m_goOn;
    QPushButton* m_use;
};

/// What figures tell in one sentence: which side is better in the first of them, and by how much.
QString verdictOf(const std::vector<widgets::FigureDifference>& figures);

}
