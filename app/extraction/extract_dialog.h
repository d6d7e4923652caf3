#pragma once

#include "app/extraction/extraction_run.h"

#include <QDialog>
#include <QElapsedTimer>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QTableWidget;

namespace app {

class FeatureChoice;
class RecordingsTable;

/// Makes a dataset of recordings: which of them, which features, where to; then how far it is and what
/// failed. Closing it while it runs leaves the work going on in the background.
class ExtractDialog : public QDialog {
    Q_OBJECT
public:
    /// @param programs  the folder with the programs
    /// @param paths     recordings and folders to begin with
    ExtractDialog(Jobs& jobs, const QString& programs, const QStringList& paths, QWidget* parent);

    QString list() const; ///< the `dataset.json` that comes of it

signals:
    void datasetWished(const QString& list); ///< a person wants to see it
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
    QStringList arguments() const;
    void copyCommand();
    void start();
    void showState(const ExtractionState& state);
    void showRecording(int row, const QString& id, const std::map<QString, ExtractionState::Step>& steps);
    void showEnd(const ExtractionState& state);

    ExtractionRun m_run;
    QElapsedTimer m_clock;
    QStackedWidget* m_pages;
    RecordingsTable* m_recordings;
    FeatureChoice* m_features;
    QLabel* m_estimate;
    QLabel* m_count;
    QLineEdit* m_folder;
    QLabel* m_problem;
    QPushButton* m_start;
    QLabel* m_head;
    QLabel* m_left;
    QProgressBar* m_overall;
    QTableWidget* m_steps;
    QPushButton* m_stop;
    QPushButton* m_open;
};

}
