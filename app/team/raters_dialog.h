#pragma once

#include "app/agreement/rater_figures.h"

#include <QDialog>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QTreeWidget;

namespace app {

/// A card per annotator, and what the weighted consensus would settle beside mean and majority; of terms,
/// what most gave. It does not block the window.
class RatersDialog : public QDialog {
    Q_OBJECT
public:
    explicit RatersDialog(QWidget* parent = nullptr);

    void setTeam(const TeamFigures& team);
    void setWorking(); ///< the figures are on their way
    /// Why nothing may be shown; empty: it may.
    void setWhyNot(const QString& why);

signals:
    void tierWished(const QString& tier);
    void labelWished(const QString& label);
    void settleWished();
    void segmentWished(const QString& video, const engine::Interval& span); ///< is to be opened and played

private:
    void showCards();
    void showConsensus();
    void showDiffering();
    QString summary();
    std::size_t overruled() const;
    bool areTerms() const { return !m_team.terms.empty(); }
    void showState();

    TeamFigures m_team;
    QString m_whyNot;
    bool m_isWorking = false;
    QLabel* m_head;
    QComboBox* m_tier;
    QComboBox* m_label;
    QScrollArea* m_area;
    QGridLayout* m_cards;
    QLabel* m_summary;
    QTreeWidget* m_differing;
    std::vector<std::size_t> m_shown; ///< segments of the team, by row
    QPushButton* m_settle;
};

}
