#pragma once

#include "app/training/experiment.h"

#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;

namespace app {

/// How the rows of one side come about: aligned to words, as they are, or of a fixed rate; what makes one row
/// of many, and what fills a gap; and from which modalities it learns.
class SideForm : public QWidget {
    Q_OBJECT
public:
    /// @param letter  `a`, `b`, in the names of its fields
    SideForm(char letter, const QString& title, QWidget* parent);

    void setSide(const ExperimentSide& side); ///< never emits
    ExperimentSide side() const;
    bool learnsNothing() const; ///< no modality is ticked that there is
    /// What the project aligns the video in sight to its words by; absent: it has not applied a recipe, or
    /// one that differs between sound and face.
    void setApplied(const std::optional<ExperimentSide>& applied);
    /// What there is to learn from. @param isStored  packed segments: their rows are no question
    void setModalities(const std::vector<std::string>& present, bool isStored);

signals:
    void changed();

private:
    void showFields();
    std::vector<std::string> chosenModalities() const;

    QFormLayout* m_form;
    QComboBox* m_rows;
    QDoubleSpinBox* m_rate;
    QComboBox* m_collapse;
    QComboBox* m_impute;
    QLabel* m_note;
    std::vector<QCheckBox*> m_modalities;
    std::optional<ExperimentSide> m_applied;
    bool m_isStored = false;
};

}
