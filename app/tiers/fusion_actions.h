#pragma once

#include <QObject>

namespace app {

class Actions;
class Document;
class Editor;
class FusionDialog;
class Jobs;

/// Makes one trace of several raters' continuous ratings of the video in sight.
class FusionActions : public QObject {
    Q_OBJECT
public:
    FusionActions(Document& document, Editor& editor, Jobs& jobs, const Actions& actions, QWidget* window);

signals:
    void message(const QString& text);

private:
    void ask();
    void make(const FusionDialog& dialog);

    Document& m_document;
    Editor& m_editor;
    Jobs& m_jobs;
    QWidget* m_window;
};

}
