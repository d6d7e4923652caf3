#pragma once

#include <QDialog>

namespace widgets {
class NearestLists;
}

namespace app {

class Jobs;

/// “What else sounds like this face looks?”: asks a model that compares what is seen with what is heard (VAT)
/// for the nearest segments of the dataset, and shows them. `polylogue-models retrieve` answers, as a job.
class NearestDialog : public QDialog {
    Q_OBJECT
public:
    /// @param programs  the folder with `polylogue-models`
    NearestDialog(Jobs& jobs, QString programs, QWidget* parent);

    /// @param model  its file @param list  the dataset's `dataset.json` @param seconds  of the video
    void search(const QString& model, const QString& list, const QString& video, double seconds);

signals:
    void segmentWished(const QString& video, double seconds);

private:
    void take(const QByteArray& answer, const QString& problem);

    Jobs& m_jobs;
    QString m_programs;
    QString m_model; ///< the name of the file that answers
    widgets::NearestLists* m_lists;
};

}
