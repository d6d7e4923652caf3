#pragma once

#include "app/tasks/task.h"
#include "widgets/predict/nearest_lists.h"

namespace app {

struct ProjectMoment;
class Tasks;

/// “What else sounds like this face looks?”: asks a model that compares what is seen with what is heard (VAT)
/// for the nearest segments of the dataset, and shows them. `polylogue-models retrieve` answers, as a task.
class NearestPanel : public widgets::NearestLists {
    Q_OBJECT
public:
    /// @param programs  the folder with `polylogue-models`
    NearestPanel(Tasks& tasks, QString programs, QWidget* parent = nullptr);

    /// @param model  its file @param seconds  of the video
    void search(const QString& model, const ProjectMoment& moment, const QString& video, double seconds);
    void clear(); ///< says how to search

    struct Answer {
        QString model; ///< the name of the file that answered
        Segment own;
        std::vector<Segment> sounds, pictures;
        int compared = 0; ///< segments
    };

private:
    QString m_programs;
    Task m_comparing;
};

}
