#pragma once

#include <Qt>

namespace widgets {

/// What a click or a lasso does to the selection.
enum class SelectionStep {
    Replace,
    Add, ///< with Shift
    Remove, ///< with Alt
};

/// The step that these modifiers ask for.
inline SelectionStep selectionStep(Qt::KeyboardModifiers modifiers)
{
    if (modifiers & Qt::AltModifier)
        return SelectionStep::Remove;
    return modifiers & Qt::ShiftModifier ? SelectionStep::Add : SelectionStep::Replace;
}

}
