#pragma once

#include "engine/explain/absent_kind.h"
#include "engine/explain/interaction_map.h"

#include <QWidget>

#include <optional>

class QFrame;
class QLabel;

namespace widgets {

class SegmentedChoice;
class TermBars;

/// How words, sound and face work together in one segment: the class in words, the seven terms, and what
/// stands for a modality that is absent.
class InteractionView : public QWidget {
    Q_OBJECT
public:
    explicit InteractionView(QWidget* parent = nullptr);

    struct Shown {
        engine::InteractionMap map;
        double range = 1.0; ///< of the output's scale
        bool isCurrent = true; ///< false: a newer one is on its way
    };
    void setMap(const std::optional<Shown>& shown);
    void setModalities(const engine::EnabledModalities& learnt); ///< modalities that the model learnt from
    void setAbsent(engine::AbsentKind absent); ///< what is chosen; never emits
    void setHidingOffered(bool isOffered); ///< whether the model can hide modalities (AbsentKind::Mask)

signals:
    void absentChosen(engine::AbsentKind absent);

private:
    SegmentedChoice* m_absent;
    QFrame* m_card;
    QLabel* m_class;
    QLabel* m_sentence;
    TermBars* m_bars;
    QLabel* m_sum;
};

/// The class as a title: `Conflict: the voice says otherwise`.
QString verdictTitle(const engine::InteractionMap& map, const engine::InteractionMap::Verdict& verdict);

}
