#include "engine/extraction/stretch_asking.h"

#include "engine/core/error.h"
#include "engine/worker/child_process.h"

#include <algorithm>

namespace engine {

StretchReply askStretches(const std::filesystem::path& program, StretchWish wish, const RunContext& run)
{
    wish.id = 1;
    ChildRun child{{program.string(), "--serve"}};
    child.input = lineOf(wish) + '\n';
    std::optional<StretchReply> reply;
    child.onLine = [&](std::string_view line) {
        StretchReply said = stretchReplyIn(std::string(line));
        if (said.progress && run.progress)
            run.progress(*said.progress);
        if (!said.progress)
            reply = std::move(said);
        return !reply; // the program keeps nothing that could be lost
    };
    runChild(child, run);
    if (!reply)
        throw Error("aligner_died", "The program that aligns words ended unexpectedly.");
    const bool isWhole = reply->stretches.size() == wish.stretches.size()
        && std::ranges::equal(reply->stretches, wish.stretches, [](const auto& times, const auto& stretch) {
                             return times.words.size() == stretch.words.size();
                         });
    if (!reply->problem.empty() || !isWhole)
        throw Error("aligner",
                    reply->problem.empty() ? "The program that aligns words left some out." : reply->problem);
    return *reply;
}

}
