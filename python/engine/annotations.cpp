#include "engine/annotation/layer_ratings.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/project/project_file.h"
#include "engine/core/error.h"
#include "engine/formats/format_registry.h"
#include "engine/project_items/dataset_item.h"
#include "engine/project_items/fold_item.h"
#include "engine/project_items/time_zero.h"
#include "engine/worker/probe.h"

#include <chrono>
#include <fmt/format.h>
#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include "python/engine/json_values.h"
#include "python/engine/pickles.h"
#include "python/engine/rooms.h"
#include "python/engine/tier_values.h"
#include "python/engine/work.h"

namespace python {

namespace py = pybind11;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

/// A project as it was at one moment.
struct ReadProject {
    fs::path path;
    engine::Annotation annotation;
    std::vector<std::string> problems;
};

std::shared_ptr<ReadProject> readProject(const fs::path& path)
{
    const auto read = [path](Work&) {
        auto file = engine::ProjectFile::open(path, engine::ProjectFile::Access::ReadOnly);
        auto project = std::make_shared<ReadProject>();
        project->path = path;
        project->annotation = file.load(project->problems);
        if (file.isNewer())
            project->problems.push_back(file.whyReadOnly());
        return project;
    };
    return Work::run<std::shared_ptr<ReadProject>>(py::none(), read, Work::Ending::MayBeLeft);
}

json tiersOfProject(const ReadProject& project)
{
    json list = json::array();
    for (const auto& [id, tier] : project.annotation.tiers()) {
        json value = tierValue(tier);
        const auto layer = engine::layerOfTier(project.annotation, tier);
        value["layer"] = nullptr;
        if (layer)
            value["layer"] = {{"of", layer->of},
                              {"annotator", layer->annotator},
                              {"pass", layer->pass},
                              {"presentation", engine::name(layer->presentation)},
                              {"purpose", engine::name(layer->purpose)},
                              {"settled", layer->isSettled}};
        list.push_back(std::move(value));
    }
    return list;
}

/// The segments of a tier by time; of all tiers with 0.
json segmentsOfProject(const ReadProject& project, engine::TierId wanted)
{
    if (wanted != 0 && !project.annotation.tier(wanted))
        throw engine::FormatError("unknown_tier", project.path.string(),
                                  fmt::format("has no tier with the number {}", wanted));
    std::vector<const engine::Segment*> segments;
    for (const auto& [id, segment] : project.annotation.segments()) {
        if (wanted == 0 || segment.tier == wanted)
            segments.push_back(&segment);
    }
    std::ranges::sort(segments, {}, [](const engine::Segment* each) {
        return std::tuple(each->tier, each->start.ticks, each->end.ticks, each->id);
    });
    json list = json::array();
    for (const engine::Segment* segment : segments)
        list.push_back(segmentValue(*segment));
    return list;
}

json itemsOfProject(const ReadProject& project)
{
    json list = json::array();
    for (const auto& [key, item] : project.annotation.items()) {
        json content = json::parse(item.json, nullptr, false);
        list.push_back({{"kind", item.kind},
                        {"name", item.name},
                        {"value", content.is_discarded() ? json(item.json) : std::move(content)}});
    }
    return list;
}

/// Makes a project of tiers. @param dataset  what it is about: a folder, a list or files; may be empty
void createProject(const fs::path& path, const json& tiers, const std::vector<fs::path>& dataset)
{
    engine::ExchangedTiers content = tiersOf(tiers);
    engine::Change change;
    change.items.push_back({std::nullopt, engine::timeZeroItem()});
    if (!dataset.empty())
        change.items.push_back({std::nullopt, engine::datasetItem(dataset, fs::absolute(path))});
    for (engine::ExchangedTier& tier : content.tiers) {
        change.tiers.push_back({std::nullopt, std::move(tier.tier)});
        for (engine::Segment& segment : tier.segments)
            change.segments.push_back({std::nullopt, std::move(segment)});
    }
    engine::Annotation().apply(change); // what breaks a constraint is refused before there is a file
    engine::ProjectFile::create(path).write(change);
}

/// Writes the values of segments into the layer of a source, as one step. @param values  segment → label →
/// value @return how many judgements were changed
std::size_t judge(const fs::path& path, const std::string& of, const std::string& source, int pass,
                  const json& values)
{
    auto file = engine::ProjectFile::open(path);
    if (file.isReadOnly())
        throw engine::IoError("io", path.string(), "cannot be written: " + file.whyReadOnly());
    std::vector<std::string> problems;
    const engine::Annotation annotation = file.load(problems);
    const std::int64_t now = std::chrono::duration_cast<std::chrono::milliseconds>(
                                 std::chrono::system_clock::now().time_since_epoch())
                                 .count();
    std::vector<engine::SegmentId> segments;
    std::map<engine::SegmentId, const json*> wanted;
    for (const auto& [id, labels] : values.items()) {
        const engine::SegmentId segment = std::stoll(id);
        const engine::Segment* known = annotation.segment(segment);
        const engine::Tier* tier = known ? annotation.tier(known->tier) : nullptr;
        if (!tier || tier->name != of)
            throw engine::FormatError("unknown_segment", path.string(),
                                      fmt::format("'{}' has no segment with the number {}", of, id));
        segments.push_back(segment);
        wanted[segment] = &labels;
    }
    const engine::Change change
        = engine::judgeMany(annotation, segments, engine::annotatorLayer(of, source, pass),
                            [&](engine::SegmentId id, engine::Segment& judgement) {
                                for (const auto& [label, value] : wanted.at(id)->items()) {
                                    if (value.is_null())
                                        judgement.values.erase(label);
                                    else
                                        judgement.values[label]
                                            = {labelOf(value, fmt::format("{} of segment {}", label, id)),
                                               {source, now, pass, ""}};
                                }
                            });
    if (change.empty())
        return 0;
    engine::Annotation(annotation)
        .apply(change); // what is not on its scale is refused before the file changes
    file.write(change);
    return change.segments.size();
}

json readTiers(const fs::path& path, const std::string& format, double framesPerSecond,
               const std::string& video, bool isLarge, engine::Prober* checker)
{
    const engine::Format* chosen = format.empty() ? &engine::formatOf(path) : engine::formatById(format);
    if (!chosen || !chosen->read)
        throw engine::FormatError("unknown_format", path.string(),
                                  "there is no format '" + format + "' that is read");
    if (checker && chosen->id == "csd")
        checker->check(path);
    if (checker && chosen->id == "mmsa")
        checker->check(path, "mmsa");
    engine::ImportedTiers imported = chosen->read(path, {framesPerSecond, video, isLarge});
    imported.content = engine::selected(std::move(imported.content), {}, video, path.string());
    json skipped = json::array();
    for (const auto& each : imported.report.skipped)
        skipped.push_back({{"line", each.line}, {"reason", each.reason}});
    json media = json::array();
    for (const engine::MediaReference& each : imported.content.media)
        media.push_back(each.relative.empty() ? each.url : each.relative);
    return {{"format", chosen->id},
            {"tiers", tiersValue(imported.content)},
            {"media", std::move(media)},
            {"notes", imported.report.notes},
            {"skipped", std::move(skipped)}};
}

py::tuple writeTiers(const json& tiers, const fs::path& path, const std::string& format, bool guardsCells,
                     bool overwrites)
{
    const engine::Format* chosen = format.empty() ? &engine::formatForName(path) : engine::formatById(format);
    if (!chosen || !chosen->write)
        throw engine::FormatError("unknown_format", path.string(),
                                  "there is no format '" + format + "' that is written");
    if (!overwrites && fs::exists(path))
        throw engine::IoError("file_exists", path.string(), "is there already");
    const engine::ExchangedTiers content = tiersOf(tiers);
    engine::ExportOptions options;
    options.guardCells = guardsCells;
    options.replacesOthers = overwrites;
    const std::vector<std::string> losses = chosen->losses(content);
    return py::make_tuple(chosen->write(content, path, options), losses);
}

}

void addAnnotations(py::module_& module)
{
    module.def("formats", [] {
        py::list list;
        for (const engine::Format* format : engine::formats()) {
            py::dict each;
            each["id"] = std::string(format->id);
            each["name"] = std::string(format->name);
            each["endings"] = std::vector<std::string>(format->endings.begin(), format->endings.end());
            each["is_read"] = format->read != nullptr;
            each["is_written"] = format->write != nullptr;
            list.append(each);
        }
        return list;
    });
    module.def(
        "read_tiers",
        [](const fs::path& path, const std::string& format, double framesPerSecond, const std::string& video,
           bool isLarge, const std::shared_ptr<engine::Prober>& checker) {
            const auto read = [=](Work&) {
                return readTiers(path, format, framesPerSecond, video, isLarge, checker.get());
            };
            return toPython(Work::run<json>(py::none(), read, Work::Ending::MayBeLeft));
        },
        py::arg("path"), py::arg("format") = "", py::arg("frames_per_second") = 0.0, py::arg("video") = "",
        py::arg("large") = false, py::arg("checker") = nullptr);
    module.def(
        "write_tiers",
        [](const py::object& tiers, const fs::path& path, const std::string& format, bool guardsCells,
           bool overwrites) { return writeTiers(toJson(tiers), path, format, guardsCells, overwrites); },
        py::arg("tiers"), py::arg("path"), py::arg("format") = "", py::arg("guard_cells") = false,
        py::arg("overwrite") = false);

    py::class_<ReadProject, std::shared_ptr<ReadProject>>(module, "Project")
        .def_static("open", &readProject, py::arg("path"))
        .def("__reduce__", &refuseToPickle)
        .def("problems", [](const ReadProject& project) { return project.problems; })
        .def("tiers", [](const ReadProject& project) { return toPython(tiersOfProject(project)); })
        .def(
            "segments",
            [](const ReadProject& project, engine::TierId tier) {
                return toPython(segmentsOfProject(project, tier));
            },
            py::arg("tier") = 0)
        .def("items", [](const ReadProject& project) { return toPython(itemsOfProject(project)); })
        .def("dataset",
             [](const ReadProject& project) {
                 return engine::datasetPaths(project.annotation, fs::absolute(project.path));
             })
        .def("folds", [](const ReadProject& project) -> py::object {
            const auto folds = engine::projectFolds(project.annotation);
            if (!folds)
                return py::none();
            py::dict named;
            for (const auto& [name, ids] : *folds)
                named[py::str(name)] = ids;
            return named;
        });
    module.def(
        "create_project",
        [](const fs::path& path, const py::object& tiers, const std::vector<fs::path>& dataset) {
            createProject(path, toJson(tiers), dataset);
        },
        py::arg("path"), py::arg("tiers"), py::arg("dataset"));
    module.def(
        "judge",
        [](const fs::path& path, const std::string& of, const std::string& source, int pass,
           const py::dict& values) {
            const json given = toJson(values);
            return Work::run<std::size_t>(py::none(),
                                          [&](Work&) { return judge(path, of, source, pass, given); });
        },
        py::arg("path"), py::arg("of"), py::arg("source"), py::arg("pass_number"), py::arg("values"));
}

}
