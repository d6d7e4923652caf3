#pragma once

#include <optional>
#include <vector>

/// How well predicted yes-no classes agree with true ones: N ≥ 1 each.
namespace engine {

using BinaryClasses = std::vector<bool>;

/// Share of rows whose classes are equal.
double classAccuracy(const BinaryClasses& predictions, const BinaryClasses& truths);

/// F1 of both classes, each weighted by how often it is true; 0 for a class without any hit.
double weightedF1(const BinaryClasses& predictions, const BinaryClasses& truths);

/// Mean of the hit rates of both classes: (TP · N/P + TN) / 2N, with P and N true members of the classes
/// (Tong et al., Combating human trafficking with multimodal deep models, ACL 2017; the rule for CMU-MOSEI's
/// emotions). Absent when a class has no member.
std::optional<double> weightedAccuracy(const BinaryClasses& predictions, const BinaryClasses& truths);

}
