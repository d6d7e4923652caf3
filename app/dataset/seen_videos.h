#pragma once

#include "app/tasks/task.h"
#include "engine/annotation/change.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

namespace app {

class Document;
class Tasks;

/// What annotators had seen of each video before they answered: predictions, answers of others, … A project
/// may have a hundred thousand such items, so they are read in the background, and afterwards only those that
/// changed.
class SeenVideos : public QObject {
    Q_OBJECT
public:
    SeenVideos(Document& document, Tasks& tasks, QObject* parent = nullptr);

    /// Names of things (`engine::ExposedThing`), sorted.
    QStringList of(const QString& video) const;

signals:
    void changed(const QString& video);

private:
    void readAll();
    void readChanged();
    void read(std::vector<engine::Item> items);

    Document& m_document;
    Task m_reading;
    QHash<QString, QSet<QString>> m_things; ///< by video; only grows, as the items do
    QSet<QString> m_names; ///< of items that changed
    QTimer m_pause; ///< joins the items of several answers
};

}
