#pragma once

#include "app/document/tier_views.h"

#include <QObject>

class QWidget;

namespace app {

class Actions;
class Document;
class Editor;
class TimelinePanel;

/// Unlocks the answers of a layer outside of their pass, by a menu or the head of their track, and locks them
/// again. Unlocking tells whose answers they are and asks who changes them.
class AnswerLockActions : public QObject {
    Q_OBJECT
public:
    AnswerLockActions(Document& document, Editor& editor, const Actions& actions, TimelinePanel& timeline,
                      QWidget* window);

private:
    void toggle(const TierName& tier);
    void askAndUnlock(const engine::Tier& tier);

    Document& m_document;
    Editor& m_editor;
    QWidget* m_window;
};

}
