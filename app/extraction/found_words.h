#pragma once

#include "app/dataset/dataset_loader.h"

#include <QObject>

#include <memory>

namespace app {

class Document;
class Editor;
class Tasks;

/// Gives the project's words without times those that an extraction found for them, in all videos and as one
/// step of the history. Words that differ from those that were extracted stay as they are.
class FoundWords : public QObject {
    Q_OBJECT
public:
    FoundWords(const Document& document, Editor& editor, Tasks& tasks, QObject* parent);

    /// An extraction has ended: the sequences that are opened next have what it found.
    void expect() { m_isExpected = true; }
    void take(const std::shared_ptr<const OpenDataset>& dataset);

private:
    const Document& m_document;
    Editor& m_editor;
    Tasks& m_tasks;
    bool m_isExpected = false;
};

}
