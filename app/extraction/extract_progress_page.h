#pragma once

#include "app/extraction/extraction_run.h"
#include "engine/extraction/feature_sets.h"

#include <QElapsedTimer>
#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace app {

class StepsTable;

/// The page of ExtractDialog that shows how far an extraction is, and at its end what became of it.
class ExtractProgressPage : public QWidget {
    Q_OBJECT
public:
    /// @param isAgain  a dataset is added to
    ExtractProgressPage(bool isAgain, QWidget* parent);

    void begin(const QStringList& files, const std::vector<engine::FeatureSet>& sets);
    void showState(const ExtractionState& state);

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
