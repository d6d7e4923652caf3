#pragma once

#include "app/document/sight.h"
#include "engine/project_items/review_pass.h"

#include <QString>

#include <algorithm>
#include <functional>
#include <string>

namespace app {

/// What a review asks about conversations, of which it knows nothing itself. Functions that are empty: there
/// are none.
struct ReviewConversation {
    std::function<bool()> isRead; ///< the turns of the conversation in sight are known
    /// When the n-th turn before a moment began, in seconds of the window; the moment where there is none.
    std::function<double(double moment, int turns)> turnBefore;
    std::function<QString(const std::string& video)> nameOf; ///< the participant of `C@P`; empty: nobody
    /// The other participant of `C@P`; empty: there are several, or nobody.
    std::function<QString(const std::string& video)> partnerOf;

    QString participant(const std::string& video) const { return nameOf ? nameOf(video) : QString(); }
    QString partner(const std::string& video) const { return partnerOf ? partnerOf(video) : QString(); }
    /// Whether a segment has to wait for the turns that play before it.
    bool isAwaited(const engine::ReviewPass& pass) const
    {
        return pass.turnsBefore > 0 && isRead && !isRead();
    }
    /// Where playing begins, in seconds: the lead-in, or the turns before. They stay away in a pass that
    /// hides what is said, since it shows one person alone.
    double startOf(const engine::ReviewPass& pass, const engine::Interval& span, const Sight& sight) const
    {
        const double start = std::max(0.0, span.start - pass.leadIn);
        return pass.turnsBefore > 0 && turnBefore && sight.words
            ? std::clamp(turnBefore(span.start, pass.turnsBefore), 0.0, start)
            : start;
    }
};

}
