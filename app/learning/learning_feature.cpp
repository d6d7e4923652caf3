#include "app/learning/learning_feature.h"

#include "app/learning/learning_actions.h"
#include "app/review/review.h"
#include "app/review/review_feature.h"
#include "app/review/review_tab.h"
#include "app/session/session.h"
#include "app/window/docks.h"
#include "app/window/main_window.h"
#include "widgets/review/learning_card.h"
#include "widgets/review/queue_panel.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kLearningCommands[]{
    {"learn-while-labelling", QT_TRANSLATE_NOOP("app::Actions", "&Learn while labelling"), "", {"model", 202}, kNeedsData},
};
// clang-format on

}

CommandTable learningCommands()
{
    return {"reviewing", kLearningCommands};
}

void addLearning(const Bench& bench, const Reviewing& reviewing)
{
    Session& session = bench.session;
    MainWindow& window = bench.window;
    auto* card = new widgets::LearningCard(&window);
    reviewing.tab.queue().setFoot(card);
    auto* learning = new LearningActions({session.document(), session.moments(), session.editor(),
                                          reviewing.review, session.tasks(), session.programs(), *card},
                                         bench.actions, &window);
    QObject::connect(learning, &LearningActions::reviewWished, &window,
                     [&window] { window.run("preset-review"); });
    QObject::connect(learning, &LearningActions::shown, &bench.docks,
                     &Docks::setFullLeft); // below the queue is its card
}

}
