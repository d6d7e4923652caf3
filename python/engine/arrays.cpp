#include "python/engine/arrays.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>

namespace python {

namespace py = pybind11;
using engine::ElementType;
using engine::ShapeError;

namespace {

/// Keeps an entry for as long as an array looks into it.
py::capsule keeping(const std::shared_ptr<const engine::Entry>& entry)
{
    return {new std::shared_ptr<const engine::Entry>(entry),
            [](void* kept) { delete static_cast<std::shared_ptr<const engine::Entry>*>(kept); }};
}

py::array readOnly(py::array array)
{
    array.attr("flags").attr("writeable") = false;
    return array;
}

std::vector<py::ssize_t> extents(const engine::FeatureArray& features)
{
    return {features.shape.begin(), features.shape.end()};
}

py::array texts(const std::vector<std::string>& values, const std::vector<py::ssize_t>& shape)
{
    std::size_t width = 1;
    for (const std::string& text : values)
        width = std::max(width, text.size());
    py::array array(py::dtype("S" + std::to_string(width)), shape);
    auto* bytes = static_cast<char*>(array.mutable_data());
    std::memset(bytes, 0, values.size() * width);
    for (std::size_t i = 0; i < values.size(); ++i)
        std::memcpy(bytes + i * width, values[i].data(), values[i].size());
    return array;
}

/// A copy in another type of NumPy.
py::array as(ElementType type, const py::array& array)
{
    return array.attr("astype")(dtypeName(type));
}

py::array numbersOf(const engine::FeatureArray& features, const py::object& keeper)
{
    const std::vector<py::ssize_t> shape = extents(features);
    return std::visit(
        [&](const auto& values) -> py::array {
            using Value = typename std::decay_t<decltype(values)>::value_type;
            if constexpr (std::is_same_v<Value, std::string>) {
                return texts(values, shape);
            } else {
                const bool isUnsigned = features.type == ElementType::UInt64;
                return {isUnsigned ? py::dtype::of<std::uint64_t>() : py::dtype::of<Value>(), shape,
                        values.data(), keeper};
            }
        },
        features.values);
}

bool isHeldAsItIs(ElementType type)
{
    return type == ElementType::Float32 || type == ElementType::Float64 || type == ElementType::Int64
        || type == ElementType::UInt64 || type == ElementType::Text;
}

/// The element type of an array's numbers. @throws ShapeError for other things than numbers.
ElementType typeOf(const py::array& array, const std::string& name)
{
    const std::string dtype = py::str(array.dtype().attr("name"));
    if (dtype == "bool")
        return ElementType::Int8; // as h5py writes them
    for (auto type = ElementType::Float16; type != ElementType::Text;
         type = static_cast<ElementType>(static_cast<int>(type) + 1)) {
        if (dtype == engine::name(type))
            return type;
    }
    throw ShapeError("data_invalid",
                     name + " has elements of type " + dtype + ", expected numbers (to 64 bits) or text");
}

py::array arrayOf(const py::object& values, const std::string& name)
{
    try {
        return py::module_::import("numpy").attr("asarray")(values);
    } catch (const py::error_already_set& error) {
        throw ShapeError("data_invalid",
                         name + " is no array: " + py::str(error.value()).cast<std::string>());
    }
}

/// The elements in row order, in this machine's order of bytes.
template <typename Value>
std::vector<Value> elements(const py::array& array)
{
    const auto dense = py::array_t<Value, py::array::c_style | py::array::forcecast>(array);
    const Value* first = dense.data();
    return {first, first + dense.size()};
}

std::vector<std::string> textElements(const py::array& array, const std::string& name)
{
    const py::object flat = array.attr("ravel")();
    std::vector<std::string> texts;
    texts.reserve(static_cast<std::size_t>(array.size()));
    for (const py::handle& each : flat.attr("tolist")()) {
        if (py::isinstance<py::bytes>(each)) {
            texts.push_back(each.cast<std::string>());
        } else if (py::isinstance<py::str>(each)) {
            Py_ssize_t size = 0;
            const char* utf8 = PyUnicode_AsUTF8AndSize(each.ptr(), &size);
            if (utf8 == nullptr) {
                PyErr_Clear();
                throw ShapeError("data_invalid", name + " has a text that is no valid Unicode");
            }
            texts.emplace_back(utf8, static_cast<std::size_t>(size));
        } else {
            throw ShapeError("data_invalid",
                             name + " has elements of type "
                                 + py::str(py::type::handle_of(each).attr("__name__")).cast<std::string>()
                                 + ", expected numbers or text");
        }
        while (!texts.back().empty() && texts.back().back() == '\0')
            texts.back().pop_back();
    }
    return texts;
}

}

std::string dtypeName(ElementType type)
{
    return engine::isText(type) ? "S" : engine::name(type);
}

py::array featuresOf(const std::shared_ptr<const engine::Entry>& entry)
{
    const engine::FeatureArray& features = entry->features;
    py::array array = numbersOf(features, keeping(entry));
    return readOnly(isHeldAsItIs(features.type) ? std::move(array) : as(features.type, array));
}

py::array intervalsOf(const std::shared_ptr<const engine::Entry>& entry)
{
    static_assert(sizeof(engine::Interval) == 2 * sizeof(double));
    const engine::IntervalArray& intervals = entry->intervals;
    const std::vector<py::ssize_t> shape{static_cast<py::ssize_t>(intervals.rows()), 2};
    py::array array(py::dtype::of<double>(), shape, reinterpret_cast<const double*>(intervals.values.data()),
                    keeping(entry));
    return readOnly(intervals.type == ElementType::Float64 ? std::move(array) : as(intervals.type, array));
}

engine::FeatureArray toFeatures(const py::object& values, const std::string& name)
{
    const py::array array = arrayOf(values, name);
    if (array.ndim() < 2)
        throw ShapeError("data_invalid",
                         fmt::format("{} has {} ax{}, expected rows × dimensions", name, array.ndim(),
                                     array.ndim() == 1 ? "is" : "es"));
    engine::FeatureArray features;
    features.shape.assign(array.shape(), array.shape() + array.ndim());
    const char kind = array.dtype().kind();
    if (kind == 'S' || kind == 'U' || kind == 'O') {
        features.type = ElementType::Text;
        features.values = textElements(array, name);
        return features;
    }
    features.type = typeOf(array, name);
    if (features.type == ElementType::Float64)
        features.values = elements<double>(array);
    else if (engine::isFloat(features.type))
        features.values = elements<float>(array);
    else if (features.type == ElementType::UInt64) {
        const std::vector<std::uint64_t> numbers = elements<std::uint64_t>(array);
        features.values = std::vector<std::int64_t>(numbers.begin(), numbers.end());
    } else
        features.values = elements<std::int64_t>(array);
    return features;
}

engine::IntervalArray toIntervals(const py::object& values, const std::string& name)
{
    const py::array array = arrayOf(values, name);
    if (array.ndim() != 2 || array.shape(1) != 2)
        throw ShapeError("data_invalid",
                         name + " has the shape " + py::str(array.attr("shape")).cast<std::string>()
                             + ", expected N×2 (start and end in seconds)");
    engine::IntervalArray intervals{typeOf(array, name), {}};
    const std::vector<double> seconds = elements<double>(array);
    intervals.values.resize(seconds.size() / 2);
    for (std::size_t row = 0; row < intervals.values.size(); ++row)
        intervals.values[row] = {seconds[2 * row], seconds[2 * row + 1]};
    return intervals;
}

engine::Entry toEntry(const py::object& intervals, const py::object& features, const std::string& name)
{
    engine::Entry entry{toIntervals(intervals, name + ": intervals"),
                        toFeatures(features, name + ": features")};
    if (entry.intervals.rows() != entry.features.rows())
        throw ShapeError("dimension_mismatch",
                         fmt::format("{}: {} intervals and {} rows of features", name, entry.intervals.rows(),
                                     entry.features.rows()));
    return entry;
}

}
