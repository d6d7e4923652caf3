#include "app/document/sight.h"

#include <utility>

namespace app {

void DocumentSight::set(const Sight& sight)
{
    m_set = sight;
    show();
}

void DocumentSight::setCompared(Compared compared)
{
    m_compared = compared;
    show();
}

void DocumentSight::show()
{
    Sight sight = m_set;
    if (m_compared != Compared::Nothing)
        sight.labels = sight.others = sight.predictions = sight.dataset = false;
    sight.texts = m_compared != Compared::Texts;
    if (std::exchange(m_now, sight) != sight)
        emit changed();
}

QString DocumentSight::whyHidden()
{
    return tr("Hidden during a blind pass. Leave the pass, or finish it.");
}

}
