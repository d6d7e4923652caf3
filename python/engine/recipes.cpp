#include "engine/alignment/collapse.h"
#include "engine/core/error.h"
#include "engine/core/installation.h"
#include "engine/recipes/applied_steps.h"
#include "engine/recipes/recipe_reader.h"
#include "engine/recipes/recipe_runner.h"
#include "engine/worker/child_process.h"

#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include "python/engine/arrays.h"
#include "python/engine/checked_file.h"
#include "python/engine/json_values.h"
#include "python/engine/rooms.h"
#include "python/engine/work.h"

namespace python {

namespace py = pybind11;
using engine::ComputationalSequence;

namespace {

using Sequences = std::vector<std::pair<std::string, std::shared_ptr<ComputationalSequence>>>;

/// Asks `program` (polylogue-cli) for the frames of a video, so that a stranger's video is not read here.
engine::FrameTimes framesBy(const std::filesystem::path& program)
{
    return [program](const engine::VideoFrames& frames) {
        if (frames.fromFirstPicture)
            throw engine::FormatError("recipe_invalid", frames.file,
                                      "times from the first picture are known to polylogue-cli run only");
        const engine::ChildResult child
            = engine::runChild({program.string(), "media", "--json", "--frame-times", frames.file});
        if (!child.succeeded())
            throw engine::IoError("not_media", frames.file, "its frames cannot be told: " + child.errors);
        std::vector<engine::Interval> times;
        const auto said = nlohmann::json::parse(child.output);
        const auto& described = said.is_array() ? said.at(0) : said;
        for (const auto& frame : described.at("frame_times_s"))
            times.push_back({frame.at(0), frame.at(1)});
        return times;
    };
}

/// A function of Python that makes one row of many: `call(key, intervals, features)` → features.
class RowFunction {
public:
    RowFunction(Work& work, const py::object& call) : m_work(work), m_call(call) { }

    /// Makes one row of each piece.
    void apply(engine::SequencePart& part) const
    {
        engine::SequencePart made(part.key);
        for (const engine::SequencePart::Piece& piece : part.pieces) {
            const auto rows = std::make_shared<const engine::Entry>(part.rows(piece).copy());
            engine::Entry one;
            one.intervals = {rows->intervals.type, {engine::extent(rows->intervals.values)}};
            m_work.callBack(part.key + ", " + piece.id, [&] {
                const py::object result = m_call(part.key, intervalsOf(rows), featuresOf(rows));
                one.features = toFeatures(result, part.key + " " + piece.id);
            });
            if (one.features.rows() != 1)
                throw engine::ShapeError("dimension_mismatch",
                                         part.key + " " + piece.id + ": the collapse functions made "
                                             + std::to_string(one.features.rows())
                                             + " rows of it, expected one");
            made.add(piece.id, {std::move(one), {}});
        }
        part = std::move(made);
    }

private:
    Work& m_work;
    const py::object& m_call;
};

Sequences apply(const Sequences& sequences, const py::object& steps, const py::object& collapse,
                const std::set<std::string>& collapsed, const std::filesystem::path& program,
                const py::object& progress, unsigned jobs)
{
    std::vector<engine::RecipeStep> parsed
        = engine::parseSteps(toJson(steps), std::filesystem::current_path());
    engine::Dataset dataset;
    for (const auto& [key, sequence] : sequences) {
        if (!sequence)
            throw py::type_error(key + ": None is no sequence");
        dataset.emplace_back(key, *sequence);
    }
    const auto results = Work::run<std::shared_ptr<engine::Dataset>>(progress, [&](Work& work) {
        engine::VideoRunSettings settings;
        settings.jobs = jobs;
        settings.frameTimes = framesBy(program);
        const RowFunction function(work, collapse);
        const auto prepare = [&](engine::VideoResult& result) {
            for (engine::SequencePart& part : result.part.sequences) {
                if (collapsed.contains(part.key))
                    function.apply(part);
            }
        };
        return std::make_shared<engine::Dataset>(
            engine::applySteps(dataset, std::move(parsed), settings, prepare, work.context()));
    });
    Sequences made;
    for (auto& [key, sequence] : *results)
        made.emplace_back(key, std::make_shared<ComputationalSequence>(std::move(sequence)));
    return made;
}

py::dict summaryOf(const engine::RunSummary& summary)
{
    py::dict sequences;
    for (const engine::SequenceOutput::Written& each : summary.sequences) {
        py::dict written;
        written["file"] = each.file;
        written["entries"] = each.entries;
        written["rows"] = each.rows;
        written["filled_rows"] = each.filledRows;
        sequences[py::str(each.key)] = written;
    }
    py::dict all;
    all["sequences"] = sequences;
    all["files"] = summary.files;
    all["videos"] = summary.videos;
    all["warnings"] = summary.warnings;
    all["valid"] = summary.valid;
    return all;
}

py::dict runRecipe(const engine::Recipe& recipe, std::vector<std::string> warnings,
                   const std::filesystem::path& out, const std::shared_ptr<engine::Prober>& checker,
                   const std::filesystem::path& program, const py::object& progress, unsigned jobs)
{
    engine::RunSummary summary = Work::run<engine::RunSummary>(progress, [&](Work& work) {
        engine::RunSettings settings;
        settings.videos.jobs = jobs;
        settings.videos.frameTimes = framesBy(program);
        settings.open = [&](const std::filesystem::path& path) { return openChecked(path, checker); };
        return engine::runRecipe(recipe, out, settings, work.context());
    });
    summary.warnings.insert(summary.warnings.begin(), warnings.begin(), warnings.end());
    return summaryOf(summary);
}

}

void addRecipes(py::module_& module)
{
    module.def("apply", &apply, py::arg("sequences"), py::arg("steps"), py::arg("collapse") = py::none(),
               py::arg("collapsed") = std::set<std::string>{}, py::arg("program") = "",
               py::arg("progress") = py::none(), py::arg("jobs") = 0);
    module.def(
        "run_recipe",
        [](const py::object& recipe, const std::filesystem::path& folder, const std::filesystem::path& out,
           const std::shared_ptr<engine::Prober>& checker, const std::filesystem::path& program,
           const py::object& progress, unsigned jobs) {
            std::vector<std::string> warnings;
            const engine::Recipe parsed = engine::parseRecipe(toJson(recipe), folder, warnings);
            return runRecipe(parsed, warnings, out, checker, program, progress, jobs);
        },
        py::arg("recipe"), py::arg("folder"), py::arg("out"), py::arg("checker") = nullptr,
        py::arg("program") = "", py::arg("progress") = py::none(), py::arg("jobs") = 0);
    module.def(
        "run_recipe_file",
        [](const std::filesystem::path& file, const std::filesystem::path& out,
           const std::shared_ptr<engine::Prober>& checker, const std::filesystem::path& program,
           const py::object& progress, unsigned jobs) {
            std::vector<std::string> warnings;
            const engine::Recipe parsed = engine::readRecipe(file, warnings);
            return runRecipe(parsed, warnings, out, checker, program, progress, jobs);
        },
        py::arg("file"), py::arg("out"), py::arg("checker") = nullptr, py::arg("program") = "",
        py::arg("progress") = py::none(), py::arg("jobs") = 0);
    module.def(
        "collapse",
        [](const py::object& intervals, const py::object& features, const std::string& function) {
            const auto one = std::make_shared<const engine::Entry>(
                engine::collapse(toEntry(intervals, features, "the rows"),
                                 std::vector{engine::CollapseFunction::parse(function)}));
            return py::make_tuple(intervalsOf(one), featuresOf(one));
        },
        py::arg("intervals"), py::arg("features"), py::arg("function"));
    module.def(
        "shared_folder",
        [](const std::filesystem::path& programs, const std::string& name) -> std::filesystem::path {
            const engine::Installation installation(programs);
            return name == "demo"    ? installation.demo()
                : name == "datasets" ? installation.datasets()
                : name == "text"     ? installation.text()
                                     : installation.part(name);
        },
        py::arg("programs"), py::arg("name"));
    const auto names = engine::collapseFunctionNames();
    module.attr("collapse_functions") = std::vector<std::string>(names.begin(), names.end());
}

}
