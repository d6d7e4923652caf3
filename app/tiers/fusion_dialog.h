#pragma once

#include "app/tasks/task.h"
#include "engine/annotation/rating_fusion.h"
#include "engine/sequences/feature_levels.h"

#include <QDialog>
#include <QString>

#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace app {

/// What may be reacted to: a sequence of the video.
struct FusionSignal {
    QString name;
    std::shared_ptr<const engine::FeatureLevels> features;
};

/// Asks which continuous ratings become one, shows how late each rater is and how well they agree, and lets a
/// person correct the lags.
class FusionDialog : public QDialog {
    Q_OBJECT
public:
    /// @param raters  of one video, at least one
    FusionDialog(std::vector<engine::ContinuousRating> raters, std::vector<FusionSignal> reactedTo,
                 Tasks& tasks, QWidget* parent = nullptr);

    std::vector<engine::ContinuousRating> chosen() const; ///< the raters that take part
    const engine::RatingFusion& fusion() const { return m_fusion; } ///< of chosen()
    std::string name() const; ///< of the tier to be made; empty: none
    bool movesRaters() const; ///< tiers of raters get their lags put back, too
    bool isReady() const { return m_isReady; }

private:
    void makeTable();
    void calculate();
    void showFusion();
    void editLag(int row);

    std::vector<engine::ContinuousRating> m_raters;
    std::vector<FusionSignal> m_reactedTo;
    Task m_comparing;
    QTableWidget* m_table;
    QComboBox* m_method;
    QComboBox* m_signal;
    QLineEdit* m_name;
    QCheckBox* m_move;
    QLabel* m_note;
    QPushButton* m_make;
    std::vector<std::optional<double>> m_ownLags; ///< by rater, seconds that were typed
    engine::RatingFusion m_fusion;
    bool m_isReady = false;
    bool m_isShowing = false; ///< the table is being filled
};

}
