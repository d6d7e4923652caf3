#pragma once

#include "app/training/training_wish.h"

#include <QWidget>

#include <map>

class QComboBox;
class QLabel;

namespace app {

/// Which sequences of the open dataset are learnt from as what, and by which folds.
class DatasetParts : public QWidget {
    Q_OBJECT
public:
    explicit DatasetParts(QWidget* parent = nullptr);

    void setDataset(const engine::DatasetList& dataset);
    std::map<std::string, std::string>
    sequences() const; ///< by the field of a recipe; those that are none: not
    bool drawsFolds() const; ///< otherwise they are the dataset's
    /// Why nothing can be learnt from it; empty: it can.
    QString whyNot() const;

signals:
    void changed();

private:
    engine::DatasetList m_dataset;
    QWidget* m_sequenceRows;
    std::map<std::string, QComboBox*> m_sequences; ///< by the field of a recipe
    QComboBox* m_folds;
    QLabel* m_foldNote;
};

/// Leaves modalities without a sequence out of the options, unless these name their own.
void leaveOutModalities(nlohmann::ordered_json& options, const std::map<std::string, std::string>& sequences);

}
