#pragma once

#include "app/extraction/extract_choice_page.h"
#include "app/extraction/extraction_run.h"

#include <QDialog>

#include <filesystem>

class QStackedWidget;

namespace app {

class ExtractProgressPage;

/// Makes sequences of recordings, for the open project or as a dataset of their own: which recordings, which
/// features, where to; then how far it is and what failed. Closing it while it runs leaves the work going on
/// in the background.
class ExtractDialog : public QDialog {
    Q_OBJECT
public:
    using Beginning = ExtractionBeginning;
    /// @param programs  the folder with the programs
    ExtractDialog(Tasks& tasks, const QString& programs, const Beginning& beginning, QWidget* parent);

    QString list() const; ///< the `dataset.json` that comes of it

signals:
    void datasetReady(const QString& list); ///< the first recording of a dataset of its own is there
    void datasetWished(const QString& list); ///< a person wants to see it
    /// The folder has further sequences, or they are of more recordings.
    /// @param isOfProject  they belong to the project that was open when the dialog was
    /// @param since  files that were written from then on are this extraction's. @param goesOn  more may come
    void grown(const QString& list, bool isOfProject, std::filesystem::file_time_type since, bool goesOn);
    void message(const QString& text);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void reject() override;

private:
    void connectPages();
    void start();
    void follow(const ExtractionState& state);

    bool isOfProject() const;

    QString m_projectFolder; ///< where what is made becomes part of the project; empty: it does not
    ProjectTranscripts m_words;
    int m_joined = 0; ///< as ExtractionState, that was told
    bool m_isReady = false; ///< datasetReady() was told in this run
    ExtractionRun m_run;
    std::filesystem::file_time_type m_begun; ///< when the work began, as the disk counts time
    QStackedWidget* m_pages;
    ExtractChoicePage* m_choice;
    ExtractProgressPage* m_progress;
};

}
