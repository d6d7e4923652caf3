#pragma once

#include "app/training/experiment.h"

#include <QWidget>

#include <array>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QSpinBox;

namespace app {

class DatasetParts;
class RunFolderField;
class SideForm;

/// Which model is to be trained twice, on rows that come about in two ways.
class ExperimentForm : public QWidget {
    Q_OBJECT
public:
    explicit ExperimentForm(QWidget* parent = nullptr);

    void
    setClasses(std::vector<ModelClass> classes); ///< models that look at recordings themselves are left out
    void setProblem(const QString& text); ///< in the place of classes: why there are none
    void setDataset(const engine::DatasetList& dataset);
    DatasetParts& parts() { return *m_parts; } ///< what both sides learn
    void setApplied(const std::optional<ExperimentSide>& applied); ///< as SideForm::setApplied()
    /// Names that are there already, and where the next experiment goes.
    void setFolder(const QString& folder, const QStringList& names);

    Experiment experiment() const;
    QString whyNot() const; ///< empty: it can be done

signals:
    void changed();

private:
    QWidget* makeModel();
    void takeClass();
    void takeParts();
    void proposeFolder();
    const ModelClass* chosenClass() const;

    std::vector<ModelClass> m_classes;
    QString m_problem;
    QComboBox* m_class;
    QLabel* m_note;
    QSpinBox* m_epochs;
    QSpinBox* m_patience;
    QSpinBox* m_seeds;
    DatasetParts* m_parts;
    RunFolderField* m_folder;
    std::array<SideForm*, 2> m_sides;
};

}
