#pragma once

#include "app/tiers/segments_dialog.h"
#include "engine/core/interval.h"

#include <QObject>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace app {

class Actions;
class Document;
class Editor;
class Tasks;
class TierReader;

/// Makes labelled segments where a video has none: from the pauses of its sound, from the sentences of its
/// words, or evenly. One step of the history for all videos.
class SegmentMaker : public QObject {
    Q_OBJECT
public:
    SegmentMaker(Document& document, Editor& editor, TierReader& reader, Tasks& tasks, const Actions& actions,
                 QWidget* window);

private:
    using Spans = std::map<std::string, std::vector<engine::Interval>>; ///< by video

    void ask();
    void listen(const SegmentWish& wish, const std::set<std::string>& videos);
    void addSentences(const SegmentWish& wish, const std::set<std::string>& videos);
    void add(const Spans& spans);

    Document& m_document;
    Editor& m_editor;
    TierReader& m_reader;
    Tasks& m_tasks;
    QWidget* m_window;
};

}
