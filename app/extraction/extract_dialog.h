#pragma once

#include "app/extraction/extract_choice_page.h"
#include "app/extraction/extraction_run.h"

#include <QDialog>

#include <filesystem>

class QStackedWidget;

namespace app {

class ExtractProgressPage;

/// Makes a dataset of recordings: which of them, which features, where to; then how far it is and what
/// failed. Closing it while it runs leaves the work going on in the background.
class ExtractDialog : public QDialog {
    Q_OBJECT
public:
    using Beginning = ExtractionBeginning;
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
    void connectPages();
    void start();
    void follow(const ExtractionState& state);

    bool m_isAgain; ///< a dataset is added to
    EditedTranscripts m_edited;
    bool m_isReady = false; ///< datasetReady() was told in this run
    ExtractionRun m_run;
    std::filesystem::file_time_type m_begun; ///< when the work began, as the disk counts time
    QStackedWidget* m_pages;
    ExtractChoicePage* m_choice;
    ExtractProgressPage* m_progress;
};

}
