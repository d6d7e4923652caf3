#include "app/prediction/input_maker.h"

#include "app/prediction/model_list.h"
#include "engine/alignment/chosen_columns.h"
#include "engine/alignment/overlap.h"
#include "engine/alignment/timed_segments.h"
#include "engine/packed/packed_input.h"

#include <algorithm>

namespace app {

namespace {

/// Those columns of sound that the model reads, and nothing of sequences that it does not.
engine::SegmentInput withColumnsOf(engine::SegmentInput input, const RowWish& rows,
                                   const WordFeatures& features)
{
    for (const engine::Modality modality : engine::allModalities) {
        engine::FeatureMatrix& of = input.of(modality);
        if (!rows.leavesOut[static_cast<std::size_t>(modality)])
            continue;
        of.columns = 0;
        of.rows = std::max<std::size_t>(of.rows, 1); // zeros, as it learnt from
        of.values.clear();
    }
    if (rows.acousticColumns.empty() || input.acoustic.columns == 0)
        return input;
    const auto columns = engine::columnsCalled(features.acousticNames, rows.acousticColumns);
    if (columns && !columns->empty() && columns->back() < input.acoustic.columns)
        input.acoustic = engine::withColumns(input.acoustic, *columns);
    return input; // else the model refuses it
}

/// These rows of a sequence.
engine::FeatureMatrix ownRows(const engine::WordCollapser& of, const std::vector<std::size_t>& places)
{
    engine::FeatureMatrix own;
    own.columns = of.dimensions();
    if (!places.empty()) {
        if (const auto rows = of.rowsInFile(places.front(), places.back()))
            rows->hold();
    }
    for (const std::size_t place : places) {
        const std::vector<float> row = of.row(place);
        own.values.insert(own.values.end(), row.begin(), row.end());
        ++own.rows;
    }
    return own;
}

}

RowWish rowWishOf(const nlohmann::json& recipe)
{
    RowWish wish{acousticColumns(recipe)};
    if (!recipe.is_object())
        return wish;
    for (const engine::Modality modality : engine::allModalities)
        wish.leavesOut[static_cast<std::size_t>(modality)]
            = recipe.value(std::string(engine::name(modality)), nlohmann::json()) == "";
    const nlohmann::json rows = recipe.value("rows", nlohmann::json());
    wish.areOwn = rows == "own";
    if (rows.is_object() && rows.value("rate_hz", nlohmann::json()).is_number())
        wish.rate = engine::FixedRate{rows.at("rate_hz").get<double>()};
    if (const nlohmann::json collapse = recipe.value("collapse", nlohmann::json()); collapse.is_string())
        wish.collapse = engine::CollapseFunction::parse(collapse.get<std::string>());
    wish.areOfWindows = recipe.value("segments", nlohmann::json()).is_object();
    wish.areScaledByVideo = recipe.value("scale", nlohmann::json()) == "video";
    return wish;
}

engine::SegmentInput InputMaker::make(std::size_t first, std::size_t last) const
{
    for (const engine::RowsInFile& held : alignment.rowsInFiles(first, last))
        held.hold(); // for the questions that follow about the same words
    return withColumnsOf(alignment.input(first, last), rows, *alignment.features);
}

engine::SegmentInput InputMaker::make(std::size_t first, std::size_t last, const WordTimes& times) const
{
    return InputMaker{{alignment.features, times, alignment.rules}, rows}.make(first, last);
}

OwnPlaces InputMaker::ownPlaces(const engine::Interval& span) const
{
    const WordFeatures& features = *alignment.features;
    return {engine::rowsInside(features.text.intervals(), span),
            engine::rowsInside(features.acoustic.intervals(), span),
            engine::rowsInside(features.visual.intervals(), span)};
}

engine::SegmentInput InputMaker::makeOwn(const OwnPlaces& places) const
{
    const WordFeatures& features = *alignment.features;
    return withColumnsOf({ownRows(features.text, places[0]), ownRows(features.acoustic, places[1]),
                          ownRows(features.visual, places[2])},
                         rows, features);
}

engine::SegmentInput InputMaker::makeSteps(const engine::Interval& span) const
{
    const WordFeatures& features = *alignment.features;
    const std::vector<engine::Interval> steps = engine::stepsOf(span, *rows.rate);
    for (const engine::WordCollapser* of : {&features.text, &features.acoustic, &features.visual}) {
        if (const auto held = of->rowsInFile(steps))
            held->hold();
    }
    return withColumnsOf(
        engine::segmentInput(steps, features.text, features.acoustic, features.visual, rows.collapse), rows,
        features);
}

engine::SegmentInput InputMaker::makePacked(std::size_t place) const
{
    return engine::packedInput(*packed->file(), place, window);
}

InputMaker inputMakerOf(const Document& document, const RowWish& rows, const engine::DataOptions& options)
{
    InputMaker maker{document.wordAlignment(), rows};
    if (document.hasVideo() && document.video().packed) {
        maker.packed = document.video().packed;
        maker.window = engine::windowOf(engine::isUtteranceLevel(*maker.packed->file()), options);
    }
    return maker;
}

/// Where a packed segment lies is asked by whoever makes its input, since that may read the file.
std::function<engine::SegmentInput()> makingOf(InputMaker maker, const std::string& video,
                                               const engine::Interval& segment)
{
    if (maker.packed)
        return [maker = std::move(maker), video, segment] {
            const auto place = maker.packed->segmentAt(video, segment);
            return place ? maker.makePacked(*place) : engine::SegmentInput();
        };
    if (!maker.rows.areOfWords()) {
        OwnPlaces places = maker.ownPlaces(segment);
        if (std::ranges::all_of(places, &std::vector<std::size_t>::empty))
            return {};
        if (maker.rows.rate)
            return [maker = std::move(maker), segment] { return maker.makeSteps(segment); };
        return [maker = std::move(maker), places = std::move(places)] { return maker.makeOwn(places); };
    }
    const auto [first, last] = engine::wordsOf(segment, maker.alignment.words.intervals);
    if (first >= last)
        return {};
    return [maker = std::move(maker), first = first, last = last] { return maker.make(first, last); };
}

}
