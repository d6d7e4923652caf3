#include "app/transcript/transcript_feature.h"

#include "app/exchange/exchange_actions.h"
#include "app/extraction/extraction_actions.h"
#include "app/session/session.h"
#include "app/timeline/timeline_panel.h"
#include "app/transcript/doubt_actions.h"
#include "app/transcript/realign_actions.h"
#include "app/transcript/transcript_actions.h"
#include "app/transcript/transcript_offer.h"
#include "app/transcript/transcript_tab.h"
#include "app/window/main_window.h"
#include "app/window/tabs.h"
#include "widgets/transcript/transcript_panel.h"
#include "widgets/transcript/transcript_text.h"

#include <QCoreApplication>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kTranscriptCommands[]{
    {"align-words", QT_TRANSLATE_NOOP("app::Actions", "Align the &words of this video"), "Ctrl+F9", {"align", 201}, kNeedsData},
    {"realign", QT_TRANSLATE_NOOP("app::Actions", "Re-align this s&tretch"), "Shift+F9", {"align", 202}, kNeedsData},
    {"next-doubtful", QT_TRANSLATE_NOOP("app::Actions", "&Next doubtful word"), "F7", {"align", 203}, kNeedsData},
    {"accept-words", QT_TRANSLATE_NOOP("app::Actions", "A&ccept words as they are"), "Ctrl+F7", {"align", 204}, kNeedsData},
    {"next-untimed", QT_TRANSLATE_NOOP("app::Actions", "&Next word without times"), "F8", {"align/words", 101}, kNeedsData},
    {"begin-word", QT_TRANSLATE_NOOP("app::Actions", "&Word without times begins at the playhead"), "F9", {"align/words", 102}, kNeedsData},
    {"take-times", QT_TRANSLATE_NOOP("app::Actions", "Words lie where they are &said"), "", {"align/words", 103}, kNeedsData},
    {"previous-doubtful", QT_TRANSLATE_NOOP("app::Actions", "&Previous doubtful word"), "Shift+F7", {"align/words", 201}, kNeedsData},
    {"take-transcript", QT_TRANSLATE_NOOP("app::Actions", "&Take the text beside the recording"), "", {"align/words", 203}, kNeedsData},
    {"load-text", QT_TRANSLATE_NOOP("app::Actions", "&Load a text…"), "", {"align/words", 202}, kNeedsData},
};
// clang-format on

}

CommandTable transcriptCommands()
{
    return {"own-recordings", kTranscriptCommands};
}

void addTranscript(const Bench& bench, ExtractionActions& extraction, ExchangeActions& exchange)
{
    Session& session = bench.session;
    Document& document = session.document();
    Editor& editor = session.editor();
    Player& player = session.player();
    MainWindow& window = bench.window;
    auto* panel = new widgets::TranscriptPanel;
    auto* tab = new TranscriptTab(document, editor, player, session.tasks(), *panel);
    bench.tabs.add({"transcript", QCoreApplication::translate("app::Tabs", "Transcript")}, panel);
    new TranscriptActions(document, editor, player, bench.actions, bench.timeline, *tab);
    new RealignActions(document, editor, player, session.tasks(), session.programs(), bench.actions, bench.timeline, *tab);
    new DoubtActions(document, editor, player, bench.actions, bench.timeline, *tab);
    const auto* offer = new TranscriptOffer(document, session.tasks(), bench.actions, *tab);
    const auto showTab = [&window] { window.showTab(QStringLiteral("transcript")); };
    QObject::connect(offer, &TranscriptOffer::taken, &window, showTab);
    QObject::connect(offer, &TranscriptOffer::importWished, &exchange,
                     [&exchange](const QString& file) { exchange.import({file}); });
    QObject::connect(&exchange, &ExchangeActions::textDropped, tab, [tab, showTab](const QString& file) {
        showTab();
        tab->load(file);
    });
    QObject::connect(&session.videos(), &VideoOpener::opening, tab, &TranscriptTab::takeDraft);
    QObject::connect(&window, &MainWindow::closing, tab, &TranscriptTab::takeDraft);
    QObject::connect(&window, &MainWindow::modeChosen, panel, [panel](const QString& mode) {
        if (mode == QLatin1String("transcribe"))
            panel->text().setFocus();
    });
    QObject::connect(panel, &widgets::TranscriptPanel::extractWished, &extraction,
                     [&extraction, &document] { extraction.ask(document.video().id); });
}

}
