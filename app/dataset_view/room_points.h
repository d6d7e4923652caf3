#pragma once

#include "app/dataset_view/segment_points.h"
#include "app/tasks/task.h"

#include <QTimer>

#include <functional>

namespace app {

class KnownAnswers;
class Tasks;
class VideoOpener;

/// The points of the dataset view: made in the background of the answers that are known, and again when
/// more of them came or something else changed of which the points are.
class RoomPoints : public QObject {
    Q_OBJECT
public:
    /// @param further  what is known beside the answers when points are made
    RoomPoints(Document& document, const VideoOpener& videos, const ProjectMoments& moments,
               KnownAnswers& answers, std::function<FurtherAnswers()> further, Tasks& tasks, QObject* parent);

    /// What can be shown of the model: which of its classes it is, then its outputs.
    QStringList choices() const;
    void setChoice(std::size_t choice); ///< a place among the choices
    std::size_t choice() const { return m_choice; }
    void makeAgain();
    void setStale(); ///< labels are others: the next advance() makes them again
    void advanceSoon(); ///< once edits of labels pause
    /// Makes the points where something of them changed, unless they are being made.
    void advance();
    bool isSettled() const { return !m_later.isActive() && !m_making.isRunning(); }

signals:
    void made(const widgets::DatasetContentPtr& content, const app::SegmentFactsPtr& facts);

private:
    void make();
    ShownOutput shown() const;
    QString nameOfClasses() const;

    Document& m_document;
    const VideoOpener& m_videos;
    const ProjectMoments& m_moments;
    KnownAnswers& m_answers;
    std::function<FurtherAnswers()> m_further;
    std::size_t m_choice = 0;
    std::shared_ptr<const engine::LabelToLearn> m_learnt; ///< null: it is to be read
    bool m_isStale = false;
    QTimer m_later; ///< joins edits of labels, and segments that come
    Task m_making;
};

}
