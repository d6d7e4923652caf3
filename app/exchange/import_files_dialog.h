#pragma once

#include "app/exchange/annotation_file.h"
#include "app/exchange/import_tiers.h"

#include <QDialog>

#include <map>
#include <span>
#include <vector>

class QLabel;
class QPushButton;
class QTableWidget;

namespace app {

class ImportRoles;

/// Many files of annotation: a table of which goes into which video, before it happens.
class ImportFilesDialog : public QDialog {
    Q_OBJECT
public:
    using Lengths = std::map<std::string, double>; ///< of media in seconds, by video

    /// @param files    each with the video that it most likely belongs to; they stay where they are
    /// @param videos   ids that the dataset has
    /// @param lengths  of videos whose length is known
    ImportFilesDialog(std::span<const AnnotationFile> files, QStringList videos, Lengths lengths,
                      bool lackWords, QWidget* parent = nullptr);

    std::vector<TiersOfFile> chosen() const; ///< files that are ticked
    TierImport wish() const; ///< without the videos that are known

private:
    void addRow(int row);
    void showRemark(int row);
    void showState();
    bool isTaken(int row) const;
    QString videoAt(int row) const;

    std::span<const AnnotationFile> m_files;
    QStringList m_videos;
    Lengths m_lengths;
    QTableWidget* m_table;
    ImportRoles* m_roles;
    QLabel* m_head;
    QPushButton* m_import;
};

}
