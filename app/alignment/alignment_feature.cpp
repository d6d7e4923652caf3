#include "app/alignment/alignment_feature.h"

#include "app/actions/actions.h"
#include "app/alignment/align_tab.h"
#include "app/session/session.h"
#include "app/timeline/timeline_panel.h"
#include "app/window/main_window.h"
#include "app/window/tabs.h"

#include <QCoreApplication>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kAlignmentCommands[]{
    {"align-video", QT_TRANSLATE_NOOP("app::Actions", "&Apply to this video"), "", {"align", 101}, kNeedsData},
    {"align-all", QT_TRANSLATE_NOOP("app::Actions", "Apply to all &videos"), "", {"align", 102}, kNeedsData | kNeedsSight},
    {"align-revert", QT_TRANSLATE_NOOP("app::Actions", "&Revert this video"), "", {"align", 103}, kNeedsData},
    {"show-aligned", QT_TRANSLATE_NOOP("app::Actions", "Show aligned &rows"), "A", {"align/aligned", 101}, kNeedsData, "", true},
    {"show-imputed", QT_TRANSLATE_NOOP("app::Actions", "Show &imputed values"), "I", {"align/aligned", 102}, kNeedsData, "", true, "", {"", "", "Shift+I"}},
    {"show-coverage", QT_TRANSLATE_NOOP("app::Actions", "Show &coverage ribbons"), "Ctrl+R", {"align/aligned", 103}, kNeedsData, "", true},
    {"open-recipe", QT_TRANSLATE_NOOP("app::Actions", "&Open a recipe…"), "", {"align/recipe", 101}, kNeedsData},
    {"save-recipe", QT_TRANSLATE_NOOP("app::Actions", "&Save the recipe…"), "", {"align/recipe", 102}, kNeedsData | kNeedsSight},
    {"copy-command", QT_TRANSLATE_NOOP("app::Actions", "Copy the recipe as &command"), "", {"align/recipe", 103}, kNeedsData | kNeedsSight},
    {"copy-python", QT_TRANSLATE_NOOP("app::Actions", "Copy the recipe as &Python"), "", {"align/recipe", 104}, kNeedsData},
    {"write-tensors", QT_TRANSLATE_NOOP("app::Actions", "Write tensors…"), "", {"export", 701}, kNeedsData | kNeedsSight, "", false, QT_TRANSLATE_NOOP("app::Actions", "Tensors: npz, h5")},
};
// clang-format on

}

CommandTable alignmentCommands()
{
    return {"aligning", kAlignmentCommands};
}

void addAlignment(const Bench& bench)
{
    Session& session = bench.session;
    auto* align = new AlignTab(session.document(), session.player(), session.videos(), session.faces(), session.project(),
                               session.alignment());
    align->connectActions(bench.actions);
    bench.tabs.add({"align", QCoreApplication::translate("app::Tabs", "Align")}, align);
    bench.window.addSettled([align] { return align->isComplete(); });
    using Show = void (FeatureTracks::*)(bool);
    for (const auto& [command, show] : {std::pair<const char*, Show>{"show-aligned", &FeatureTracks::setShowsAligned},
                                        {"show-imputed", &FeatureTracks::setShowsImputed},
                                        {"show-coverage", &FeatureTracks::setShowsCoverage}}) { // as the preset has it
        bench.actions.at(command)->setChecked(true);
        QObject::connect(bench.actions.at(command), &QAction::toggled, &bench.timeline.features(), show);
    }
}

}
