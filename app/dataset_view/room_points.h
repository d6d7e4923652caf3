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
    RoomPoints(Document& document, const VideoOpener& videos, KnownAnswers& answers,
               std::function<FurtherAnswers()> further, Tasks& tasks, QObject* parent);

    /// Makes the points of another output of the model.
    void setOutput(std::size_t output);
    std::size_t output() const { return m_output; }
    void makeAgain();
    void setStale() { m_isStale = true; } ///< the next advance() makes them again
    void advanceSoon(); ///< once edits of labels pause
    /// Makes the points where something of them changed, unless they are being made.
    void advance();
    bool isSettled() const { return !m_later.isActive() && !m_making.isRunning(); }

signals:
    void made(const widgets::DatasetContentPtr& content, const app::SegmentFactsPtr& facts);

private:
    void make();

    Document& m_document;
    const VideoOpener& m_videos;
    KnownAnswers& m_answers;
    std::function<FurtherAnswers()> m_further;
    std::size_t m_output = 0;
    bool m_isStale = false;
    QTimer m_later; ///< joins edits of labels, and segments that come
    Task m_making;
};

}
