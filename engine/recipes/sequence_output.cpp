#include "engine/recipes/sequence_output.h"

#include "engine/core/error.h"
#include "engine/recipes/recipe_files.h"

#include <algorithm>
#include <fmt/format.h>
#include <future>

namespace engine {

SequenceOutput::SequenceOutput(const RecipePlan& plan, const Recipe& recipe,
                               const std::filesystem::path& folder)
{
    std::map<std::string, std::string> keyOf;
    for (const RecipePlan::Result& result : plan.results) {
        const std::string name = sequenceFileName(recipe, result.key);
        const std::filesystem::path path = folder / name;
        if (const auto [other, isNew] = keyOf.emplace(name, result.key); !isNew)
            throw FormatError(
                "recipe_invalid", path.string(),
                fmt::format("would hold two sequences, {} and {}; say other names in output_files",
                            other->second, result.key));
        hdf5::checkedName(result.rootName, path); // here, where the message has the final name
        PendingFile pending(path);
        CsdWriter writer(pending.temporary(), result.rootName, recipe.compression);
        m_files.push_back({{result.key, path},
                           result.metadata,
                           std::move(pending),
                           std::move(writer),
                           nlohmann::json::object()});
    }
}

void SequenceOutput::prepare(VideoResult& result)
{
    for (SequencePart& part : result.part.sequences) {
        std::ranges::sort(part.pieces, {}, &SequencePart::Piece::id);
        std::vector<Digest>& digests = result.digests.emplace_back();
        for (const SequencePart::Piece& piece : part.pieces)
            digests.push_back(digestOf(part.rows(piece)));
    }
}

void SequenceOutput::take(const VideoResult& result)
{
    for (std::size_t i = 0; i < m_files.size(); ++i) {
        File& file = m_files[i];
        const SequencePart& part = result.part.sequences[i];
        for (std::size_t p = 0; p < part.pieces.size(); ++p) {
            const SequencePart::Piece& piece = part.pieces[p];
            file.writer.add(piece.id, part.rows(piece), result.digests[i][p]);
            file.written.rows += piece.rows;
            if (nlohmann::json filled = imputedRows(part, piece); !filled.is_null()) {
                file.written.filledRows += filled["rows"].size();
                file.imputed[piece.id] = std::move(filled);
            }
        }
        file.written.entries += part.pieces.size();
    }
}

void SequenceOutput::finish()
{
    forEachFile([](File& file) {
        file.metadata.erase("imputed");
        if (!file.imputed.empty())
            file.metadata["imputed"] = std::move(file.imputed);
        file.writer.finish(file.metadata);
    });
}

void SequenceOutput::commit()
{
    forEachFile([](File& file) { file.pending.commit(); });
}

void SequenceOutput::forEachFile(const std::function<void(File&)>& action)
{
    std::vector<std::future<void>> actions;
    for (File& file : m_files)
        actions.push_back(std::async(std::launch::async, action, std::ref(file)));
    for (std::future<void>& done : actions)
        done.get();
}

std::vector<SequenceOutput::Written> SequenceOutput::written() const
{
    std::vector<Written> all;
    for (const File& file : m_files)
        all.push_back(file.written);
    return all;
}

nlohmann::json imputedRows(const SequencePart& part, const SequencePart::Piece& piece)
{
    const Block& block = part.blocks[piece.block];
    if (block.marks.empty())
        return nullptr;
    FillMark method = FillMark::None;
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < piece.rows; ++row) {
        const FillMark mark = block.mark(piece.first + row);
        if (mark == FillMark::None)
            continue;
        rows.push_back(row);
        method = method == FillMark::None || method == mark ? mark : FillMark::Several;
    }
    if (rows.empty())
        return nullptr;
    return {{"method", name(method)}, {"rows", rows}};
}

}
