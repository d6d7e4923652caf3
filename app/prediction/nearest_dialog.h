#pragma once

#include "engine/sequences/dataset_list.h"
#include "widgets/predict/nearest_lists.h"

#include <QDialog>

namespace app {

class Jobs;

/// “What else sounds like this face looks?”: asks a model that compares what is seen with what is heard (VAT)
/// for the nearest segments of the dataset, and shows them. `polylogue-models retrieve` answers, as a job.
class NearestDialog : public QDialog {
    Q_OBJECT
public:
    /// @param programs  the folder with `polylogue-models`
    NearestDialog(Jobs& jobs, QString programs, QWidget* parent);

    /// @param model  its file @param seconds  of the video
    void search(const QString& model, const engine::DatasetList& dataset, const QString& video,
                double seconds);

    struct Answer {
        QString model; ///< the name of the file that answered
        widgets::NearestLists::Segment own;
        std::vector<widgets::NearestLists::Segment> sounds, pictures;
        int compared = 0; ///< segments
        QString problem; ///< why there is none
    };

signals:
    void segmentWished(const QString& video, double seconds);

private:
    Jobs& m_jobs;
    QString m_programs;
    widgets::NearestLists* m_lists;
};

}
