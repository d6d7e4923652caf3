#include "engine/recipes/tensor_output.h"

#include "engine/core/error.h"
#include "engine/recipes/tensor_merge.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace engine {

namespace {

template <typename T>
FeatureArray::Values paddedValues(std::span<const T> rows, std::size_t missing, bool padBehind,
                                  const T& padding)
{
    std::vector<T> values;
    values.reserve(rows.size() + missing);
    if (!padBehind)
        values.assign(missing, padding);
    values.insert(values.end(), rows.begin(), rows.end());
    if (padBehind)
        values.insert(values.end(), missing, padding);
    return values;
}

std::string arrayName(std::size_t fold, const std::string& key)
{
    return fmt::format("fold{}/{}", fold, key);
}

std::string idsName(std::size_t fold)
{
    return fmt::format("ids/fold{}", fold);
}

FeatureArray whole(const EntryRows& rows)
{
    FeatureArray entry = rows.entry->features.slice(rows.first, rows.count);
    entry.shape.insert(entry.shape.begin(), 1);
    return entry;
}

}

FeatureArray padded(const EntryRows& rows, std::size_t length, bool padBehind)
{
    const FeatureArray& features = rows.entry->features;
    const std::size_t width = features.rowLength();
    const std::size_t kept = std::min(rows.count, length);
    const std::size_t first = (rows.first + (padBehind ? 0 : rows.count - kept)) * width;
    const std::size_t missing = (length - kept) * width;
    FeatureArray result{isText(features.type) ? ElementType::Text : ElementType::Float64, features.shape, {}};
    result.shape.front() = length;
    result.shape.insert(result.shape.begin(), 1);
    std::visit(
        [&](const auto& values) {
            const auto part = std::span(values).subspan(first, kept * width);
            if constexpr (std::is_same_v<typename std::decay_t<decltype(values)>::value_type, std::string>) {
                result.values = paddedValues<std::string>(part, missing, padBehind, "0.0");
            } else {
                const std::vector<double> numbers(part.begin(), part.end());
                result.values = paddedValues<double>(numbers, missing, padBehind, 0.0);
            }
        },
        features.values);
    return result;
}

TensorOutput::TensorOutput(const RecipePlan& plan, const Recipe& recipe, const std::filesystem::path& folder)
    : m_settings(recipe.tensors)
    , m_folder(folder)
    , m_scratch(folder / "tensors.h5")
    , m_file(m_scratch.temporary())
{
    for (const RecipePlan::Result& result : plan.results)
        m_keys.push_back(result.key);
    for (const std::string& key : m_settings.unpadded) {
        if (std::ranges::find(m_keys, key) == m_keys.end())
            throw FormatError(
                "recipe_invalid", "non_sequences",
                fmt::format("no sequence is called {} (there are {})", key, fmt::join(m_keys, ", ")));
    }
    for (const std::string& key : m_keys)
        m_unpadded.push_back(std::ranges::find(m_settings.unpadded, key) != m_settings.unpadded.end());
    if (m_settings.folds) {
        m_folds = m_settings.folds->size();
        for (std::size_t fold = 0; fold < m_folds; ++fold) {
            for (const std::string& video : (*m_settings.folds)[fold])
                m_foldOf.emplace(video, fold); // the first fold that lists it
        }
    }
    m_shapes.assign(m_folds, std::vector<std::optional<Shape>>(m_keys.size()));
    for (std::size_t fold = 0; fold < m_folds; ++fold)
        m_datasets.emplace(idsName(fold), m_file.growing("/" + idsName(fold), ElementType::Text, {}));
}

void TensorOutput::take(const VideoResult& result)
{
    const std::vector<SequencePart>& sequences = result.part.sequences;
    if (sequences.empty() || sequences.front().pieces.empty())
        return;
    const auto found = m_foldOf.find(result.part.video);
    if (m_settings.folds && found == m_foldOf.end()) {
        m_foldless.push_back(result.part.video);
        return;
    }
    const std::size_t fold = m_settings.folds ? found->second : 0;
    for (const SequencePart::Piece& first : sequences.front().pieces) {
        for (std::size_t i = 0; i < sequences.size(); ++i) {
            const EntryRows rows = sequences[i].rows(*sequences[i].find(first.id));
            const FeatureArray entry
                = m_unpadded[i] ? whole(rows) : padded(rows, m_settings.length, m_settings.padBehind);
            const Shape shape{entry.type, {entry.shape.begin() + 1, entry.shape.end()}};
            const std::optional<Shape>& known = m_shapes[fold][i];
            if (!known)
                create(fold, i, shape);
            if (shape != *known)
                throw ShapeError("dimension_mismatch",
                                 fmt::format("{}, {}: a tensor of {} {}, but those before are {} {}.",
                                             m_keys[i], first.id, name(shape.type),
                                             fmt::join(shape.extents, "×"), name(known->type),
                                             fmt::join(known->extents, "×")));
            m_datasets.at(arrayName(fold, m_keys[i])).append(entry);
        }
        m_datasets.at(idsName(fold)).append({ElementType::Text, {1}, std::vector<std::string>{first.id}});
    }
}

void TensorOutput::create(std::size_t fold, std::size_t sequence, const Shape& shape)
{
    m_shapes[fold][sequence] = shape;
    const std::string name = arrayName(fold, m_keys[sequence]);
    m_datasets.emplace(name, m_file.growing("/" + name, shape.type, shape.extents));
}

void TensorOutput::finish()
{
    for (std::size_t fold = 0; fold < m_folds; ++fold) {
        for (std::size_t i = 0; i < m_keys.size(); ++i) {
            if (!m_shapes[fold]
                         [i]) // nothing: the array is there, and empty; merging gives it another fold's shape
                create(fold, i, {ElementType::Float64, {}});
        }
    }
    m_datasets.clear();
    m_file.close();
    m_written = mergeTensors({m_scratch.temporary()}, m_settings.npz, m_folder);
}

std::vector<std::filesystem::path> TensorOutput::commit()
{
    std::vector<std::filesystem::path> files;
    for (PendingFile& file : m_written) {
        file.commit();
        files.push_back(file.target());
    }
    return files;
}

}
