#pragma once

#include "widgets/base/elided_combo_box.h"

#include <vector>

namespace widgets {

/// A model that can be chosen.
struct ModelEntry {
    QString path;
    QString name;
    QString detail; ///< class of the model, and how good it is
    bool fits = true; ///< the features that the model needs are there
    QString output = {}; ///< the label that it predicts first: `sentiment`

    friend bool operator==(const ModelEntry&, const ModelEntry&) = default;
};

/// Shows the name of the model that answers. Its list offers the models that are known, each with a second
/// line of details, and `Open model…`.
class ModelChooser : public ElidedComboBox {
    Q_OBJECT
public:
    explicit ModelChooser(QWidget* parent = nullptr);

    void setModels(const std::vector<ModelEntry>& models);
    /// Sets the model that answers; an empty path: none.
    void setCurrentModel(const QString& path, const QString& name);
    void showPopup() override;

signals:
    void modelChosen(const QString& path);
    void openWished();
    void listWished(); ///< the list is about to be shown

private:
    void fill();

    std::vector<ModelEntry> m_models;
    QString m_path;
    QString m_name;
};

}
