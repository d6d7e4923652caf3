#pragma once

#include "app/extraction/edited_transcripts.h"
#include "app/extraction/recording_names.h"
#include "app/settings/settings.h"
#include "app/tasks/folder_check.h"
#include "engine/extraction/feature_sets.h"

#include <QMap>
#include <QWidget>

#include <vector>

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace app {

class FeatureChoice;
class RecordingsTable;
class Tasks;

/// What is chosen at first when sequences are made.
struct ExtractionBeginning {
    QStringList recordings{}; ///< files and folders
    QString folder{}; ///< where what is made becomes part of the open project; empty: a dataset of its own
    std::vector<engine::FeatureSet> sets = engine::defaultFeatureSets();
    QStringList ticked{}; ///< names of recordings; empty: all
    ProjectTranscripts words{}; ///< what the project knows is said
    RecordingNames names{};
};

/// The page of ExtractDialog where a person chooses recordings, features and a folder, and sees how long
/// the work will take.
class ExtractChoicePage : public QWidget {
    Q_OBJECT
public:
    ExtractChoicePage(Tasks& tasks, const ExtractionBeginning& beginning, QWidget* parent);

    void add(const QStringList& recordings); ///< files and folders
    void tickOnly(const QStringList& names); ///< of recordings; the keyboard goes to *Start*
    void setLicenceSeen(); ///< if it is shown, it never will be again

    QString folder() const;
    QStringList files() const; ///< of the recordings that are ticked
    std::vector<engine::FeatureSet> chosen() const;
    QStringList arguments() const; ///< of the program that makes the sequences
    QStringList names() const; ///< of the recordings that are ticked
    QMap<QString, int> clips() const; ///< how many some of them are, by their names
    QStringList askingProject() const; ///< names of ticked recordings whose words the project is asked for

signals:
    void startWished();
    void cancelWished();

protected:
    bool event(QEvent* event) override;

private:
    QHBoxLayout* makeWays();
    QHBoxLayout* makeButtons();
    QWidget* makeSum(bool isAgain);
    void addFiles();
    void addFolder();
    void chooseTranscripts();
    void chooseFolder();
    void showSum();
    QString whyNot() const;
    void copyCommand();

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
    Settings m_settings;
};

}
