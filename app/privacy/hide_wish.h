#pragma once

#include <QString>
#include <QStringList>

namespace app {

/// Somebody who is filmed, by name.
struct FilmedPerson {
    QString name;
    int videos = 0;
};

/// How people are hidden.
struct HideWish {
    QStringList consenting; ///< people who stay as they are
    QString face = QStringLiteral("mask"); ///< `mask`, `blur`, `pixelate`
    bool points = false;
    QString voice = QStringLiteral("change"); ///< `change`, `change-common`, `mute`, `keep`
    QStringList words;
    QString folder; ///< that is made
};

/// A finished picture to be looked at.
struct LookPicture {
    QString file; ///< of the hidden picture
    QString video; ///< of the copy
    QString copy; ///< the copy's recording
    QString original; ///< the recording that it comes from; empty: not known
    double seconds = 0.0;
    QString why; ///< empty: one of the pictures that are shown of all videos
};

}
