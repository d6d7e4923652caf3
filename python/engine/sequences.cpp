#include "engine/core/error.h"
#include "engine/core/utf8.h"
#include "engine/sequences/citations.h"
#include "engine/sequences/csd_writer.h"
#include "engine/worker/probe.h"

#include <algorithm>
#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include "python/engine/arrays.h"
#include "python/engine/checked_file.h"
#include "python/engine/json_values.h"
#include "python/engine/pickles.h"
#include "python/engine/rooms.h"
#include "python/engine/work.h"

namespace python {

namespace py = pybind11;
using engine::ComputationalSequence;
using engine::Prober;

namespace {

std::shared_ptr<ComputationalSequence> openSequence(const std::filesystem::path& path,
                                                    const std::shared_ptr<Prober>& checker)
{
    return Work::run<std::shared_ptr<ComputationalSequence>>(
        py::none(),
        [path, checker](Work&) {
            return std::make_shared<ComputationalSequence>(openChecked(path, checker));
        },
        Work::Ending::MayBeLeft);
}

/// The rows of an entry: those in memory are shared, others are read.
std::shared_ptr<const engine::Entry> entryOf(const ComputationalSequence& sequence, const std::string& id)
{
    if (std::shared_ptr<const engine::Entry> held = sequence.held(id))
        return held;
    const std::shared_ptr<const engine::SequenceFile> file = sequence.file();
    const py::gil_scoped_release released;
    return std::make_shared<const engine::Entry>(file->entry(id));
}

/// Some of an entry's features, without reading the others.
py::array rowsOf(const ComputationalSequence& sequence, const std::string& id, std::size_t first,
                 std::size_t count)
{
    const engine::EntryShape shape = sequence.shape(id);
    if (first + count > shape.features.front() || first + count < first)
        throw engine::ShapeError("data_invalid",
                                 id + " has " + std::to_string(shape.features.front()) + " rows, not "
                                     + std::to_string(first) + " + " + std::to_string(count));
    const auto rows = std::make_shared<engine::Entry>();
    if (const auto held = sequence.held(id)) {
        rows->features = held->features.slice(first, count);
        return featuresOf(rows);
    }
    rows->features.type = shape.featureType;
    rows->features.shape = shape.features;
    rows->features.shape.front() = count;
    const std::shared_ptr<const engine::SequenceFile> file = sequence.file();
    {
        const py::gil_scoped_release released;
        rows->features.values = file->openRows(id)(first, count);
    }
    return featuresOf(rows);
}

/// @throws FormatError (`not_utf8`) where one is no text of Python's.
std::vector<std::string> idsOf(const ComputationalSequence& sequence)
{
    std::vector<std::string> ids = sequence.ids();
    const auto unnamed = std::ranges::find_if_not(ids, engine::isUtf8);
    if (unnamed != ids.end())
        throw engine::FormatError("not_utf8",
                                  sequence.file() ? sequence.file()->path().string() : sequence.name(),
                                  "has ids that are not UTF-8, such as " + engine::validUtf8(*unnamed));
    return ids;
}

py::dict shapeOf(const ComputationalSequence& sequence, const std::string& id)
{
    const engine::EntryShape shape = sequence.shape(id);
    py::dict facts;
    facts["features"] = py::tuple(py::cast(shape.features));
    facts["intervals"] = py::tuple(py::cast(shape.intervals));
    facts["dtype"] = dtypeName(shape.featureType);
    return facts;
}

engine::Metadata metadataFrom(const py::dict& fields)
{
    engine::Metadata metadata;
    for (const auto& [name, value] : fields)
        metadata[py::str(name).cast<std::string>()] = toJson(value);
    return metadata;
}

py::dict metadataOf(const ComputationalSequence& sequence)
{
    py::dict fields;
    for (const auto& [name, value] : sequence.metadata())
        fields[py::str(name)] = toPython(value);
    return fields;
}

void write(const ComputationalSequence& sequence, const std::filesystem::path& path, std::optional<int> level,
           const py::object& progress)
{
    engine::hdf5::Compression compression;
    compression.gzipLevel = level.value_or(0);
    Work::run<bool>(progress, [&](Work& work) {
        engine::writeCsd(sequence, path, compression, work.context());
        return true;
    });
}

std::vector<engine::Metadata> metadataOfAll(const std::vector<std::shared_ptr<ComputationalSequence>>& all)
{
    std::vector<engine::Metadata> metadata;
    for (const auto& sequence : all) {
        if (!sequence)
            throw py::type_error("None is no sequence");
        metadata.push_back(sequence->metadata());
    }
    return metadata;
}

}

void addSequences(py::module_& module)
{
    py::class_<Prober, std::shared_ptr<Prober>>(module, "Checker")
        .def(py::init<std::filesystem::path, std::filesystem::path>(), py::arg("program"), py::arg("cache"))
        .def("__reduce__", &refuseToPickle);

    py::class_<ComputationalSequence, std::shared_ptr<ComputationalSequence>>(module, "Sequence")
        .def(py::init<>())
        .def_static("open", &openSequence, py::arg("path"), py::arg("checker") = nullptr)
        .def("__reduce__", &refuseToPickle)
        .def("ids", &idsOf)
        .def("__len__", [](const ComputationalSequence& all) { return all.ids().size(); })
        .def("__contains__",
             [](const ComputationalSequence& all, const std::string& id) { return all.contains(id); })
        .def("name", [](const ComputationalSequence& all) { return all.name(); })
        .def("root_name", [](const ComputationalSequence& all) { return all.rootName(); })
        .def("file",
             [](const ComputationalSequence& all) -> py::object {
                 return all.file() ? py::cast(all.file()->path()) : py::none();
             })
        .def("shape", &shapeOf, py::arg("id"))
        .def("is_held",
             [](const ComputationalSequence& all, const std::string& id) { return all.held(id) != nullptr; })
        .def("entry",
             [](const ComputationalSequence& all, const std::string& id) {
                 const std::shared_ptr<const engine::Entry> entry = entryOf(all, id);
                 return py::make_tuple(intervalsOf(entry), featuresOf(entry));
             })
        .def("rows", &rowsOf, py::arg("id"), py::arg("first"), py::arg("count"))
        .def("put",
             [](ComputationalSequence& all, const std::string& id, const py::object& intervals,
                const py::object& features) { all.put(id, toEntry(intervals, features, id)); })
        .def("remove", [](ComputationalSequence& all, const std::set<std::string>& ids) { all.remove(ids); })
        .def("copy",
             [](const ComputationalSequence& all) { return std::make_shared<ComputationalSequence>(all); })
        .def("metadata", &metadataOf)
        .def(
            "set_metadata",
            [](ComputationalSequence& all, const py::dict& fields) { all.setMetadata(metadataFrom(fields)); })
        .def("write", &write, py::arg("path"), py::arg("level") = py::none(),
             py::arg("progress") = py::none());

    module.def("citations", [](const std::vector<std::shared_ptr<ComputationalSequence>>& sequences) {
        return engine::sdkCitations(metadataOfAll(sequences));
    });
    module.def("bibtex", [](const std::vector<std::shared_ptr<ComputationalSequence>>& sequences) {
        std::vector<std::string> missing;
        const std::string text = engine::bibtex(metadataOfAll(sequences), missing);
        return py::make_tuple(text, missing);
    });
    module.attr("metadata_fields")
        = std::vector<std::string>(engine::metadataFields.begin(), engine::metadataFields.end());
}

}
