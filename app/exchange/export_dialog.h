#pragma once

#include "engine/formats/common/exchanged_tiers.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QListWidget;
class QPlainTextEdit;

namespace engine {
struct Format;
}

namespace app {

/// Which tiers leave in which format, and what that format will lose.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    explicit ExportDialog(engine::ExchangedTiers tiers, QWidget* parent = nullptr);

    const engine::Format& format() const;
    engine::ExchangedTiers chosen() const;
    bool guardsCells() const;

private:
    void showLosses();

    engine::ExchangedTiers m_all;
    QComboBox* m_format;
    QListWidget* m_tiers;
    QCheckBox* m_guard;
    QPlainTextEdit* m_losses;
};

}
