#pragma once

#include <QImage>
#include <QString>

namespace widgets {

/// Something that was opened before, as the page of the first start lists it.
struct RecentProject {
    QString entry; ///< what opens it again
    QString name; ///< `interviews`
    QString place; ///< `~/studies`
    QString trouble; ///< why it cannot be opened, in a sentence; empty: it can, as far as is known
    QImage picture; ///< what was in sight last; null: none is known
};

}
