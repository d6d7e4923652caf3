#pragma once

#include <string>

namespace engine {

/// To which fold an array of a file of tensors belongs, and what it is called in it.
struct TensorPlace {
    std::string fold; ///< `train`, `valid`, `test`, or what the file calls it; empty: none
    std::string array; ///< `text`, `id`

    friend bool operator==(const TensorPlace&, const TensorPlace&) = default;
};

/// Of a name as the community writes it: `train/text`, `text/train`, `X_train`, `train_labels`, `val.audio`;
/// and as a recipe's run writes it: `fold0/text`, `ids/fold0`. `val`, `dev` and `validation` are valid,
/// `training` is train. A name that speaks of no fold keeps its first group as fold, if it has one.
TensorPlace tensorPlaceOf(const std::string& name);

}
