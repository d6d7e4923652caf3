#pragma once

#include <QImage>
#include <QString>

/// Small pictures of what was in sight last in each project, in the cache. They may be lost without harm.
namespace app {

/// Makes the picture small and writes it for this entry of `Settings::recent`. A disk that is full or
/// read-only is no error.
void writeRecentPicture(const QString& entry, const QImage& picture);
/// Null: there is none.
QImage readRecentPicture(const QString& entry);

}
