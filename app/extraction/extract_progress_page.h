#pragma once

#include "app/extraction/extraction_run.h"
#include "app/extraction/steps_table.h"
#include "engine/extraction/feature_sets.h"

#include <QElapsedTimer>
#include <QMap>
#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace app {

/// The page of ExtractDialog that shows how far an extraction is, and at its end what became of it.
class ExtractProgressPage : public QWidget {
    Q_OBJECT
public:
    explicit ExtractProgressPage(QWidget* parent);

    /// @param isOfProject  what is made becomes part of the open project
    void begin(const StepsTable::Recordings& recordings, const std::vector<engine::FeatureSet>& sets,
               bool isOfProject);
    void showState(const ExtractionState& told);

signals:
    void stopWished(); ///< while the extraction runs
    void goOnWished(); ///< after it was stopped
    /// @param names  of the recordings of which something failed
    void retryWished(const QStringList& names);
    void closeWished();
    void openWished(); ///< the dataset
    void reportCopied(); ///< to the clipboard
    void ended(const QString& result); ///< in a sentence

private:
    QHBoxLayout* makeButtons();
    void showEnd(const ExtractionState& state);

    bool m_isOver = false;
    QMap<QString, int> m_clips; ///< how many some recordings are, by their names
    QElapsedTimer m_clock;
    QLabel* m_head;
    QLabel* m_left;
    QProgressBar* m_overall;
    StepsTable* m_steps;
    QPushButton* m_stop;
    QPushButton* m_retry;
    QPushButton* m_report;
    QPushButton* m_open;
};

}
