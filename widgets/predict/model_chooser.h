#pragma once

#include "widgets/base/elided_combo_box.h"

#include <vector>

namespace widgets {

/// A model that can be chosen.
struct ModelEntry {
    QString path;
    QString name;
    QString detail; ///< its class and how good it is
    bool fits = true; ///< it takes what this dataset has

    friend bool operator==(const ModelEntry&, const ModelEntry&) = default;
};

/// The model that answers, by name; its list has those at hand, each with a second line, and `Open model…`.
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
