#include "tests/support/recipe_generator.h"

#include "engine/sequences/csd_writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace engine::test {

namespace {

using nlohmann::json;
using enum ElementType;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

}

RecipeGenerator::RecipeGenerator(unsigned seed, std::filesystem::path folder)
    : m_random(seed)
    , m_folder(std::move(folder))
{
}

RandomCase RecipeGenerator::draw()
{
    m_nasty = oneIn(2);
    m_inverted = m_nasty && oneIn(2);
    m_odd = oneIn(4);
    m_large = oneIn(4);
    m_uneven = oneIn(12);
    m_idStyle = std::array<std::size_t, 6>{0, 0, 0, 0, 1, 2}[below(6)];
    for (const char* video : {"v", "v2", "w", "25522", "255224", "ü é", "x.y-z"}) {
        if (oneIn(3))
            m_videos.emplace_back(video);
    }
    if (m_videos.empty())
        m_videos = {"v", "v2"};

    json recipe{{"load", load()}, {"steps", json::array()}, {"report", oneIn(2)}};
    for (std::size_t steps = 1 + below(6); steps > 0; --steps)
        recipe["steps"].push_back(step());
    if (oneIn(5) && !m_keys.empty()) {
        recipe["output"] = "tensors";
        recipe["tensors"] = tensors();
    } else if (oneIn(4)) {
        recipe["compression"] = {{"filter", "gzip"}, {"level", 1 + below(9)}};
    }
    m_case.recipe = recipe;
    return m_case;
}

RecipeGenerator::Kind RecipeGenerator::kind()
{
    static const std::vector<std::size_t> extents[]{{1}, {1}, {2}, {3}, {3}, {1, 2}, {2, 2}};
    constexpr ElementType intervalTypes[]{Float64, Float64, Float64, Float32, Float32, Int32, Int64};
    constexpr ElementType featureTypes[]{Float32, Float32, Float32, Float64, Float64,
                                         Int32,   Int64,   UInt8,   Text};
    return {oneOf(intervalTypes), oneOf(featureTypes), oneOf(extents)};
}

double RecipeGenerator::time(ElementType type)
{
    constexpr double nudges[]{0.0, 0.0, 0.0, 0.5e-5, -0.5e-5, 1e-5, -1e-5, 2e-5, 0.3, 0.7};
    const double base = static_cast<double>(below(10));
    if (isInteger(type))
        return base;
    if (m_nasty && oneIn(40))
        return std::array{nan, nan, infinity, -infinity}[below(4)];
    const double exact = base + oneOf(nudges);
    return type == Float32 ? static_cast<double>(static_cast<float>(exact)) : exact;
}

IntervalArray RecipeGenerator::intervals(ElementType type)
{
    IntervalArray array{type, {}};
    const std::size_t rows = oneIn(12) ? 0 : oneIn(6) ? 1 : 1 + below(9);
    const bool regular = oneIn(3);
    double start = time(type);
    for (std::size_t i = 0; i < rows; ++i) {
        Interval interval{start,
                          type == Float32 ? static_cast<double>(static_cast<float>(start + 1)) : start + 1};
        if (!regular)
            interval = {time(type), time(type)};
        if (!m_inverted && interval.end < interval.start)
            std::swap(interval.start, interval.end);
        if (!array.values.empty() && oneIn(10))
            interval = array.values[below(array.values.size())];
        array.values.push_back(interval);
        start = interval.end;
    }
    return array;
}

FeatureArray RecipeGenerator::features(const Kind& kind, std::size_t rows)
{
    FeatureArray array{kind.features, kind.extents, {}};
    array.shape.insert(array.shape.begin(), rows);
    const std::size_t count = rows * array.rowLength();
    if (isText(kind.features)) {
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < count; ++i)
            texts.push_back(std::array<std::string, 5>{"sp", "", "wörd", "a longer word", "x"}[below(5)]);
        array.values = texts;
    } else if (isInteger(kind.features)) {
        std::vector<std::int64_t> numbers;
        for (std::size_t i = 0; i < count; ++i) {
            const auto number = static_cast<std::int64_t>(below(200));
            const bool large = m_large && kind.features == Int64; // more digits than a double holds
            numbers.push_back(large                        ? (std::int64_t{1} << 60) + number
                                  : kind.features == UInt8 ? number
                                                           : number - 100);
        }
        array.values = numbers;
    } else {
        std::vector<double> numbers;
        for (std::size_t i = 0; i < count; ++i) {
            double number = (static_cast<double>(below(20001)) - 10000) / 128;
            if (m_odd && oneIn(8))
                number = std::array{nan, infinity, -infinity, -0.0, 1e30}[below(5)];
            numbers.push_back(number);
        }
        if (kind.features == Float32)
            array.values = std::vector<float>(numbers.begin(), numbers.end());
        else
            array.values = numbers;
    }
    return array;
}

std::vector<std::string> RecipeGenerator::ids()
{
    std::vector<std::string> all;
    if (oneIn(40))
        return all; // a sequence without any entry
    for (const std::string& video : m_videos) {
        if (oneIn(8))
            continue;
        if (m_idStyle == 0 || (m_idStyle == 2 && oneIn(2)))
            all.push_back(video);
        for (const char* number : {"[0]", "[1]", "[2]", "[3]", "[10]", "[x]"}) {
            if (m_idStyle != 0 && oneIn(number[1] == 'x' ? 40 : 2))
                all.push_back(video + number);
        }
    }
    return all;
}

RecipeGenerator::Entries RecipeGenerator::entries(const Kind& kind)
{
    Entries entries;
    for (const std::string& id : ids()) {
        Kind own = kind;
        if (m_uneven && oneIn(3))
            own = std::array{Kind{Float32, kind.features, kind.extents}, Kind{Float64, Float64, kind.extents},
                             Kind{kind.intervals, kind.features, {4}},
                             Kind{kind.intervals, Text, kind.extents}}[below(4)];
        IntervalArray times = intervals(own.intervals);
        FeatureArray values = features(own, times.rows());
        entries.emplace_back(id, Entry{std::move(times), std::move(values)});
    }
    return entries;
}

std::string RecipeGenerator::write(const std::string& folder, const std::string& rootName,
                                   const Entries& entries)
{
    const std::string name = folder + "/f" + std::to_string(m_files++) + ".csd";
    const std::filesystem::path path = m_folder / name;
    std::filesystem::create_directories(path.parent_path());
    const hdf5::Compression compression{oneIn(3) ? 4 : 0};
    const bool direct = compression.gzipLevel == 0 && oneIn(2);
    CsdWriter writer(path, rootName, compression, direct ? CsdBackend::Direct : CsdBackend::Library);
    SlowSequence& slow = m_case.files[path];
    slow.key = rootName;
    for (const auto& [id, entry] : entries) {
        writer.add(id, entry, digestOf(entry));
        slow.entries.emplace_back(id, slowEntry(entry));
    }
    writer.finish({{"root name", rootName}});
    return name;
}

json RecipeGenerator::load()
{
    json items = json::array();
    const bool wholeFolder = oneIn(6);
    const char* const names[]{"words", "acoustic", "vis ual", "label é"};
    const std::size_t count = 1 + below(4);
    for (std::size_t i = 0; i < count; ++i) {
        const std::string root = names[i];
        const Kind own = kind();
        const std::string file = write("in", root, entries(own));
        json item{{"file", file}};
        const bool renamed = !wholeFolder && oneIn(5);
        if (renamed || oneIn(2))
            item["name"] = renamed ? "my " + root : root;
        m_keys.push_back(renamed ? "my " + root : root);
        m_kinds[m_keys.back()] = own;
        items.push_back(item);
    }
    return wholeFolder ? json("in") : items;
}

json RecipeGenerator::functions()
{
    constexpr const char* all[]{"mean",
                                "mean",
                                "mean_or_passthrough",
                                "mean_or_passthrough",
                                "mean_or_passthrough",
                                "max",
                                "min",
                                "sum",
                                "median",
                                "first",
                                "last",
                                "std",
                                "count",
                                "duration_weighted_mean",
                                "mean_keepdims",
                                "range",
                                "slope",
                                "quantile:0.25",
                                "quantile:1"};
    json list = json::array();
    const int count = std::array{0, 1, 1, 1, 1, 1, 2, 2, 3}[below(9)];
    for (int i = 0; i < count; ++i) {
        std::string function = oneOf(all);
        // Weights of inverted intervals are negative; what a mean by them is, nobody says.
        if (m_inverted && function == "duration_weighted_mean")
            function = "count";
        // In double, as NumPy computes them, differences of such large integers are noise.
        if (m_large && (function == "std" || function == "slope"))
            function = "range";
        list.push_back(function);
    }
    return list;
}

json RecipeGenerator::alignStep()
{
    json step{{"op", "align"}, {"reference", key()}};
    if (oneIn(10))
        step["reference"] = oneIn(2) ? json{{"rate_hz", 2.5}} : json{{"window_s", 1.5}, {"hop_s", 0.7}};
    if (oneIn(4))
        step["collapse"] = functions();
    else if (oneIn(2)) {
        for (const std::string& sequence : m_keys) {
            const bool text = m_kinds[sequence].features == Text;
            if (oneIn(2))
                step["collapse"][sequence] = text && !oneIn(4) ? json{"first"} : functions();
        }
        if (oneIn(2))
            step["collapse"]["*"] = {"mean_or_passthrough"};
    }
    return step;
}

json RecipeGenerator::step()
{
    switch (below(16)) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
        return alignStep();
    case 5:
    case 6:
        if (m_uneven) // of which width and type would a filled row be?
            return {{"op", "unify"}};
        return oneIn(2) ? json{{"op", "impute"}, {"reference", key()}}
                        : json{{"op", "impute"}, {"reference", key()}, {"fill", "ones"}};
    case 7:
        return {{"op", "unify"}, {"active", !oneIn(4)}};
    case 8:
        return {{"op", "hard_unify"}, {"active", !oneIn(4)}};
    case 9:
    case 10:
        return {{"op", "revert"}};
    case 11:
        return {{"op", "sort"}};
    case 12: {
        const Kind own = kind();
        const std::string name = "added " + std::to_string(m_files);
        m_keys.push_back(name);
        m_kinds[name] = own;
        if (oneIn(4)) {
            const std::string folder = "more" + std::to_string(m_files);
            write(folder, name, entries(own));
            return {{"op", "add"}, {"load", folder}};
        }
        return {{"op", "add"},
                {"load", json::array({{{"name", name}, {"file", write("more", "other", entries(own))}}})}};
    }
    case 13: {
        const std::string into = key();
        Entries more = entries(m_kinds[into].extents.empty() ? kind() : m_kinds[into]);
        if (!oneIn(4)) {
            for (auto& [id, entry] : more)
                id = "more " + id;
        }
        return {{"op", "merge"},
                {"into", into},
                {"load", json::array({{{"file", write("more", "merged", more)}}})}};
    }
    case 14: {
        const std::string from = key();
        std::string to = oneIn(6) ? key() : "renamed " + std::to_string(m_files++);
        if (std::ranges::find(m_keys, to) == m_keys.end()
            && std::ranges::find(m_keys, from) != m_keys.end()) {
            *std::ranges::find(m_keys, from) = to;
            m_kinds[to] = m_kinds[from];
        }
        return {{"op", "rename"}, {"from", from}, {"to", to}};
    }
    default:
        if (oneIn(3) && m_keys.size() > 1) {
            const std::string name = key();
            std::erase(m_keys, name);
            return {{"op", "remove"}, {"name", name}};
        }
        const std::string video = m_videos[below(m_videos.size())];
        const char* const suffixes[]{"", "", "[0]", "[1]"};
        return {{"op", "remove_id"}, {"id", video + oneOf(suffixes)}, {"purge", oneIn(2)}};
    }
}

json RecipeGenerator::tensors()
{
    json tensors{{"seq_len", 1 + below(4)}, {"direction", oneIn(2)}, {"npz", oneIn(4)}};
    for (const std::string& name : m_keys) {
        if (oneIn(6))
            tensors["non_sequences"].push_back(name);
    }
    if (oneIn(2)) {
        json folds = json::array({json::array(), json::array(), json::array()});
        for (const std::string& video : m_videos)
            folds[below(3)].push_back(video);
        folds[0].push_back("nobody");
        folds[1].push_back(m_videos.front()); // may be in two; the first counts
        tensors["folds"] = folds;
    }
    return tensors;
}

}
