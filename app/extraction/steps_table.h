#pragma once

#include "app/extraction/extraction_run.h"
#include "engine/extraction/feature_sets.h"

#include <QMap>
#include <QStringList>
#include <QTableWidget>

#include <map>
#include <vector>

namespace app {

struct StepBar;

/// How far each recording of an extraction is, step by step: all of them from the beginning, and what failed
/// first.
class StepsTable : public QTableWidget {
    Q_OBJECT
public:
    explicit StepsTable(QWidget* parent = nullptr);

    struct Recordings {
        QStringList files;
        QStringList names; ///< as many
        QMap<QString, int> clips = {}; ///< how many some of them are, by their names
    };
    /// @param sets  that are to be made of the recordings
    void begin(const Recordings& recordings, const std::vector<engine::FeatureSet>& sets);
    void showState(const ExtractionState& state);
    QStringList failed() const; ///< names of the recordings of which a step failed
    QString report() const; ///< the table as lines of cells with tabs between them

private:
    using Steps = ExtractionState::Steps;
    void showRecording(int row, const QString& id, const Steps& steps, const ExtractionState& state);
    void hideEmptySteps(const std::map<QString, Steps>& recordings);
    QTableWidgetItem* cell(int row, int column);
    void putBar(int row, int column, const StepBar& bar, const QString& text);
    void put(int row, int column, const QString& text, const QColor& colour);
    bool isWanted(const char* step) const;

    QString withoutFolders(QString remark) const;

    Recordings m_recordings;
    std::vector<engine::FeatureSet> m_sets;
};

}
