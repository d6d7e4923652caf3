#pragma once

#include "app/document/tier_views.h"
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
class TierInHand;
class TierReader;
class VideoOpener;

/// Makes labelled segments, or those of the own tier in hand, where a video has none: from the pauses of its
/// sound, from the sentences of its words, evenly, over the whole video, or where the labelled ones are. One
/// step of the history for all videos.
class SegmentMaker : public QObject {
    Q_OBJECT
public:
    /// @param videos  whose sequences say how long a video without a recording is
    /// @param hand    which tier is meant
    SegmentMaker(Document& document, Editor& editor, VideoOpener& videos, TierReader& reader, Tasks& tasks,
                 const Actions& actions, const TierInHand& hand, QWidget* window);

private:
    using Spans = std::map<std::string, std::vector<engine::Interval>>; ///< by video

    void ask();
    TierName wishedTier() const;
    void measure(const SegmentWish& wish, const std::set<std::string>& videos);
    void addSentences(const SegmentWish& wish, const std::set<std::string>& videos);
    void addWhereLabels(const SegmentWish& wish, const std::set<std::string>& videos);
    void add(const SegmentWish& wish, const Spans& spans);

    Document& m_document;
    Editor& m_editor;
    VideoOpener& m_videos;
    TierReader& m_reader;
    Tasks& m_tasks;
    const TierInHand& m_hand;
    QWidget* m_window;
};

}
