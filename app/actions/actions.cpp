#include "app/actions/actions.h"

#include "app/actions/digit_keys.h"
#include "widgets/base/icons.h"
#include "widgets/base/menu_text.h"
#include "widgets/base/theme.h"

#include <QWidget>

namespace app {

namespace {

struct Row {
    const char* name;
    const char* text;
    /// Several are separated by `; `. A sign is named as it is typed (`<`, not `Shift+,`), since keyboards
    /// have it in different places; `Shift` stands only before letters, digits and keys without a sign.
    const char* keys;
    const char* icon = "";
    bool checkable = false;
};

constexpr Row kRows[]{
    {"open-files", QT_TRANSLATE_NOOP("app::Actions", "&Open files…"), "Ctrl+O", "open-file"},
    {"open-folder", QT_TRANSLATE_NOOP("app::Actions", "Open &folder…"), "Ctrl+Shift+O"},
    {"open-demo", QT_TRANSLATE_NOOP("app::Actions", "Open the &demo"), ""},
    {"new-dataset", QT_TRANSLATE_NOOP("app::Actions", "Ne&w dataset from videos…"), ""},
    {"extract-again", QT_TRANSLATE_NOOP("app::Actions", "Extract a&gain, or add recordings…"), ""},
    {"fetch-dataset", QT_TRANSLATE_NOOP("app::Actions", "Fetch a s&tandard dataset…"), ""},
    {"save-copy", QT_TRANSLATE_NOOP("app::Actions", "&Save a copy…"), "Ctrl+Shift+S"},
    {"restore-version", QT_TRANSLATE_NOOP("app::Actions", "&Restore version…"), ""},
    {"merge-copy", QT_TRANSLATE_NOOP("app::Actions", "&Merge another copy…"), ""},
    {"collect-files", QT_TRANSLATE_NOOP("app::Actions", "&Collect files…"), ""},
    {"export-words", QT_TRANSLATE_NOOP("app::Actions", "&Export words as csd…"), "Ctrl+E"},
    {"clips-folder", QT_TRANSLATE_NOOP("app::Actions", "Folder of the clips…"), ""},
    {"import-annotation", QT_TRANSLATE_NOOP("app::Actions", "&Import annotation…"), "Ctrl+I"},
    {"export-annotation", QT_TRANSLATE_NOOP("app::Actions", "Export annotati&on…"), "Ctrl+Alt+E"},
    {"export-span", QT_TRANSLATE_NOOP("app::Actions", "Export se&lection…"), "Ctrl+Shift+E"},
    {"save-frame", QT_TRANSLATE_NOOP("app::Actions", "Save &frame…"), "Ctrl+Shift+P"},
    {"timeline-picture", QT_TRANSLATE_NOOP("app::Actions", "&Picture of the timeline…"), ""},
    {"quit", QT_TRANSLATE_NOOP("app::Actions", "&Quit"), "Ctrl+Q"},

    {"play", QT_TRANSLATE_NOOP("app::Actions", "&Play or pause"), "Space", "play"},
    {"play-span", QT_TRANSLATE_NOOP("app::Actions", "Play &segment or selection"), "Shift+Space"},
    {"play-around", QT_TRANSLATE_NOOP("app::Actions", "Play &around the playhead"), "Ctrl+Space"},
    {"loop", QT_TRANSLATE_NOOP("app::Actions", "&Loop"), "L", "loop", true},
    {"loop-selection", QT_TRANSLATE_NOOP("app::Actions", "Loop segment or se&lection"), "Shift+L"},
    {"faster", QT_TRANSLATE_NOOP("app::Actions", "&Faster"), "R"},
    {"slower", QT_TRANSLATE_NOOP("app::Actions", "Slo&wer"), "Shift+R"},
    {"speed-normal", QT_TRANSLATE_NOOP("app::Actions", "&Normal speed"), "Ctrl+0"},
    {"mute", QT_TRANSLATE_NOOP("app::Actions", "&Mute the sound"), "Ctrl+M", "volume", true},
    {"play-sound", QT_TRANSLATE_NOOP("app::Actions", "Play s&ound"), "", "", true},
    {"next-camera", QT_TRANSLATE_NOOP("app::Actions", "Show the ne&xt camera"), "V"},
    {"camera-offset", QT_TRANSLATE_NOOP("app::Actions", "Camera offs&et…"), ""},
    {"add-camera", QT_TRANSLATE_NOOP("app::Actions", "Add a &camera…"), ""},
    {"live", QT_TRANSLATE_NOOP("app::Actions", "Li&ve…"), "Ctrl+Shift+L"},
    {"show-picture", QT_TRANSLATE_NOOP("app::Actions", "Show the p&icture"), "", "", true},

    {"step-back", QT_TRANSLATE_NOOP("app::Actions", "One frame &back"), "Left", "step-back"},
    {"step-forward", QT_TRANSLATE_NOOP("app::Actions", "One frame for&ward"), "Right", "step-forward"},
    {"second-back", QT_TRANSLATE_NOOP("app::Actions", "One second back"), "Shift+Left"},
    {"second-forward", QT_TRANSLATE_NOOP("app::Actions", "One second forward"), "Shift+Right"},
    {"previous-word-edge", QT_TRANSLATE_NOOP("app::Actions", "Previous word edge"), "Ctrl+Left"},
    {"next-word-edge", QT_TRANSLATE_NOOP("app::Actions", "Next word edge"), "Ctrl+Right"},
    {"previous-segment", QT_TRANSLATE_NOOP("app::Actions", "Previous segment"), "Alt+Left"},
    {"next-segment", QT_TRANSLATE_NOOP("app::Actions", "Next segment"), "Alt+Right"},
    {"go-to-start", QT_TRANSLATE_NOOP("app::Actions", "To the start"), "Home", "go-to-start"},
    {"go-to-end", QT_TRANSLATE_NOOP("app::Actions", "To the end"), "End", "go-to-end"},
    {"screen-back", QT_TRANSLATE_NOOP("app::Actions", "One screen back"), "PgUp"},
    {"screen-forward", QT_TRANSLATE_NOOP("app::Actions", "One screen forward"), "PgDown"},
    {"previous-entry", QT_TRANSLATE_NOOP("app::Actions", "Previous video"), "Ctrl+Up", "previous-entry"},
    {"next-entry", QT_TRANSLATE_NOOP("app::Actions", "Next video"), "Ctrl+Down", "next-entry"},
    {"go-to-time", QT_TRANSLATE_NOOP("app::Actions", "&Go to time, frame or segment…"), "G; Ctrl+G"},

    {"zoom-in", QT_TRANSLATE_NOOP("app::Actions", "Zoom &in"), "Ctrl++; Ctrl+=", "zoom-in"},
    {"zoom-out", QT_TRANSLATE_NOOP("app::Actions", "Zoom &out"), "Ctrl+-", "zoom-out"},
    {"zoom-segment", QT_TRANSLATE_NOOP("app::Actions", "Zoom to &segment or selection"), "Z"},
    {"zoom-all", QT_TRANSLATE_NOOP("app::Actions", "Zoom to the &whole file"), "Shift+Z", "zoom-all"},
    {"snap", QT_TRANSLATE_NOOP("app::Actions", "Snap"), "", "snap", true},
    {"subtitles", QT_TRANSLATE_NOOP("app::Actions", "S&ubtitles"), "Ctrl+U", "", true},
    {"show-faces", QT_TRANSLATE_NOOP("app::Actions", "Faces on the picture"), "Shift+B", "", true},
    {"people", QT_TRANSLATE_NOOP("app::Actions", "Who is seen…"), "Ctrl+B"},
    {"full-screen", QT_TRANSLATE_NOOP("app::Actions", "Picture on the &whole screen"), "F11"},
    {"picture-window", QT_TRANSLATE_NOOP("app::Actions", "Picture in a window of its ow&n"), "", "", true},
    {"follow", QT_TRANSLATE_NOOP("app::Actions", "Follow"), "F", "follow", true},

    {"cut", QT_TRANSLATE_NOOP("app::Actions", "Cu&t"), "Ctrl+X"},
    {"copy", QT_TRANSLATE_NOOP("app::Actions", "&Copy"), "Ctrl+C"},
    {"paste", QT_TRANSLATE_NOOP("app::Actions", "&Paste at the playhead"), "Ctrl+V"},
    {"select-all", QT_TRANSLATE_NOOP("app::Actions", "Select &all of the tier"), "Ctrl+A"},
    {"select-none", QT_TRANSLATE_NOOP("app::Actions", "Select &nothing"), ""},
    {"tier-above", QT_TRANSLATE_NOOP("app::Actions", "Edit the tier a&bove"), "Up"},
    {"tier-below", QT_TRANSLATE_NOOP("app::Actions", "Edit the tier belo&w"), "Down"},
    {"split", QT_TRANSLATE_NOOP("app::Actions", "S&plit at the playhead"), "S"},
    {"merge-next", QT_TRANSLATE_NOOP("app::Actions", "&Merge with the next"), "Ctrl+J"},
    {"new-segment", QT_TRANSLATE_NOOP("app::Actions", "&New from selection or playhead"), "N"},
    {"delete-segment", QT_TRANSLATE_NOOP("app::Actions", "&Delete"), "Del"},
    {"edit-text", QT_TRANSLATE_NOOP("app::Actions", "Edit the &text…"), "F2"},
    {"set-start", QT_TRANSLATE_NOOP("app::Actions", "Start at the p&layhead"), "["},
    {"set-end", QT_TRANSLATE_NOOP("app::Actions", "&End at the playhead"), "]"},
    {"choose-edge", QT_TRANSLATE_NOOP("app::Actions", "&Choose start or end"), "B"},
    {"edge-earlier", QT_TRANSLATE_NOOP("app::Actions", "Edge one frame earlier"), ","},
    {"edge-later", QT_TRANSLATE_NOOP("app::Actions", "Edge one frame later"), "."},
    {"edge-much-earlier", QT_TRANSLATE_NOOP("app::Actions", "Edge ten frames earlier"), "<; ;"},
    {"edge-much-later", QT_TRANSLATE_NOOP("app::Actions", "Edge ten frames later"), ">; :"},
    {"move-earlier", QT_TRANSLATE_NOOP("app::Actions", "Move one frame earlier"), "Ctrl+,"},
    {"move-later", QT_TRANSLATE_NOOP("app::Actions", "Move one frame later"), "Ctrl+."},

    {"load-text", QT_TRANSLATE_NOOP("app::Actions", "Load a text…"), ""},
    {"next-untimed", QT_TRANSLATE_NOOP("app::Actions", "Next word without times"), "F8"},
    {"begin-word", QT_TRANSLATE_NOOP("app::Actions", "Word without times begins at the playhead"), "F9"},
    {"realign", QT_TRANSLATE_NOOP("app::Actions", "Re-align this stretch"), "Shift+F9"},
    {"align-words", QT_TRANSLATE_NOOP("app::Actions", "Align the words without times of this video"),
     "Ctrl+F9"},
    {"next-doubtful", QT_TRANSLATE_NOOP("app::Actions", "Next doubtful word"), "F7"},
    {"previous-doubtful", QT_TRANSLATE_NOOP("app::Actions", "Previous doubtful word"), "Shift+F7"},
    {"accept-words", QT_TRANSLATE_NOOP("app::Actions", "Accept words as they are"), "Ctrl+F7"},
    {"take-times", QT_TRANSLATE_NOOP("app::Actions", "Words lie where they are said"), ""},

    {"label-1", QT_TRANSLATE_NOOP("app::Actions", "Sentiment −&3"), "1"},
    {"label-2", QT_TRANSLATE_NOOP("app::Actions", "Sentiment −&2"), "2"},
    {"label-3", QT_TRANSLATE_NOOP("app::Actions", "Sentiment −&1"), "3"},
    {"label-4", QT_TRANSLATE_NOOP("app::Actions", "Sentiment &0"), "4"},
    {"label-5", QT_TRANSLATE_NOOP("app::Actions", "Sentiment +1"), "5"},
    {"label-6", QT_TRANSLATE_NOOP("app::Actions", "Sentiment +2"), "6"},
    {"label-7", QT_TRANSLATE_NOOP("app::Actions", "Sentiment +3"), "7"},
    {"label-none", QT_TRANSLATE_NOOP("app::Actions", "&No sentiment"), "0"},
    {"value-up", QT_TRANSLATE_NOOP("app::Actions", "One step more"), "=; Alt+Up"},
    {"value-down", QT_TRANSLATE_NOOP("app::Actions", "One step less"), "-; Alt+Down"},
    {"label-mode", QT_TRANSLATE_NOOP("app::Actions", "Other labels by l&etters"), "E"},
    {"confidence-low", QT_TRANSLATE_NOOP("app::Actions", "Confidence low"), "Shift+1"},
    {"confidence-middle", QT_TRANSLATE_NOOP("app::Actions", "Confidence medium"), "Shift+2"},
    {"confidence-high", QT_TRANSLATE_NOOP("app::Actions", "Confidence high"), "Shift+3"},
    {"comment", QT_TRANSLATE_NOOP("app::Actions", "&Comment"), "C"},
    {"flag", QT_TRANSLATE_NOOP("app::Actions", "&Flag"), "Shift+F"},
    {"begin-pass", QT_TRANSLATE_NOOP("app::Actions", "&Begin or go on with a pass…"), ""},
    {"commit", QT_TRANSLATE_NOOP("app::Actions", "C&ommit and go to the next"), "Return; Enter"},
    {"queue-again", QT_TRANSLATE_NOOP("app::Actions", "&Play the segment again"), "Ctrl+Shift+Space"},
    {"queue-next", QT_TRANSLATE_NOOP("app::Actions", "Next segment that is not &done"), "Ctrl+Return"},
    {"peek", QT_TRANSLATE_NOOP("app::Actions", "&Show what others said"), "T"},
    {"review-report", QT_TRANSLATE_NOOP("app::Actions", "Report of the re&view…"), ""},
    {"share-work", QT_TRANSLATE_NOOP("app::Actions", "&Share out the work…"), ""},
    {"make-gold", QT_TRANSLATE_NOOP("app::Actions", "Make this a &gold item…"), ""},
    {"take-gold-away", QT_TRANSLATE_NOOP("app::Actions", "Take the gold item away"), ""},
    {"raters", QT_TRANSLATE_NOOP("app::Actions", "&Raters and consensus…"), ""},
    {"export-labels", QT_TRANSLATE_NOOP("app::Actions", "Export labels as csd…"), ""},
    {"leave-pass", QT_TRANSLATE_NOOP("app::Actions", "&Leave the pass"), ""},
    {"new-tier", QT_TRANSLATE_NOOP("app::Actions", "New t&ier…"), "Ctrl+Shift+N"},
    {"change-tier", QT_TRANSLATE_NOOP("app::Actions", "Tier and its labels…"), ""},
    {"copy-tier", QT_TRANSLATE_NOOP("app::Actions", "Copy the tier…"), ""},
    {"delete-tier", QT_TRANSLATE_NOOP("app::Actions", "Delete the tier"), ""},
    {"make-segments", QT_TRANSLATE_NOOP("app::Actions", "Make labelled segments…"), ""},
    {"use-as-words", QT_TRANSLATE_NOOP("app::Actions", "Use as words"), ""},
    {"use-as-labels", QT_TRANSLATE_NOOP("app::Actions", "Use as labelled segments"), ""},
    {"change-many", QT_TRANSLATE_NOOP("app::Actions", "Change &many segments…"), "Ctrl+H"},
    {"unlock-answers", QT_TRANSLATE_NOOP("app::Actions", "&Unlock these answers, or lock them again…"), ""},
    {"label-while-playing", QT_TRANSLATE_NOOP("app::Actions", "Label w&hile playing"), "Ctrl+L", "", true},
    {"record-rating", QT_TRANSLATE_NOOP("app::Actions", "&Record a rating, or stop"), "Ctrl+Shift+R"},
    {"reaction-delay", QT_TRANSLATE_NOOP("app::Actions", "Reaction dela&y…"), ""},
    {"fuse-ratings", QT_TRANSLATE_NOOP("app::Actions", "Fuse continuous ratings…"), ""},
    {"learn-while-labelling", QT_TRANSLATE_NOOP("app::Actions", "Learn while labelling"), ""},
    {"complete-tier", QT_TRANSLATE_NOOP("app::Actions", "Complete this tier…"), "Ctrl+Shift+K"},
    {"find-suspects", QT_TRANSLATE_NOOP("app::Actions", "Find suspicious labels…"), ""},
    {"annotator", QT_TRANSLATE_NOOP("app::Actions", "&Annotator…"), ""},

    {"align-video", QT_TRANSLATE_NOOP("app::Actions", "&Apply to this video"), ""},
    {"align-all", QT_TRANSLATE_NOOP("app::Actions", "Apply to a&ll videos"), ""},
    {"write-tensors", QT_TRANSLATE_NOOP("app::Actions", "Write tensors…"), ""},
    {"align-revert", QT_TRANSLATE_NOOP("app::Actions", "&Revert this video"), ""},
    {"show-aligned", QT_TRANSLATE_NOOP("app::Actions", "Show aligned &rows"), "A", "", true},
    {"show-imputed", QT_TRANSLATE_NOOP("app::Actions", "Show &imputed values"), "I", "", true},
    {"show-coverage", QT_TRANSLATE_NOOP("app::Actions", "Show &coverage ribbons"), "Ctrl+R", "", true},
    {"copy-command", QT_TRANSLATE_NOOP("app::Actions", "Copy the recipe as &command"), ""},
    {"copy-python", QT_TRANSLATE_NOOP("app::Actions", "Copy the recipe as P&ython"), ""},
    {"save-recipe", QT_TRANSLATE_NOOP("app::Actions", "&Save the recipe…"), ""},
    {"open-recipe", QT_TRANSLATE_NOOP("app::Actions", "&Open a recipe…"), ""},

    {"predict", QT_TRANSLATE_NOOP("app::Actions", "&Predict this segment"), "P"},
    {"nearest", QT_TRANSLATE_NOOP("app::Actions", "What sounds and looks a&like…"), ""},
    {"model-card", QT_TRANSLATE_NOOP("app::Actions", "&Card of the model…"), ""},
    {"train", QT_TRANSLATE_NOOP("app::Actions", "T&rain…"), ""},
    {"compare-trainings", QT_TRANSLATE_NOOP("app::Actions", "Compare t&wo trainings…"), ""},
    {"toggle-text", QT_TRANSLATE_NOOP("app::Actions", "Model uses &text"), "Shift+M"},
    {"toggle-sound", QT_TRANSLATE_NOOP("app::Actions", "Model uses &sound"), ""},
    {"toggle-vision", QT_TRANSLATE_NOOP("app::Actions", "Model uses &vision"), ""},
    {"open-model", QT_TRANSLATE_NOOP("app::Actions", "&Open model…"), ""},

    {"preset-explore", QT_TRANSLATE_NOOP("app::Actions", "&Explore"), "Ctrl+1", "", true},
    {"preset-align", QT_TRANSLATE_NOOP("app::Actions", "&Align"), "Ctrl+2", "", true},
    {"preset-review", QT_TRANSLATE_NOOP("app::Actions", "Revie&w"), "Ctrl+3", "", true},
    {"preset-transcribe", QT_TRANSLATE_NOOP("app::Actions", "Transcribe"), "Ctrl+4", "", true},
    {"preset-dataset", QT_TRANSLATE_NOOP("app::Actions", "Dataset"), "Ctrl+5", "", true},
    {"full-panel", QT_TRANSLATE_NOOP("app::Actions", "Panels over the full hei&ght"), "", "", true},
    {"reset-layout", QT_TRANSLATE_NOOP("app::Actions", "Reset the la&yout"), ""},
    {"find", QT_TRANSLATE_NOOP("app::Actions", "&Find in the library"), "Ctrl+F"},
    {"find-timeline", QT_TRANSLATE_NOOP("app::Actions", "Find on the &timeline"), "Ctrl+Shift+F"},
    {"find-next", QT_TRANSLATE_NOOP("app::Actions", "Find ne&xt"), "F3"},
    {"find-previous", QT_TRANSLATE_NOOP("app::Actions", "Find pre&vious"), "Shift+F3"},
    {"show-inspector", QT_TRANSLATE_NOOP("app::Actions", "Show the &inspector"), "Ctrl+Alt+1"},
    {"show-align", QT_TRANSLATE_NOOP("app::Actions", "Show the &alignment"), "Ctrl+Alt+2"},
    {"show-predict", QT_TRANSLATE_NOOP("app::Actions", "Show the &prediction"), "Ctrl+Alt+3"},
    {"show-history", QT_TRANSLATE_NOOP("app::Actions", "Show the &history"), "Ctrl+Alt+4"},
    {"show-space", QT_TRANSLATE_NOOP("app::Actions", "Show the &space of segments"), "Ctrl+Alt+5"},
    {"show-review", QT_TRANSLATE_NOOP("app::Actions", "Show the revie&w"), "Ctrl+Alt+6"},
    {"show-transcript", QT_TRANSLATE_NOOP("app::Actions", "Show the transcript"), "Ctrl+Alt+7"},
    {"show-statistics", QT_TRANSLATE_NOOP("app::Actions", "Show the s&tatistics"), "Ctrl+Shift+T"},
    {"show-table", QT_TRANSLATE_NOOP("app::Actions", "Show the &table"), "Ctrl+T"},
    {"palette", QT_TRANSLATE_NOOP("app::Actions", "&Run a command…"), "Ctrl+K"},
    {"settings", QT_TRANSLATE_NOOP("app::Actions", "&Settings…"), "Ctrl+Alt+S"},
    {"help", QT_TRANSLATE_NOOP("app::Actions", "&Help pages"), "F1; Shift+F1"},
    {"tour", QT_TRANSLATE_NOOP("app::Actions", "&Look around"), ""},
    {"shortcuts", QT_TRANSLATE_NOOP("app::Actions", "&Keyboard shortcuts"), "?"},
    {"about", QT_TRANSLATE_NOOP("app::Actions", "&About Polylogue"), ""},
};

}

Actions::Actions(QWidget* window) : QObject(window)
{
    for (const Row& row : kRows) {
        auto* action = new QAction(tr(row.text), window);
        action->setObjectName(QString::fromLatin1(row.name));
        QList<QKeySequence>& keys = m_defaults[action->objectName()];
        for (const QString& key :
             QString::fromLatin1(row.keys).split(QStringLiteral("; "), Qt::SkipEmptyParts))
            keys << QKeySequence(key, QKeySequence::PortableText);
        action->setCheckable(row.checkable);
        const QString plain = widgets::withoutMnemonic(action->text());
        window->addAction(action);
        action->setIconText(plain);
        m_actions.emplace(row.name, action);
        m_icons.emplace(row.name, QString::fromLatin1(row.icon));
        m_ordered.push_back(action);
    }
    refreshIcons(window->palette());
    setKeys(m_defaults);
    new DigitKeys(*this, window);
}

void Actions::setKeys(const Keymap& keys)
{
    for (QAction* action : m_ordered) {
        const auto found = keys.find(action->objectName());
        const QList<QKeySequence> own = found == keys.end() ? QList<QKeySequence>() : found->second;
        action->setShortcuts(own);
        const QString plain = widgets::withoutMnemonic(action->text());
        action->setToolTip(own.isEmpty() ? plain
                                         : QStringLiteral("%1 (%2)").arg(
                                             plain, own.front().toString(QKeySequence::NativeText)));
    }
}

void Actions::refreshIcons(const QPalette& palette)
{
    for (const auto& [name, file] : m_icons) {
        if (!file.isEmpty())
            m_actions.at(name)->setIcon(widgets::icon(file, widgets::themeOf(palette).text));
    }
}

void Actions::setIcon(const std::string& name, const QString& icon, const QPalette& palette)
{
    m_icons[name] = icon;
    m_actions.at(name)->setIcon(widgets::icon(icon, widgets::themeOf(palette).text));
}

}
