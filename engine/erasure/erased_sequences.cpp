#include "engine/erasure/erased_sequences.h"

#include "engine/core/segment_id.h"
#include "engine/sequences/csd_writer.h"

namespace engine {

namespace {

std::vector<std::string>* textsOf(Entry& entry)
{
    return std::get_if<std::vector<std::string>>(&entry.features.values);
}

}

SequenceOccurrences occurrences(const OpenedSequence& sequence, const ErasurePlan& plan, const HiddenNames& names,
                                const RunContext& run)
{
    SequenceOccurrences found;
    std::size_t done = 0;
    for (const std::string& id : sequence.file->ids()) {
        run.tick(done++, sequence.file->ids().size());
        const std::string video = videoOfSegment(id);
        if (plan.alone.contains(video) || (plan.shared.contains(video) && !sequence.isText)) {
            found.entries.insert(id);
            continue;
        }
        if (!sequence.isText)
            continue;
        Entry entry = sequence.file->entry(id);
        if (const auto* texts = textsOf(entry)) {
            for (const std::string& text : *texts) {
                if (!names.in(text).empty()) {
                    found.texts.insert(id);
                    break;
                }
            }
        }
    }
    return found;
}

void rewriteSequence(const OpenedSequence& sequence, const SequenceOccurrences& gone, const HiddenNames& names, const RunContext& run)
{
    ComputationalSequence rewritten(sequence.file);
    for (const std::string& id : gone.texts) {
        Entry entry = sequence.file->entry(id);
        if (auto* texts = textsOf(entry)) {
            for (std::string& text : *texts)
                text = names.without(text);
        }
        rewritten.put(id, std::move(entry));
    }
    rewritten.remove(gone.entries);
    writeCsd(rewritten, sequence.file->path(), {}, run);
}

}
