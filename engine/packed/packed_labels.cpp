#include "engine/packed/packed_labels.h"

#include "engine/core/error.h"
#include "engine/core/utf8.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <map>
#include <set>

namespace engine {

namespace {

constexpr std::size_t kPieceBytes = std::size_t{1} << 20;
constexpr std::size_t kPieceRows = 256; ///< of texts whose lengths are not known

constexpr double kNoLabel = std::numeric_limits<double>::quiet_NaN();

}

std::string packedLabelName(const std::string& array)
{
    const auto renamed = [&](std::string_view prefix, std::string_view name) {
        return std::string(name) + array.substr(prefix.size());
    };
    for (const auto& [prefix, name] :
         {std::pair<std::string_view, std::string_view>{"regression_labels", "sentiment"},
          {"classification_labels", "class"}}) {
        if (array.starts_with(prefix) && (array.size() == prefix.size() || array[prefix.size()] == '_'))
            return renamed(prefix, name);
    }
    return array == "labels" || array == "y" || array == "Y" ? "label" : array;
}

std::vector<std::string> packedColumnNames(const NamedTensor& labels, const std::vector<std::string>& given)
{
    const std::size_t columns = labelColumns(*labels.entry);
    const bool isMain = labels.name == "labels" || labels.name == "y" || labels.name == "Y";
    if (isMain && given.size() == columns)
        return given;
    if (columns == 1)
        return {packedLabelName(labels.name)};
    std::vector<std::string> names;
    for (std::size_t column = 1; column <= columns; ++column)
        names.push_back(fmt::format("{} {}", packedLabelName(labels.name), column));
    return names;
}

bool arePairs(const TensorEntry& labels)
{
    return labels.shape.size() == 3 && labels.shape[1] > 1 && labels.shape[2] == 2;
}

std::size_t labelColumns(const TensorEntry& labels)
{
    std::size_t columns = 1;
    for (std::size_t axis = 1; axis < labels.shape.size(); ++axis)
        columns *= labels.shape[axis];
    return arePairs(labels) ? columns / 2 : columns;
}

std::vector<double> labelsIn(const FeatureArray& rows, const TensorEntry& labels)
{
    std::vector<double> values(rows.rows() * labelColumns(labels));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i]
            = arePairs(labels) ? (rows.number(2 * i + 1) > rows.number(2 * i) ? 1.0 : 0.0) : rows.number(i);
    return values;
}

void readInPieces(const TensorEntry& entry, const RunContext& run,
                  const std::function<void(std::size_t first, const FeatureArray& rows)>& take)
{
    const std::size_t rows = entry.shape.front();
    const std::size_t piece
        = entry.rowBytes > 0 ? std::max<std::size_t>(1, kPieceBytes / entry.rowBytes) : kPieceRows;
    for (std::size_t first = 0; first < rows; first += piece) {
        run.tick(first, rows);
        take(first, entry.readRows(first, std::min(piece, rows - first)));
    }
}

PackedLabels readPackedLabels(const std::vector<PackedFold>& folds,
                              const std::vector<std::string>& labelNames,
                              const std::function<void(const std::string&, const std::string&)>& note,
                              const RunContext& run)
{
    PackedLabels labels;
    const auto placeOfName = [&labels](const std::string& name) {
        return static_cast<std::size_t>(std::ranges::find(labels.names, name) - labels.names.begin());
    };
    const auto addNames = [&](bool first) {
        for (const PackedFold& fold : folds) {
            for (const NamedTensor& array : fold.labels) {
                if ((array.name == "regression_labels") != first)
                    continue;
                for (const std::string& name : packedColumnNames(array, labelNames)) {
                    if (placeOfName(name) == labels.names.size() && labels.names.size() < kMostLabels)
                        labels.names.push_back(name);
                }
            }
        }
    };
    addNames(true);
    addNames(false);
    const std::size_t width = labels.names.size();
    for (const PackedFold& fold : folds) {
        std::vector<double>& values = labels.folds.emplace_back(fold.rows * width, kNoLabel);
        for (const NamedTensor& array : fold.labels) {
            const std::vector<std::string> names = packedColumnNames(array, labelNames);
            std::vector<std::size_t> columns;
            for (const std::string& name : names)
                columns.push_back(placeOfName(name));
            const auto take = [&](std::size_t first, const FeatureArray& rows) {
                const std::vector<double> read = labelsIn(rows, *array.entry);
                for (std::size_t i = 0; i < read.size(); ++i) {
                    const std::size_t column = columns[i % columns.size()];
                    if (column < width && std::isfinite(read[i]))
                        values[(first + i / names.size()) * width + column] = read[i];
                }
            };
            try {
                readInPieces(*array.entry, run, take);
            } catch (const Cancelled&) {
                throw;
            } catch (const Error& error) {
                note(array.entry->name, error.what());
            }
        }
    }
    return labels;
}

std::vector<PackedTerms>
readPackedTerms(const std::vector<PackedFold>& folds,
                const std::function<void(const std::string&, const std::string&)>& note,
                const RunContext& run, std::size_t mostTerms)
{
    std::map<std::string, PackedTerms> found;
    std::map<std::string, std::set<std::string>> different;
    for (std::size_t f = 0; f < folds.size(); ++f) {
        for (const NamedTensor& array : folds[f].terms) {
            PackedTerms& terms = found[packedLabelName(array.name)];
            terms.folds.resize(folds.size()); // those that lack it say nothing
            terms.folds[f].resize(folds[f].rows);
            std::set<std::string>& known = different[packedLabelName(array.name)];
            try {
                readInPieces(*array.entry, run, [&](std::size_t first, const FeatureArray& rows) {
                    const auto& texts = std::get<std::vector<std::string>>(rows.values);
                    for (std::size_t i = 0; i < texts.size() && known.size() <= mostTerms; ++i) {
                        const std::string& text = terms.folds[f][first + i] = validUtf8(texts[i]);
                        if (!text.empty())
                            known.insert(text);
                    }
                });
            } catch (const Cancelled&) {
                throw;
            } catch (const Error& error) {
                note({}, error.what());
            }
            if (known.size() > mostTerms)
                note(
                    array.entry->name,
                    fmt::format("has more than {} different texts, so it is no label: not shown", mostTerms));
        }
    }
    std::vector<PackedTerms> labels;
    for (auto& [name, terms] : found) {
        const std::set<std::string>& known = different[name];
        if (known.empty() || known.size() > mostTerms)
            continue;
        terms.name = name;
        terms.terms.assign(known.begin(), known.end());
        for (std::size_t f = 0; f < folds.size(); ++f)
            terms.folds[f].resize(folds[f].rows); // of folds that lack it
        labels.push_back(std::move(terms));
    }
    return labels;
}

std::vector<std::string> packedIds(const PackedFold& fold,
                                   const std::function<void(const std::string&)>& failed,
                                   const RunContext& run)
{
    std::vector<std::string> ids;
    const std::string prefix = fold.name.empty() ? "segment" : fold.name;
    const auto takeIds = [&](std::size_t, const FeatureArray& rows) {
        if (const auto* texts = std::get_if<std::vector<std::string>>(&rows.values)) {
            for (const std::string& text : *texts)
                ids.push_back(validUtf8(text));
        } else {
            for (std::size_t i = 0; i < rows.rows(); ++i)
                ids.push_back(fmt::format("{}_{}", prefix, rows.number(i)));
        }
    };
    try {
        if (fold.ids)
            readInPieces(*fold.ids, run, takeIds);
    } catch (const Cancelled&) {
        throw;
    } catch (const Error& error) {
        failed(error.what());
    }
    ids.resize(fold.rows);
    for (std::size_t row = 0; row < fold.rows; ++row) {
        if (ids[row].empty())
            ids[row] = fmt::format("{}_{}", prefix, row);
    }
    return ids;
}

}
