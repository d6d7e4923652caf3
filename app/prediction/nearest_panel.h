#pragma once

#include "engine/sequences/dataset_list.h"
#include "widgets/predict/nearest_lists.h"

namespace app {

class Jobs;

/// “What else sounds like this face looks?”: asks a model that compares what is seen with what is heard (VAT)
/// for the nearest segments of the dataset, and shows them. `polylogue-models retrieve` answers, as a job.
class NearestPanel : public widgets::NearestLists {
    Q_OBJECT
public:
    /// @param programs  the folder with `polylogue-models`
    NearestPanel(Jobs& jobs, QString programs, QWidget* parent = nullptr);

    /// @param model  its file @param seconds  of the video
    void search(const QString& model, const engine::DatasetList& dataset, const QString& video,
                double seconds);
    void clear(); ///< says how to search

    struct Answer {
        QString model; ///< the name of the file that answered
        Segment own;
        std::vector<Segment> sounds, pictures;
        int compared = 0; ///< segments
        QString problem; ///< why there is none
    };

private:
    Jobs& m_jobs;
    QString m_programs;
};

}
