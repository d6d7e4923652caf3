#pragma once

#include <QObject>

namespace app {

class Document;
class Editor;

/// Marks of a live session become a tier of the project when a recording of that session is first opened as a
/// video: one step, which can be undone.
class MarkImport : public QObject {
    Q_OBJECT
public:
    MarkImport(Document& document, Editor& editor, QObject* parent);

private:
    void take();

    Document& m_document;
    Editor& m_editor;
};

}
