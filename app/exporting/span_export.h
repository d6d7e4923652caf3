#pragma once

#include "engine/core/interval.h"

#include <QObject>

class QWidget;

namespace app {

class Actions;
class Document;
class Tasks;
class Player;
class TimelinePanel;

/// File → Export selection: the selected span, or the segment, as clip, sound or table. A task with progress,
/// that can be stopped.
class SpanExport : public QObject {
    Q_OBJECT
public:
    SpanExport(Document& document, Player& player, Tasks& tasks, const Actions& actions,
               const TimelinePanel& timeline, QWidget* window);

private:
    void ask();
    void exportMedia(bool isClip, engine::Interval span, const QString& target);
    void exportTable(engine::Interval span, const QStringList& sequences, const QString& target);

    Document& m_document;
    Player& m_player;
    Tasks& m_tasks;
    const TimelinePanel& m_timeline;
    QWidget* m_window;
};

}
