#pragma once

#include <QObject>

namespace app {

class Actions;
class Document;
class Editor;
class FusionDialog;
class Tasks;

/// Makes one trace of several raters' continuous ratings of the video in sight.
class FusionActions : public QObject {
    Q_OBJECT
public:
    FusionActions(Document& document, Editor& editor, Tasks& tasks, const Actions& actions, QWidget* window);

private:
    void ask();
    void make(const FusionDialog& dialog);

    Document& m_document;
    Editor& m_editor;
    Tasks& m_tasks;
    QWidget* m_window;
};

}
