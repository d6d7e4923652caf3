#include "app/help/key_field.h"

#include "app/actions/digit_keys.h"

#include <QKeyEvent>

namespace app {

void KeyField::keyPressEvent(QKeyEvent* event)
{
    if (const auto digit = digitSequence(*event))
        setKeySequence(*digit);
    else
        QKeySequenceEdit::keyPressEvent(event);
}

}
