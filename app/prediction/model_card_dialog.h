#pragma once

#include "engine/model_files/model_card.h"

#include <QDialog>

namespace app {

/// The card of a model, to be read in full and copied.
class ModelCardDialog : public QDialog {
    Q_OBJECT
public:
    /// @param file  where the model lies
    ModelCardDialog(const engine::ModelCard& card, const QString& file, QWidget* parent = nullptr);
};

}
