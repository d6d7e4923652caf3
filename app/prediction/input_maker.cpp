#include "app/prediction/input_maker.h"

#include "engine/alignment/chosen_columns.h"
#include "engine/packed/packed_input.h"

namespace app {

engine::SegmentInput InputMaker::make(std::size_t first, std::size_t last) const
{
    for (const engine::RowsInFile& rows : alignment.rowsInFiles(first, last))
        rows.hold(); // for the questions that follow about the same words
    engine::SegmentInput input = alignment.input(first, last);
    if (acousticColumns.empty() || input.acoustic.columns == 0)
        return input;
    const auto columns = engine::columnsCalled(alignment.features->acousticNames, acousticColumns);
    if (columns && !columns->empty() && columns->back() < input.acoustic.columns)
        input.acoustic = engine::withColumns(input.acoustic, *columns);
    return input; // else the model refuses it
}

engine::SegmentInput InputMaker::make(std::size_t first, std::size_t last, const WordTimes& times) const
{
    return InputMaker{{alignment.features, times, alignment.rules}, acousticColumns}.make(first, last);
}

engine::SegmentInput InputMaker::makePacked(std::size_t place) const
{
    return engine::packedInput(*packed->file(), place, window);
}

InputMaker inputMakerOf(const Document& document, const std::vector<std::string>& acousticColumns,
                        const engine::DataOptions& options)
{
    InputMaker maker{document.wordAlignment(), acousticColumns};
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
    const auto [first, last] = engine::wordsOf(segment, maker.alignment.words.intervals);
    if (first >= last)
        return {};
    return [maker = std::move(maker), first = first, last = last] { return maker.make(first, last); };
}

}
