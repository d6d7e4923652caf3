#pragma once

#include "app/exchange/annotation_file.h"
#include "app/exchange/import_tiers.h"

#include <QDialog>

class QComboBox;
class QListWidget;

namespace app {

class ImportRoles;

/// What a file of annotation holds, what of it could not be read, and what is to become of it.
class ImportDialog : public QDialog {
    Q_OBJECT
public:
    /// @param videos     ids that the dataset has, the one that is proposed first
    /// @param remark     what is worth knowing about the file beside its report; empty: nothing
    /// @param lackWords  whether that video has no words yet: then those of the file are proposed
    ImportDialog(const AnnotationFile& file, const QStringList& videos, const QString& remark, bool lackWords,
                 QWidget* parent = nullptr);

    TiersOfFile chosen() const; ///< tiers that are ticked, and the video of those that name none
    TierImport wish() const; ///< without the videos that are known

private:
    void listTiers();

    const AnnotationFile& m_file;
    QListWidget* m_tiers;
    QComboBox* m_video;
    ImportRoles* m_roles;
};

}
