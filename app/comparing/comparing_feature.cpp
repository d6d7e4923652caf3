#include "app/comparing/comparing_feature.h"

#include "app/comparing/comparing.h"
#include "app/review/review_feature.h"
#include "app/review/review_sources.h"
#include "app/review/review_tab.h"
#include "app/session/session.h"
#include "app/window/main_window.h"

namespace app {

void addComparing(const Bench& bench, const Reviewing& reviewing)
{
    Session& session = bench.session;
    new Comparing({session.document(), session.project(), session.videos(), reviewing.review,
                   reviewing.sources, reviewing.tab},
                  bench.actions, &bench.window);
}

}
