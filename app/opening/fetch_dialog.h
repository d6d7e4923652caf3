#pragma once

#include "app/opening/dataset_fetch.h"
#include "app/tasks/folder_check.h"
#include "app/tasks/task.h"

#include <QDialog>
#include <QElapsedTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace app {

/// Lets a person choose a standard dataset, its files, the address and the folder; fetches the files and
/// shows the progress. Closing the dialog stops; what has come is kept.
class FetchDialog : public QDialog {
    Q_OBJECT
public:
    FetchDialog(Tasks& tasks, QWidget* parent);

    /// Waits and retries of the downloads.
    void setDownloadOptions(const engine::DownloadOptions& options) { m_options = options; }

signals:
    /// Everything that was chosen is there; `list` is its `dataset.json`.
    void fetched(const QString& list);

private:
    void makeForm();
    void makeTable();
    void readLists();
    void showDataset(int index);
    void showFolder();
    void chooseFolder();
    void startOrStop();
    void lookAtFolder(const std::vector<engine::FetchItem>& items);
    void begin(const std::vector<engine::FetchItem>& items);
    std::vector<engine::FetchItem> chosenItems() const;
    QString whyNot(const std::vector<engine::FetchItem>& items) const;
    void showState(const FetchState& state);
    void showFile(int row, const FetchState::File& file);
    void showTotal(const FetchState& state);
    void showEnd(const FetchState& state);
    QString stopped() const; ///< what is said of a fetch that was stopped
    void setMessage(const QString& text, bool isProblem);
    void setRunning(bool running);

    Task m_looking; ///< at the folder
    DatasetFetch m_fetch;
    engine::DownloadOptions m_options;
    std::vector<engine::DatasetList> m_lists;
    std::vector<engine::FetchItem> m_items; ///< of the dataset in sight, a row each
    std::vector<int> m_rows; ///< of the files that are being fetched
    QElapsedTimer m_clock; ///< since the first byte that came …
    std::uintmax_t m_before = 0; ///< … and what was there then
    QComboBox* m_dataset;
    QLabel* m_notes;
    QTableWidget* m_table;
    QLineEdit* m_base;
    QLineEdit* m_folder;
    FolderCheck m_folderCheck{*m_folder};
    QString m_folderProblem; ///< what the check found last; empty: nothing
    QPushButton* m_browse;
    QProgressBar* m_total;
    QLabel* m_message;
    QPushButton* m_start;
};

}
