#pragma once

#include <QDialog>

#include <filesystem>

namespace app {

class OutputFolder;

/// Asks where the sequences of all videos go that a recipe is applied to.
class ApplyAllDialog : public QDialog {
    Q_OBJECT
public:
    ApplyAllDialog(const std::filesystem::path& proposal, int videos, QWidget* parent);

    std::filesystem::path folder() const;

private:
    OutputFolder* m_folder;
};

}
