#pragma once

#include "engine/core/interval.h"
#include "engine/project_items/exposures.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

class QWidget;

namespace app {

class Document;
class Review;
struct OtherJudgement;

/// Whether a person can see a widget: it is shown, not covered by others of its window, and no dialog keeps
/// the person from the window.
bool isOnScreen(const QWidget* widget);

/// Keeps what an annotator could see of the views of models and of others while an answer was made: looks at
/// the window ten times a second while a pass goes on, and notes the times beside the answer, when it is
/// committed and when its segment is left. What is hidden is never looked at.
class ExposureWatch : public QObject {
    Q_OBJECT
public:
    ExposureWatch(Document& document, Review& review, QObject* parent);

    /// A view in which something can be seen of a segment. @param isSeen  of the segment at these times, now
    using IsSeen = std::function<bool(engine::Interval)>;
    void add(engine::ExposedThing thing, IsSeen isSeen);
    /// The view of the answers beside the own one. @param isSeen  that of a person, or of the model
    void setBesideAnswer(std::function<bool()> isSeen) { m_isBesideSeen = std::move(isSeen); }

private:
    struct View {
        engine::ExposedThing thing;
        IsSeen isSeen;
    };
    /// A thing that is, or was, on the screen.
    struct Look {
        engine::Exposure exposure;
        qint64 since = -1; ///< of m_clock; -1: it is not on the screen now
    };
    void begin();
    void look();
    std::vector<engine::Exposure> seenNow() const;
    void addValues(std::vector<engine::Exposure>& seen, const OtherJudgement& other) const;
    void endLooks(const std::vector<engine::Exposure>& stillSeen);
    std::vector<engine::Exposure> takeLooks();
    void noteAnswer(const engine::ReviewPass::Place& place);
    void noteLeaving();
    void note(const engine::ReviewPass::Place& place, const std::vector<engine::Exposure>& seen);

    Document& m_document;
    Review& m_review;
    std::vector<View> m_views;
    std::function<bool()> m_isBesideSeen;
    std::vector<Look> m_looks; ///< at the segment in hand
    bool m_isAnswered = false; ///< the answer in hand counted when the last look was taken
    QElapsedTimer m_clock;
    QTimer m_tick;
};

}
