#pragma once

#include "engine/recipes/recipe.h"

#include <QDialog>

#include <filesystem>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace app {

class OutputFolder;

/// Asks how the arrays for training are to be made of the aligned dataset.
class TensorsDialog : public QDialog {
    Q_OBJECT
public:
    /// @param proposal  a folder that they may be written to. @param videos  of the dataset
    TensorsDialog(const std::filesystem::path& proposal, int videos, bool hasFolds, QWidget* parent);

    /// Rows, padding and npz as a person wants them.
    engine::TensorSettings settings() const;
    bool wantsFolds() const; ///< an array for each fold of the dataset
    std::filesystem::path folder() const; ///< that they are to be written to

private:
    QSpinBox* m_rows;
    QComboBox* m_padding;
    QCheckBox* m_folds;
    QCheckBox* m_npz;
    OutputFolder* m_folder;
};

}
