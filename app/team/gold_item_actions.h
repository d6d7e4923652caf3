#pragma once

#include "engine/project_items/gold_items.h"

#include <QObject>

namespace app {

class Actions;
class Document;
class Editor;
class Review;
class TimelinePanel;

/// Makes the segment in hand a gold item, and takes that away again.
class GoldItemActions : public QObject {
    Q_OBJECT
public:
    GoldItemActions(Document& document, Editor& editor, const Review& review, TimelinePanel& timeline,
                    const Actions& actions, QWidget* window);

private:
    const engine::Segment* segmentInHand() const;
    QString titleOf(const engine::Segment& segment) const;
    /// Whether something may be said of the labels now; else a message has told why not.
    bool isAllowed();
    void ask();
    void make(const engine::GoldItem& gold);
    void takeAway();

    Document& m_document;
    Editor& m_editor;
    const Review& m_review;
    TimelinePanel& m_timeline;
    QWidget* m_window;
};

}
