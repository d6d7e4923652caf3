#pragma once

#include <QString>

namespace app {

/// `word_vectors` as the head of a track shows it: `Word vectors`.
inline QString sequenceTitle(QString key)
{
    key.replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!key.isEmpty())
        key.front() = key.front().toUpper();
    return key;
}

}
