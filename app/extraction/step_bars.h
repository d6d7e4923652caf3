#pragma once

#include "engine/core/segment_input.h"

#include <QStyledItemDelegate>

namespace app {

/// How far one step of one recording is.
struct StepBar {
    enum class State { None, Waiting, Running, Done, Failed, LeftOut };
    State state = State::None;
    engine::Modality modality = engine::Modality::Acoustic; ///< what it makes; gives the colour
    double fraction = 0.0; ///< 0 to 1, of what runs
};

/// Paints a StepBar, the cell's `kStepBarRole`, in the place of the cell's text; its text stays for who
/// cannot see it.
class StepBars : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

inline constexpr int kStepBarRole = Qt::UserRole + 1;

}

Q_DECLARE_METATYPE(app::StepBar)
