#pragma once

#include "app/routing/open_ratings.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace app {

/// *Agreement → What is still open…*: how likely each step of each segment is, how many answers are missing,
/// where good raters read the guideline in two ways. The dialog does not block the window.
class OpenDialog : public QDialog {
    Q_OBJECT
public:
    explicit OpenDialog(QWidget* parent = nullptr);

    void setComputing(); ///< what was shown stays
    void setProgress(double progress); ///< 0…1
    void setRatings(std::vector<OpenRatings> ratings); ///< empty: nobody has judged anything
    void setFailed(const QString& why); ///< a sentence; also of what was stopped
    /// Why nothing may be shown now; empty: it may.
    void setWhyNot(const QString& why);

signals:
    void segmentWished(const QString& video, const engine::Interval& span); ///< to be played
    void askWished(const app::OpenRatings& open, bool isOn);
    void verdictGiven(const app::OpenRatings& open, std::size_t unit, engine::GuidelineVerdict verdict);
    void stopWished();

private:
    QWidget* content();
    const OpenRatings* chosen() const; ///< null: there is none
    void showState();
    void showLabel();
    void showUnits(const OpenRatings& open);
    void showFaults(const OpenRatings& open);
    void play(std::size_t unit);
    void give(engine::GuidelineVerdict verdict);

    QComboBox* m_label;
    QLabel* m_head;
    QLabel* m_cautions;
    QWidget* m_content;
    QTreeWidget* m_units;
    QLabel* m_faultsHead;
    QTreeWidget* m_faults;
    QWidget* m_verdicts;
    QCheckBox* m_ask;
    QLabel* m_state;
    QProgressBar* m_progress;
    QPushButton* m_stop;
    std::vector<OpenRatings> m_ratings;
    std::string m_chosen; ///< by a person: `labels · sentiment`
    bool m_isComputing = false;
    QString m_failure;
    QString m_whyNot;
};

}
