#pragma once

#include <QObject>
#include <QPointer>

namespace widgets {
class DatasetView;

}

namespace app {

class CounterfactualDialog;
class KnownAnswers;
class Tasks;

/// Asks what would flip the model's answer about a segment of the dataset view, in a dialog of its own.
class RoomFlips : public QObject {
    Q_OBJECT
public:
    /// @param programs  the folder with `polylogue-models`
    RoomFlips(const KnownAnswers& answers, Tasks& tasks, const QString& programs, widgets::DatasetView& view,
              QObject* parent);

    /// @param segment  its place among the answers
    void ask(std::size_t segment, const QString& model, const QString& output);

signals:
    void segmentWished(const QString& video, double seconds); ///< one that the answer names

private:
    void seek(const std::string& id);

    const KnownAnswers& m_answers;
    Tasks& m_tasks;
    QString m_programs;
    widgets::DatasetView& m_view;
    QPointer<CounterfactualDialog> m_dialog;
};

}
