#pragma once

#include "engine/recipes/recipe.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace widgets {

/// What a step is aligned to or imputed by: a sequence, equal intervals, windows, the frames of the video.
class StepEditor : public QWidget {
    Q_OBJECT
public:
    explicit StepEditor(QWidget* parent = nullptr);
    /// @param step    an align or impute step; others show nothing
    /// @param keys    sequences to choose among
    /// @param frames  the video files, with `{id}`; empty: there is none
    void setStep(const engine::RecipeStep* step, const std::vector<std::string>& keys,
                 const std::string& frames);

signals:
    void referenceChosen(const engine::AlignReference& reference);

private:
    void choose();

    QLabel* m_label;
    QComboBox* m_kind;
    QDoubleSpinBox* m_first; ///< rate, or length of a window
    QDoubleSpinBox* m_second; ///< from window to window
    std::string m_frames;
};

}
