#pragma once

#include "engine/formats/common/exchanged_tiers.h"
#include "engine/formats/common/format.h"

#include <QDialog>

class QComboBox;
class QListWidget;

namespace app {

/// What a file of annotation holds, what of it could not be read, and what is to become of it.
class ImportDialog : public QDialog {
    Q_OBJECT
public:
    /// @param format     its name, for people
    /// @param videos     ids that the dataset has, the one in sight first
    /// @param lackWords  whether the video in sight has no words yet: then those of the file are proposed
    ImportDialog(const QString& file, const engine::Format& format, const engine::ImportedTiers& imported,
                 const QStringList& videos, bool lackWords, QWidget* parent = nullptr);

    engine::ExchangedTiers chosen() const; ///< tiers that are ticked
    std::string video() const; ///< for tiers that name none
    bool asJudgements() const;
    std::string words() const; ///< the tier, by its name in the file, that becomes the words; empty: none
    std::string labels() const; ///< the same of the labelled segments

private:
    QComboBox* roleBox(const char* name, const std::string& proposed);
    const engine::ImportedTiers& m_imported;
    QListWidget* m_tiers;
    QComboBox* m_video;
    QComboBox* m_as;
    QComboBox* m_words;
    QComboBox* m_labels;
};

}
