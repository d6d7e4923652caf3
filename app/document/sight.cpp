#include "app/document/sight.h"

#include <utility>

namespace app {

void DocumentSight::set(const Sight& sight)
{
    if (std::exchange(m_now, sight) != sight)
        emit changed();
}

QString DocumentSight::whyHidden()
{
    return tr("Hidden during a blind pass. Leave the pass, or finish it.");
}

}
