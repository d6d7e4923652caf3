#pragma once

#include "engine/formats/common/exchanged_tiers.h"

#include <QDialog>

class QComboBox;
class QListWidget;

namespace app {

/// What a file of annotation holds, what of it could not be read, and what is to become of it.
class ImportDialog : public QDialog {
    Q_OBJECT
public:
    /// @param format  its name, for people
    /// @param videos  ids that the dataset has, the one in sight first
    ImportDialog(const QString& file, const QString& format, const engine::ImportedTiers& imported,
                 const QStringList& videos, QWidget* parent = nullptr);

    engine::ExchangedTiers chosen() const; ///< tiers that are ticked
    std::string video() const; ///< for tiers that name none
    bool asJudgements() const;

private:
    const engine::ImportedTiers& m_imported;
    QListWidget* m_tiers;
    QComboBox* m_video;
    QComboBox* m_as;
};

}
