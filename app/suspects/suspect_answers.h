#pragma once

#include "app/editing/editor.h"
#include "app/suspects/suspect_verdicts.h"
#include "engine/suspects/suspects.h"

#include <QObject>

#include <optional>

namespace app {

class Document;
class FoundSuspects;
class VideoOpener;

/// What a person says of a suspicious segment.
struct SuspectAnswer {
    engine::Suspect suspect;
    Verdict verdict;
    double value; ///< with Verdict::Corrected
};

/// Puts answers about suspicious segments into the annotation, each as one step: what was said, and with it
/// the label or the boundary that the answer changes.
class SuspectAnswers : public QObject {
    Q_OBJECT
public:
    SuspectAnswers(Document& document, Editor& editor, VideoOpener& videos, const FoundSuspects& found,
                   QObject* parent);

    /// @return  false: the video of the segment is opened first, and the answer waits for it
    bool give(const SuspectAnswer& answer);
    bool isWaiting() const { return m_waiting.has_value(); }

private:
    void take(const SuspectAnswer& answer); ///< the video of the answer is in sight
    void label(const SuspectAnswer& answer);
    void setValue(const SuspectAnswer& answer, std::size_t segment, const std::string& label,
                  const Editor::Value& value);
    void setClass(const SuspectAnswer& answer, std::size_t segment, std::size_t place);
    void moveEdge(const SuspectAnswer& answer);

    Document& m_document;
    Editor& m_editor;
    VideoOpener& m_videos;
    const FoundSuspects& m_found;
    std::optional<SuspectAnswer> m_waiting; ///< for its video to come into sight
};

}
