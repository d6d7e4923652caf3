#pragma once

#include "engine/recipes/recipe.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace app {

/// Asks how the arrays for training are to be made of the aligned dataset.
class TensorsDialog : public QDialog {
    Q_OBJECT
public:
    /// @param target  the folder that they are written to
    TensorsDialog(const QString& target, bool hasFolds, QWidget* parent);

    /// Rows, padding and npz as a person wants them.
    engine::TensorSettings settings() const;
    bool wantsFolds() const; ///< an array for each fold of the dataset

private:
    QSpinBox* m_rows;
    QComboBox* m_padding;
    QCheckBox* m_folds;
    QCheckBox* m_npz;
};

}
