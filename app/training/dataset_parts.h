#pragma once

#include "app/training/learn_choices.h"
#include "app/training/training_wish.h"

#include <QWidget>

#include <map>

class QComboBox;
class QFormLayout;
class QLabel;

namespace app {

/// Which label of the project is learnt, from which sequences of the open dataset, and by which folds.
class DatasetParts : public QWidget {
    Q_OBJECT
public:
    explicit DatasetParts(QWidget* parent = nullptr);

    void setDataset(const engine::DatasetList& dataset);
    void setMaterial(TrainingMaterial material); ///< what there is to be learnt now
    /// In the place of labels while these are counted, or where they cannot be read.
    void setMessage(const QString& text);
    std::optional<engine::LabelToLearn::Key> label() const; ///< absent: the dataset's labels, as they are
    std::map<std::string, std::string>
    sequences() const; ///< by the field of a recipe; those that are none: not
    /// `text`, `acoustic`, `visual`, those that there is something of.
    std::vector<std::string> modalities() const;
    bool isPacked() const { return m_material.isPacked; } ///< rows are those of a file
    /// The folds that are drawn; absent: they are those of the project, or of its dataset.
    std::optional<engine::FoldLists> drawnFolds() const;
    /// Why nothing can be learnt from it; empty: it can.
    QString whyNot() const;

signals:
    void changed();

private:
    void showFolds();
    const LearnChoice* choice() const;
    engine::FoldLists folds() const;

    engine::DatasetList m_dataset;
    TrainingMaterial m_material;
    std::vector<LearnChoice> m_choices;
    QString m_message;
    QComboBox* m_labels;
    QFormLayout* m_roles;
    std::map<std::string, QComboBox*> m_sequences; ///< by the field of a recipe; hidden for packed segments
    QComboBox* m_folds;
    QLabel* m_foldNote;
};

}
