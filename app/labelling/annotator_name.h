#pragma once

#include <QObject>

class QWidget;

namespace app {

class Editor;
class Settings;

/// Who gives values: asked for before the first one, remembered, and changed on wish.
class AnnotatorName : public QObject {
    Q_OBJECT
public:
    AnnotatorName(Editor& editor, Settings& settings, QWidget* window);

    void ask(); ///< who gives values from now on

private:
    QString nameFor(const QString& question, const QString& proposal);

    Editor& m_editor;
    QWidget* m_window;
};

}
