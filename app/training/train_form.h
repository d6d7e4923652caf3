#pragma once

#include "app/training/training_wish.h"

#include <QWidget>

#include <map>
#include <optional>
#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QTabWidget;

namespace app {

struct TrainingMaterial;

class ExpectedPanel;
class OptionsPage;
class RunFolderField;
class TrainingDataPage;

/// What is to be trained on what: what is learnt from what, the usual options of a class of models, and all
/// options as JSON, which show the same configuration.
class TrainForm : public QWidget {
    Q_OBJECT
public:
    explicit TrainForm(QWidget* parent = nullptr);

    void setClasses(std::vector<ModelClass> classes);
    /// In the place of classes: why there are none.
    void setProblem(const QString& text);
    void setMaterial(TrainingMaterial material); ///< what the project offers to be learnt now
    TrainingDataPage& data() { return *m_data; } ///< what is learnt
    /// Names of runs that are there already, and where the next one goes.
    void setRuns(const QString& folder, const QStringList& names);

    ExpectedPanel& expected() { return *m_expected; } ///< how long it will take

    TrainingWish wish() const;
    /// The same without a test; absent: it can be tested, or cannot be done even so.
    std::optional<TrainingWish> wishWithoutTest() const;
    /// What could be begun now, with or without a test; absent: nothing.
    std::optional<TrainingWish> possibleWish() const;
    /// Why nothing can be trained yet; empty: it can.
    QString whyNot() const;
    QString className() const;

signals:
    void changed();

private:
    QWidget* makeModel();
    QWidget* makeOverview();
    void takeClass();
    void settleRows();
    void makeModelFields();
    void showForm();
    void takeOptions(const nlohmann::ordered_json& options);
    void setOption(const char* group, const std::string& field, const nlohmann::ordered_json& value);
    void takeTyped(const char* group, const std::string& field, const QString& text);
    QString whyNot(const QString& dataProblem) const;
    void showExpected();
    void proposeFolder();
    const ModelClass* chosenClass() const;
    bool areRowsWords() const;

    std::vector<ModelClass> m_classes;
    nlohmann::ordered_json m_options;
    QString m_problem; ///< in the place of classes
    std::map<std::string, QString> m_wrongFields; ///< what was typed that is no value
    QTabWidget* m_tabs;
    QComboBox* m_class;
    QLabel* m_classNote;
    QSpinBox* m_epochs;
    QSpinBox* m_patience;
    QSpinBox* m_batch;
    QSpinBox* m_seed;
    QLineEdit* m_rate;
    QComboBox* m_watched;
    QWidget* m_modelFields;
    QFormLayout* m_modelForm = nullptr;
    QComboBox* m_rows;
    TrainingDataPage* m_data;
    ExpectedPanel* m_expected;
    RunFolderField* m_folder;
    OptionsPage* m_all;
};

}
