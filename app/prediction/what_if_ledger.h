#pragma once

#include "app/document/segment_in_sight.h"
#include "app/document/tried_items.h"
#include "widgets/predict/what_if.h"

#include <QObject>

class QMenu;

namespace app {

class LivePrediction;

/// What a model would say if the segment in sight were another: a line for each thing that somebody tried.
/// What is tried is kept with the project, each a step that can be undone; the data stay as they are.
class WhatIfLedger : public QObject {
    Q_OBJECT
public:
    WhatIfLedger(const Document& document, LivePrediction& prediction,
                 widgets::WhatIf& view);

    void showSegment(); ///< another one is in sight, or what may be seen of it has changed
    /// The lines of the segment in sight, below those of its edits: what becomes of this output.
    std::vector<widgets::WhatIf::Change> lines(std::size_t output) const;

signals:
    void changed(); ///< lines() did
    /// All that is tried of the video in sight is to be this. @param step  its name in the history
    void triedWished(const QString& step, const std::vector<app::Tried>& all);
    /// What was tried is to become an edit, and no trial any more.
    /// @param step       the step's name
    /// @param firstWord  of the segment, among the video's words
    /// @param rest       what is still tried in the video then
    void applyWished(const QString& step, const app::Tried& tried, std::size_t firstWord,
                     const std::vector<app::Tried>& rest);

private:
    struct Answer {
        quint64 basis = 0; ///< the prediction with which it is compared
        std::vector<float> values; ///< of the outputs; none: they are asked for, or cannot be tried any more
        bool isRefused = false;
    };

    std::vector<Tried> here() const; ///< of the segment in sight
    bool isHere(const Tried& tried) const;
    void ask();
    void fillMenu(QMenu& menu);
    void apply(const Tried& tried);
    void remove(const Tried& tried);
    int numberOf(const Tried& tried) const; ///< among lines(); −1: it is none of them
    void rename(int trial, const QString& name);
    QString shownName(const Tried& tried) const; ///< the person's, or what it is

    widgets::WhatIf& m_view;
    SegmentInSight m_segment;
    const Document& m_document;
    LivePrediction& m_prediction;
    std::vector<std::pair<Tried, Answer>> m_answers; ///< of the segment in sight
};

}
