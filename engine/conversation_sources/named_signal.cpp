#include "engine/conversation_sources/named_signal.h"

#include "engine/core/error.h"

namespace engine {

NamedSignal NamedSignal::parse(const std::string& text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos || colon == 0 || colon + 1 == text.size())
        throw FormatError("unknown_signal", text,
                          "is no signal: SEQUENCE:COLUMN is expected, as visual:smile");
    return {text.substr(0, colon), text.substr(colon + 1)};
}

std::shared_ptr<const SequenceFile> sequenceOf(const ConversationFiles& dataset, const NamedSignal& signal)
{
    if (std::shared_ptr<const SequenceFile> file = dataset.sequence(signal.sequence))
        return file;
    std::string known;
    for (const DatasetList::Sequence& listed : dataset.list.sequences)
        known += (known.empty() ? "" : ", ") + listed.name;
    throw FormatError("unknown_signal", dataset.name,
                      "has no sequence " + signal.sequence + "; there are " + known);
}

}
