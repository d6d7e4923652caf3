#pragma once

#include "app/training/training_pace.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace app {

/// How long the training that a form describes will take: as earlier ones of its kind did, or as a few epochs
/// tell that were trained for nothing else. Where neither is known, it says so.
class ExpectedPanel : public QWidget {
    Q_OBJECT
public:
    explicit ExpectedPanel(QWidget* parent = nullptr);

    void setPaces(std::vector<TrainingPace> paces); ///< of earlier trainings
    void addMeasured(TrainingPace pace);
    /// @param configuration  of the training; null: there is none yet
    /// @param segments       that it learns from; 0: unknown
    void setTraining(nlohmann::json configuration, std::size_t segments);
    void setMeasuring(bool isMeasuring);
    void setProblem(const QString& text); ///< why nothing could be measured; until the training is another

signals:
    void measureWished();

private:
    void show();

    std::vector<TrainingPace> m_paces;
    std::vector<TrainingPace> m_measured;
    nlohmann::json m_configuration;
    std::size_t m_segments = 0;
    bool m_isMeasuring = false;
    QString m_problem;
    QLabel* m_time;
    QLabel* m_detail;
    QPushButton* m_measure;
};

}
