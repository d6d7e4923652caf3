#pragma once

#include <cstddef>
#include <string>

namespace bench {

/// Plants errors into one label of ten of real features, and into none, where `../shared/data` has the file
/// `NAME.h5`, and prints how well they are found beside simpler orders; of `demo` in the drawn one.
/// @param isOfClasses  the labels become one of three classes
void measureRealSet(const std::string& name, bool isOfClasses, std::size_t seeds);

/// The same in made segments. @param noise  MadeSettings::noise
void measureMadeSet(double noise, std::size_t seeds);
}
