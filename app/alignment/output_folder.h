#pragma once

#include "app/tasks/folder_check.h"

#include <QWidget>

#include <filesystem>

class QLabel;
class QLineEdit;
class QPushButton;

namespace app {

class Document;
class Project;

/// A field for the folder that results are written into, with a button that chooses one, and a sentence where
/// nothing can be written there, or other files lie there.
class OutputFolder : public QWidget {
    Q_OBJECT
public:
    /// @param kind  of files, as askForFolder() keeps them apart
    OutputFolder(const char* kind, const std::filesystem::path& proposal, QWidget* parent);

    std::filesystem::path folder() const; ///< absolute, when the button is enabled
    /// From now on this button is enabled as long as the folder can be used, as far as is known.
    void setButton(QPushButton* button);

private:
    bool isUsable() const;
    void choose();
    void show();

    const char* m_kind;
    QLineEdit* m_field;
    QLabel* m_problem;
    QPushButton* m_button = nullptr;
    FolderCheck m_check;
};

/// Beside the project and under its name; where the program keeps the project in its own folder, which nobody
/// looks into, beside the dataset and under its name.
std::filesystem::path proposedFolder(const Project& project, const Document& document,
                                     const std::string& ending);

}
