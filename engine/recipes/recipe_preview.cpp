#include "engine/recipes/recipe_preview.h"

#include "engine/sequences/entry_order.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

/// All rows of the part, by start. Where entries differ in width, narrow ones end in NaN.
PreviewedSequence previewed(const SequencePart& part)
{
    PreviewedSequence shown;
    shown.key = part.key;
    shown.entries = part.pieces.size();
    std::vector<Interval> intervals;
    std::vector<FillMark> marks;
    std::vector<FeatureMatrix> matrices;
    std::vector<std::span<const float>> rows;
    matrices.reserve(part.pieces.size()); // `rows` points into them
    for (const SequencePart::Piece& piece : part.pieces) {
        const Block& block = part.blocks[piece.block];
        const auto times = part.rows(piece).intervals();
        intervals.insert(intervals.end(), times.begin(), times.end());
        for (std::size_t row = 0; row < piece.rows; ++row)
            marks.push_back(block.mark(piece.first + row));
        shown.isText = shown.isText || isText(block.entry.features.type);
        if (shown.isText)
            continue;
        matrices.push_back(block.entry.features.slice(piece.first, piece.rows).toMatrix());
        for (std::size_t row = 0; row < piece.rows; ++row)
            rows.push_back(matrices.back().row(row));
    }
    std::size_t columns = 0;
    for (const auto& row : rows)
        columns = std::max(columns, row.size());
    const std::vector<std::size_t> order = orderByStart(intervals);
    shown.rows.features = FeatureMatrix(shown.isText ? 0 : order.size(), columns);
    std::fill(shown.rows.features.values.begin(), shown.rows.features.values.end(), std::nanf(""));
    for (std::size_t i = 0; i < order.size(); ++i) {
        shown.rows.intervals.push_back(intervals[order[i]]);
        shown.marks.push_back(marks[order[i]]);
        if (!shown.isText)
            std::ranges::copy(rows[order[i]],
                              shown.rows.features.values.begin() + static_cast<std::ptrdiff_t>(i * columns));
    }
    return shown;
}

}

RecipePreview previewRecipe(Recipe recipe, std::size_t steps, const std::string& video,
                            const LoadSequence& load, const FrameTimes& frames)
{
    recipe.steps.resize(std::min(steps, recipe.steps.size()));
    RecipePlan plan = planRecipeWith(recipe, load);
    plan.videos = {video};
    VideoRunSettings settings;
    settings.jobs = 1;
    settings.frameTimes = frames;
    settings.account = true;
    RecipePreview preview;
    runVideos(
        plan, settings, [](VideoResult&) {},
        [&](VideoResult& result) {
            preview.reports = std::move(result.reports);
            for (SequencePart& part : result.part.sequences) {
                part.read(); // what no step had to read
                preview.sequences.push_back(previewed(part));
            }
        });
    return preview;
}

}
