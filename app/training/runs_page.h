#pragma once

#include "app/training/run_folders.h"

#include <QWidget>

#include <map>
#include <set>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace widgets {
class CurvePlot;
}

namespace app {

/// The runs of a folder, their figures side by side and the curves of those that are selected over each
/// other, and what can be done with one.
class RunsPage : public QWidget {
    Q_OBJECT
public:
    explicit RunsPage(QWidget* parent = nullptr);

    void setFolder(const QString& folder);
    void setRuns(const std::vector<RunFolderState>& runs);
    void select(const QString& folder); ///< alone, as soon as it is there
    /// What came of reproducing a run. @param text  empty: nothing is told
    void setVerdict(const QString& folder, const QString& text);
    /// What dynamicsWished() asked for.
    void setDynamics(const QString& folder, std::vector<widgets::SegmentDynamics> segments);
    void setClosing(const QString& choice); ///< `ask`, `goOn`, `stop`; never emits

signals:
    void folderWished(const QString& folder);
    void stopWished(const app::RunFolderState& run);
    void killWished(const app::RunFolderState& run); ///< the run was asked to stop, and does not
    void goOnWished(const app::RunFolderState& run);
    void reproduceWished(const app::RunFolderState& run);
    /// A model is to predict in the window. @param architecture  its class
    void modelWished(const QString& file, const QString& architecture);
    void suspectsWished(); ///< labels that models do not believe
    void againWished(const app::RunFolderState& run); ///< with the labels as they are now
    void dynamicsWished(const QString& folder); ///< the segments of the selected run are to be shown
    void segmentWished(const widgets::SegmentDynamics& segment);
    void closingChosen(const QString& choice);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showSelected();
    std::vector<const RunFolderState*> selected() const;
    const RunFolderState* only() const;
    void showDynamics();
    QString detailOf(const RunFolderState& run) const;

    std::set<QString> m_stopping; ///< folders of runs that were asked to stop
    std::vector<RunFolderState> m_runs;
    std::map<QString, QString> m_verdicts; ///< by folder
    std::pair<QString, std::size_t> m_shownDynamics; ///< folder and epoch
    QString m_wanted; ///< the folder that is to be selected when it comes
    QLabel* m_folder;
    QTreeWidget* m_table;
    QStackedWidget* m_plots;
    widgets::CurvePlot* m_plot;
    widgets::DynamicsPlot* m_dynamics;
    QComboBox* m_shown;
    QLabel* m_detail;
    QPushButton* m_stop;
    QPushButton* m_goOn;
    QPushButton* m_reproduce;
    QPushButton* m_suspects;
    QPushButton* m_again;
    QPushButton* m_use;
    QComboBox* m_closing;
};

}
