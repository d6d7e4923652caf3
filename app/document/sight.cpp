#include "app/document/sight.h"

#include <utility>

namespace app {

void DocumentSight::set(const Sight& sight)
{
    m_set = sight;
    show();
}

void DocumentSight::setComparing(bool isComparing)
{
    m_isComparing = isComparing;
    show();
}

void DocumentSight::show()
{
    Sight sight = m_set;
    if (m_isComparing)
        sight.labels = sight.others = sight.predictions = sight.dataset = false;
    if (std::exchange(m_now, sight) != sight)
        emit changed();
}

QString DocumentSight::whyHidden()
{
    return tr("Hidden during a blind pass. Leave the pass, or finish it.");
}

}
