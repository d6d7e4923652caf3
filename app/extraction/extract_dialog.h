#pragma once

#include "app/extraction/edited_transcripts.h"
#include "app/extraction/extraction_run.h"
#include "app/settings/settings.h"
#include "app/tasks/folder_check.h"
#include "engine/extraction/feature_sets.h"

#include <QDialog>
#include <QElapsedTimer>

#include <filesystem>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace app {

class FeatureChoice;
class RecordingsTable;
class StepsTable;

/// Makes a dataset of recordings: which of them, which features, where to; then how far it is and what
/// failed. Closing it while it runs leaves the work going on in the background.
class ExtractDialog : public QDialog {
    Q_OBJECT
public:
    /// What is chosen at first.
    struct Beginning {
        QStringList recordings{}; ///< files and folders
        QString folder{}; ///< of a dataset that gets what is made; empty: a new one
        std::vector<engine::FeatureSet> sets = engine::defaultFeatureSets();
        QStringList ticked{}; ///< names of recordings; empty: all
        EditedTranscripts edited{}; ///< of recordings whose words a person has edited
    };
    /// @param programs  the folder with the programs
    ExtractDialog(Tasks& tasks, const QString& programs, const Beginning& beginning, QWidget* parent);

    QString list() const; ///< the `dataset.json` that comes of it

signals:
    void datasetReady(const QString& list); ///< the first recording of a new dataset is there
    void datasetWished(const QString& list); ///< a person wants to see it
    /// The sequences of the dataset that was added to are there.
    /// @param since  files that were written from then on are this extraction's
    void datasetGrown(const QString& list, std::filesystem::file_time_type since);
    void message(const QString& text);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void reject() override;

private:
    QWidget* makeChoice();
    QWidget* makeSum();
    QWidget* makeProgress();
    void addFiles();
    void addFolder();
    void chooseTranscripts();
    void chooseFolder();
    void showSum();
    QString whyNot() const;
    bool hasEdited() const;
    QStringList arguments() const;
    void copyCommand();
    void start();
    void showState(const ExtractionState& state);
    void showEnd(const ExtractionState& state);
    void showFailed();

    bool m_isAgain; ///< a dataset is added to
    EditedTranscripts m_edited;
    bool m_isReady = false; ///< datasetReady() was told in this run
    ExtractionRun m_run;
    QElapsedTimer m_clock;
    std::filesystem::file_time_type m_begun; ///< when the work began, as the disk counts time
    QStackedWidget* m_pages;
    RecordingsTable* m_recordings;
    FeatureChoice* m_features;
    QLabel* m_estimate;
    QLabel* m_count;
    QLineEdit* m_folder;
    FolderCheck m_folderCheck{*m_folder};
    QCheckBox* m_anew;
    QLabel* m_licence; ///< of the landmark model, until somebody who chose faces has started once
    QLabel* m_problem;
    QPushButton* m_start;
    QLabel* m_head;
    QLabel* m_left;
    QProgressBar* m_overall;
    StepsTable* m_steps;
    QPushButton* m_stop;
    QPushButton* m_retry;
    QPushButton* m_report;
    QPushButton* m_open;
    Settings m_settings;
};

}
