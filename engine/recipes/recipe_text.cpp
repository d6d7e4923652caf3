#include "engine/recipes/recipe_text.h"

#include "engine/core/shell_word.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <set>

namespace engine {

namespace {

/// A string of Python.
std::string literal(const std::string& text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += '\\';
        if (c == '\n')
            result += "\\n";
        else
            result += c;
    }
    return result + "\"";
}

std::string identifier(const CollapseFunction& function)
{
    std::string name = function.toString();
    std::ranges::replace_if(
        name, [](unsigned char c) { return !std::isalnum(c); }, '_');
    return "collapse_" + name;
}

/// The body of a function of intervals (M × 2) and features (M × D) in NumPy.
std::string bodyOf(const CollapseFunction& function)
{
    static const std::map<std::string, std::string> bodies{
        {"mean", "return numpy.mean(features, axis=0)"},
        {"max", "return numpy.max(features, axis=0)"},
        {"min", "return numpy.min(features, axis=0)"},
        {"sum", "return numpy.sum(features, axis=0)"},
        {"median", "return numpy.median(features, axis=0)"},
        {"first", "return features[0]"},
        {"last", "return features[-1]"},
        {"std", "return numpy.std(features, axis=0)"},
        {"range", "return numpy.max(features, axis=0) - numpy.min(features, axis=0)"},
        {"count", "return numpy.array([len(features)], dtype=float)"},
        {"mean_keepdims", "return numpy.mean(features, axis=0, keepdims=True)"},
        {"duration_weighted_mean",
         "return numpy.average(features, axis=0, weights=intervals[:, 1] - intervals[:, 0])"},
        {"slope",
         "t = intervals.mean(axis=1) - intervals.mean()\n"
         "    square = (t ** 2).sum()\n"
         "    return t @ features / square if square > 0 else numpy.zeros(features.shape[1:])"},
        {"mean_or_passthrough",
         "return features if features.dtype.kind in \"SUO\" else numpy.mean(features, axis=0)"},
    };
    if (function.name == "quantile")
        return fmt::format("return numpy.quantile(features, {}, axis=0)", function.quantile);
    return bodies.at(function.name);
}

constexpr auto kMoved = R"(def moved(sequence, offsets):
    data = {}
    for key, entry in sequence.data.items():
        later = offsets.get(key.split("[")[0], 0.0)
        data[key] = {"intervals": entry["intervals"][...] + later, "features": entry["features"][...]}
    sequence.data = data


)";

/// Writes one step after the other.
class Python {
public:
    explicit Python(const Recipe& recipe)
    {
        std::set<std::string> defined;
        for (const RecipeStep& step : recipe.steps) {
            const auto* align = std::get_if<AlignStep>(&step);
            for (const auto& [key, functions] : align ? align->collapse : decltype(AlignStep::collapse)()) {
                for (const CollapseFunction& function : functions) {
                    if (defined.insert(identifier(function)).second)
                        m_functions += fmt::format("def {}(intervals, features):\n    {}\n\n\n",
                                                   identifier(function), bodyOf(function));
                }
            }
        }
        m_lines += fmt::format("dataset = mmdatasdk.mmdataset({})\n", files(recipe.load));
        addOffsets(recipe.load);
        for (const RecipeStep& step : recipe.steps)
            std::visit([&](const auto& s) { add(s); }, step);
        if (recipe.output == RecipeOutput::Tensors)
            addTensors(recipe.tensors);
        else
            m_lines += "dataset.deploy(\"results\", {key: key for key in dataset.keys()})\n";
    }

    std::string text() const
    {
        return "import numpy\nfrom mmsdk import mmdatasdk\n\n\n" + m_functions + m_lines;
    }

private:
    static std::string keyOf(const Load::Item& item)
    {
        return item.name.empty() ? item.file.stem().string() : item.name;
    }

    static std::string files(const Load& load)
    {
        if (!load.folder.empty())
            return literal(load.folder.generic_string());
        std::string entries;
        for (const Load::Item& item : load.items)
            entries
                += fmt::format("\n    {}: {},", literal(keyOf(item)), literal(item.file.generic_string()));
        return "{" + entries + "\n}";
    }

    /// The SDK has no call for it; it takes any mapping for the data of a sequence.
    void addOffsets(const Load& load)
    {
        for (const Load::Item& item : load.items) {
            if (item.offsets.empty())
                continue;
            std::string offsets;
            for (const auto& [video, seconds] : item.offsets)
                offsets += fmt::format("{}{}: {}", offsets.empty() ? "" : ", ", literal(video), seconds);
            if (m_functions.find("def moved(") == std::string::npos)
                m_functions += kMoved;
            m_lines += fmt::format("moved(dataset.computational_sequences[{}], {{{}}})\n",
                                   literal(keyOf(item)), offsets);
        }
    }

    void missing(const std::string& what) { m_lines += "# NOT IN THE SDK: " + what + "\n"; }

    void add(const AlignStep& step)
    {
        const auto* key = std::get_if<std::string>(&step.reference);
        if (!key) {
            missing("aligning to a fixed rate, to windows or to video frames.");
            return;
        }
        const auto everywhere = step.collapse.find("*");
        const std::vector<CollapseFunction> mean{CollapseFunction{}};
        const std::vector<CollapseFunction> passing{CollapseFunction{"mean_or_passthrough"}};
        const bool isMean = step.functionsFor("*") == mean;
        bool passes = false; // the mean that leaves text as it is does for all
        for (const auto& [sequence, functions] : step.collapse) {
            if (sequence == "*" || (everywhere != step.collapse.end() && functions == everywhere->second))
                continue;
            if (isMean && functions == passing) {
                passes = true;
                continue;
            }
            std::vector<std::string> names;
            for (const CollapseFunction& function : functions)
                names.push_back(function.toString());
            missing(fmt::format("{} has functions of its own ({}); the SDK gives all sequences the same.",
                                sequence, fmt::join(names, ", ")));
        }
        std::vector<std::string> names;
        for (const CollapseFunction& function : passes ? passing : step.functionsFor("*"))
            names.push_back(identifier(function));
        m_lines += names.empty() ? fmt::format("dataset.align({})\n", literal(*key))
                                 : fmt::format("dataset.align({}, collapse_functions=[{}])\n", literal(*key),
                                               fmt::join(names, ", "));
    }

    void add(const ImputeStep& step)
    {
        std::set<Fill> fills{step.fill.contains("*") ? step.fill.at("*") : Fill::Zeros};
        for (const auto& [key, fill] : step.fill)
            fills.insert(fill);
        if (fills.size() > 1 || (*fills.begin() != Fill::Zeros && *fills.begin() != Fill::Ones))
            missing("fills other than zeros and ones, or different ones per sequence.");
        m_lines += fmt::format("dataset.impute({}{})\n", literal(step.reference),
                               *fills.begin() == Fill::Ones ? ", imputation_fn=numpy.ones" : "");
    }

    void add(const UnifyStep& step)
    {
        if (step.wholeConversations)
            missing("dropping the conversations of which a participant is lacking.");
        m_lines += step.active ? "dataset.unify()\n" : "dataset.unify(active=False)\n";
    }
    void add(const HardUnifyStep& step)
    {
        m_lines += step.active ? "dataset.hard_unify()\n" : "dataset.hard_unify(active=False)\n";
    }
    void add(const RevertStep&) { m_lines += "dataset.revert()\n"; }
    void add(const SortStep&) { m_lines += "dataset.sort()\n"; }
    void add(const AddStep& step)
    {
        m_lines += fmt::format("dataset.add_computational_sequences({}, None)\n", files(step.load));
        addOffsets(step.load);
    }
    void add(const MergeStep& step) { missing(fmt::format("merging files into {}.", step.into)); }
    void add(const RenameStep& step)
    {
        missing(fmt::format("a call for renaming; this does what it means for {}.", step.from));
        m_lines
            += fmt::format("dataset.computational_sequences[{}] = dataset.computational_sequences.pop({})\n",
                           literal(step.to), literal(step.from));
    }
    void add(const RemoveStep& step)
    {
        m_lines += fmt::format("del dataset.computational_sequences[{}]\n", literal(step.name));
    }
    void add(const RemoveIdStep& step)
    {
        m_lines += fmt::format("dataset.remove_id({}, purge={})\n", literal(step.id),
                               step.purge ? "True" : "False");
    }

    void add(const FunctionalsStep& step) { missing(fmt::format("functionals, which make {}.", step.into)); }
    void add(const ConversationTimeStep&) { missing("bringing rows to the time of their conversation."); }
    void add(const PartnerStep& step)
    {
        missing(fmt::format("what the others of a conversation do, as {}.", fmt::join(step.of, ", ")));
    }

    void addTensors(const TensorSettings& tensors)
    {
        std::vector<std::string> unpadded;
        for (const std::string& key : tensors.unpadded)
            unpadded.push_back(literal(key));
        m_lines
            += fmt::format("tensors = dataset.get_tensors(seq_len={}, non_sequences=[{}], direction={}{})\n",
                           tensors.length, fmt::join(unpadded, ", "), tensors.padBehind ? "True" : "False",
                           tensors.folds ? ", folds=folds" : "");
        if (!tensors.folds)
            return;
        std::string folds;
        for (const auto& fold : *tensors.folds) {
            std::vector<std::string> ids;
            for (const std::string& id : fold)
                ids.push_back(literal(id));
            folds += fmt::format("    [{}],\n", fmt::join(ids, ", "));
        }
        m_functions += "folds = [\n" + folds + "]\n\n";
    }

    std::string m_functions;
    std::string m_lines;
};

}

std::string asCommand(const std::filesystem::path& recipe, const std::filesystem::path& out)
{
    return fmt::format("polylogue-cli run {} --out {}", shellWord(recipe.string()), shellWord(out.string()));
}

std::string asPython(const Recipe& recipe)
{
    return Python(recipe).text();
}

}
