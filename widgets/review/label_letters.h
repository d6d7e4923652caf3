#pragma once

#include "engine/annotation/tier.h"

#include <QString>

#include <algorithm>
#include <vector>

namespace widgets {

/// The letter that chooses each label: the first of its name that none before it has. Null: it has none left.
inline std::vector<QChar> lettersOf(const std::vector<engine::LabelScheme>& labels)
{
    std::vector<QChar> letters;
    for (const engine::LabelScheme& label : labels) {
        QChar letter;
        for (const QChar candidate : QString::fromStdString(label.name).toLower()) {
            if (candidate.isLetter() && std::ranges::find(letters, candidate) == letters.end()) {
                letter = candidate;
                break;
            }
        }
        letters.push_back(letter);
    }
    return letters;
}

}
