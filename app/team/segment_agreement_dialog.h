#pragma once

#include "app/agreement/segment_reports.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace widgets {
class SweepCurve;
}

namespace app {

/// *Agreement → Segments…*: how far annotators agree who made segments of their own. A line for each figure
/// with what it asks, each pair of annotators, and where the chosen pair differs. The dialog does not block
/// the window.
class SegmentAgreementDialog : public QDialog {
    Q_OBJECT
public:
    explicit SegmentAgreementDialog(QWidget* parent = nullptr);

    void setComputing(); ///< what was shown stays until the figures are there
    void setProgress(double progress); ///< 0…1
    void setAgreements(std::vector<SegmentAgreement> agreements); ///< empty: nothing is to be compared
    void setFailed(const QString& why); ///< a sentence; also of what was stopped
    /// Why nothing may be shown now; empty: it may. The figures stay behind.
    void setWhyNot(const QString& why);

signals:
    void segmentWished(const QString& video, const engine::Interval& span); ///< to be played
    void stopWished();

private:
    enum class State { Computing, Failed, Done };

    QWidget* makePairs();
    const SegmentAgreement* chosen() const; ///< null: nothing is compared
    void showState();
    void showAgreement();
    void addFigure(const engine::Statistic& statistic, QTreeWidgetItem* parent);
    void showPair();
    void playDifference(const QTreeWidgetItem* item);

    QLabel* m_head;
    QComboBox* m_tier;
    QWidget* m_content;
    QTreeWidget* m_figures;
    QTreeWidget* m_pairs;
    widgets::SweepCurve* m_found;
    widgets::SweepCurve* m_edge;
    QLabel* m_sweep; ///< names and who is later
    QLabel* m_differencesHead;
    QTreeWidget* m_differences;
    QLabel* m_stateText;
    QProgressBar* m_progress;
    QPushButton* m_stop;
    std::vector<SegmentAgreement> m_agreements;
    std::string m_chosenTier; ///< by a person, as the choice has it; stays through new figures
    std::size_t m_pair = 0; ///< that is shown, of the sweeps
    State m_state = State::Done;
    QString m_failure;
    QString m_whyNot;
};

}
