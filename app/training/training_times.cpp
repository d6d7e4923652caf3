#include "app/training/training_times.h"

#include "app/snapshot/project_moment.h"
#include "app/training/expected_panel.h"
#include "app/training/learnt_label.h"
#include "app/training/train_dialog.h"
#include "app/training/training_starter.h"

namespace app {

TrainingTimes::TrainingTimes(const ProjectMoments& moments, Tasks& tasks, QString programs,
                             TrainDialog& dialog)
    : QObject(&dialog)
    , m_moments(moments)
    , m_programs(std::move(programs))
    , m_dialog(dialog)
    , m_reading(tasks)
    , m_measuring(tasks)
{
    connect(&dialog.form().expected(), &ExpectedPanel::measureWished, this, &TrainingTimes::measure);
}

void TrainingTimes::read(const QString& runs)
{
    m_reading.start(
        tr("Reading how long trainings took"),
        [folder = runs.toStdString()](const TaskRun&) { return readPaces(folder); },
        [this](std::vector<TrainingPace> paces) { m_dialog.form().expected().setPaces(std::move(paces)); });
}

void TrainingTimes::measure()
{
    const std::optional<TrainingWish> wished = m_dialog.form().possibleWish();
    if (!wished)
        return;
    m_dialog.form().expected().setMeasuring(true);
    m_measuring.start(
        tr("Measuring a training"),
        [programs = m_programs.toStdString(), wish = *wished, moment = m_moments.now()](const TaskRun& run) {
            return measuredPace(programs, wish, datasetToLearn(moment, wish, run), run);
        },
        [this](const Outcome<TrainingPace>& outcome) {
            ExpectedPanel& panel = m_dialog.form().expected();
            panel.setMeasuring(false);
            if (const auto* pace = std::get_if<TrainingPace>(&outcome))
                panel.addMeasured(*pace);
            else if (const QString failure = failureOf(outcome); !failure.isEmpty())
                panel.setProblem(failure);
        });
}

}
