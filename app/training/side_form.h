#pragma once

#include "app/training/experiment.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace app {

/// How the rows of one side come about: aligned to words, as they are, or of a fixed rate; what makes one row
/// of many, and what fills a gap.
class SideForm : public QWidget {
    Q_OBJECT
public:
    /// @param letter  `a`, `b`, in the names of its fields
    SideForm(char letter, const QString& title, QWidget* parent);

    void setSide(const ExperimentSide& side); ///< never emits
    ExperimentSide side() const;
    /// What the project aligns the video in sight to its words by; absent: it has not applied a recipe, or
    /// one that differs between sound and face.
    void setApplied(const std::optional<ExperimentSide>& applied);

signals:
    void changed();

private:
    void showFields();

    QComboBox* m_rows;
    QDoubleSpinBox* m_rate;
    QComboBox* m_collapse;
    QComboBox* m_impute;
    QLabel* m_note;
    std::optional<ExperimentSide> m_applied;
};

}
