#pragma once

#include <QString>
#include <QStringList>

#include <cstddef>
#include <optional>

namespace app {

/// The column of the label that a model's output predicts, by its name; absent: there is no such label. A
/// file that names no labels has `label`, or `label 1`, `label 2`; a model that learnt such a file calls
/// these `sentiment`, or `class_1`, `trait_2`, by their numbers.
/// @param names  of the labels, one per column
std::optional<std::size_t> labelColumn(const QString& output, const QStringList& names);

}
