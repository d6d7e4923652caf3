#include "app/review/review_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/document/segment_in_sight.h"
#include "app/document/tier_content.h"
#include "app/editing/editor.h"
#include "app/playback/thumbnailer.h"
#include "app/review/label_mode.h"
#include "app/review/review_tab.h"
#include "app/timeline/timeline_panel.h"
#include "app/video/video_opener.h"
#include "engine/annotation/label_sets.h"
#include "widgets/base/menu_text.h"
#include "widgets/queue/work_keys.h"
#include "widgets/review/queue_panel.h"

#include <QApplication>
#include <QInputDialog>
#include <QLineEdit>

namespace app {

namespace {

constexpr double kLeastWhole = 3.0; // range of a scale without steps from which whole numbers are its steps
constexpr int kMostPictures = 60; // of a queue's videos

/// `⇧F`, `⏎`: the first key of an action, as the controls of an answer name it; empty: it has none.
QString keyOf(const QAction& action)
{
    return action.shortcut()
        .toString(QKeySequence::PortableText)
        .replace(QLatin1String("Shift+"), QStringLiteral("⇧"))
        .replace(QLatin1String("Return"), QStringLiteral("⏎"));
}

widgets::AnswerPanel::Keys keysOf(const Actions& actions)
{
    const auto key = [&](const char* name) { return keyOf(*actions.at(name)); };
    return {key("commit"),
            key("flag"),
            key("peek"),
            key("queue-next"),
            key("queue-again"),
            key("comment"),
            key("label-none"),
            key("label-mode"),
            {key("confidence-low"), key("confidence-middle"), key("confidence-high")}};
}

const engine::Segment& segmentOf(const Document& document, const TierName& tier, std::size_t index)
{
    return *document.annotation().segment(document.segmentId(tier, index));
}

/// Whether a label has the steps that the actions are called by.
bool isUsual(const engine::LabelScheme& label)
{
    const auto* scale = std::get_if<engine::NumberScale>(&label.scale);
    return engine::isSentimentScale(label) && (scale->step == 0.0 || scale->step == 1.0);
}

}

ReviewActions::ReviewActions(Document& document, Editor& editor, Thumbnailer& thumbnailer,
                             VideoOpener& videos, Review& review, const Actions& actions,
                             TimelinePanel& timeline, ReviewTab& tab, QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_editor(editor)
    , m_thumbnailer(thumbnailer)
    , m_review(review)
    , m_timeline(timeline)
    , m_tab(tab)
    , m_labelMode(new LabelMode([this] { return tierInHand(); }, this))
{
    connectActions(actions);
    m_commit = actions.at("commit");
    m_commit->setShortcutContext(Qt::WidgetWithChildrenShortcut); // elsewhere Enter is a list's or a field's
    window->removeAction(m_commit);
    m_commit->setEnabled(false); // so that Enter is free for others
    for (QWidget* place : std::initializer_list<QWidget*>{&timeline, &m_tab, &m_tab.queue()})
        place->addAction(m_commit);
    auto* keys = new widgets::WorkKeys({&timeline, &m_tab, &m_tab.queue()},
                                       {.accept = [this] { commit(); }, // Enter and digits are commands
                                        .reject = [this] { reject(); },
                                        .correct = {},
                                        .next = {}},
                                       this);
    keys->setActive(false);
    connect(&review, &Review::passChanged, keys, [this, keys] { keys->setActive(m_review.isActive()); });
    connect(&document.sight(), &DocumentSight::changed, this, &ReviewActions::showPictures);
    connect(&review, &Review::placeChanged, this, [this, &actions] { m_tab.setKeys(keysOf(actions)); });
    connect(&tab, &ReviewTab::commitWished, this, [this] {
        m_timeline.view().setFocus(); // what is being written counts, too
        commitAnswer();
    });
    connect(&tab, &ReviewTab::writingEnded, this, [this] { m_timeline.view().setFocus(); });
    connect(m_labelMode, &LabelMode::changed, this, &ReviewActions::showLabelMode);
    connect(m_labelMode, &LabelMode::valueChosen, this, &ReviewActions::setValue);
    connect(&review, &Review::placeChanged, m_labelMode, &LabelMode::end);
    for (const auto signal : {&Review::placeChanged, &Review::passChanged})
        connect(&review, signal, this, &ReviewActions::showJudged);
    connect(&videos, &VideoOpener::opening, this, &ReviewActions::showJudged);
    for (const auto signal : {&Review::passChanged, &Review::placeChanged})
        connect(&review, signal, this, &ReviewActions::nameSteps);
    connect(&timeline.hand(), &TierInHand::tierChanged, this, &ReviewActions::nameSteps);
    connect(&timeline.hand(), &TierInHand::tierChanged, this,
            [this] { m_tab.proposeTier(m_timeline.hand().tier()); });
    for (const auto signal : {&Document::projectChanged, &Document::datasetChanged, &Document::videoChanged})
        connect(&document, signal, this, &ReviewActions::nameSteps);
    connect(&document, &Document::labelsChanged, this, &ReviewActions::nameSteps);
    connect(&document, &Document::tierChanged, this, &ReviewActions::nameSteps);
    connect(&review, &Review::passChanged, this, [this] {
        m_labelMode->end();
        m_commit->setEnabled(m_review.isActive());
        showPictures();
        if (m_review.isActive()) {
            emit passBegan();
            m_timeline.view().setFocus();
        }
    });
    m_tab.queue().model().setPictures([this](const QString& video) {
        return m_document.sight().now().picture ? m_pictures.value(video) : QImage();
    });
    connect(&thumbnailer, &Thumbnailer::entryReady, this, [this](const QString& id, const QImage& image) {
        if (!m_review.isActive())
            return;
        m_pictures.insert(id, image);
        m_tab.queue().picturesChanged();
    });
}

/// The keys 1…7 are called by what they give: the steps of the first label of the tier in hand.
void ReviewActions::nameSteps()
{
    const engine::Tier* tier = tierInHand();
    const engine::LabelScheme* label = tier && !tier->labels.empty() ? &tier->labels.front() : nullptr;
    const bool areUsual = !label || isUsual(*label);
    for (const Step& one : m_steps)
        one.action->setText(areUsual ? one.usual : stepText(*label, one.step));
}

void ReviewActions::addStep(const Actions& actions, const std::string& name, std::optional<int> step)
{
    QAction* const action = actions.at(name);
    m_steps.push_back({action, step, action->text()});
}

/// What a key gives: a step of a label's scale; absent: the value is removed.
QString ReviewActions::stepText(const engine::LabelScheme& label, std::optional<int> step)
{
    const QString name = widgets::literalText(QString::fromStdString(label.name));
    if (!step)
        return tr("No value of %1").arg(name);
    const auto value = engine::valueOfStep(label, *step);
    return value ? tr("%1: %2").arg(name, widgets::literalText(shownValue(label, {*value, {}})))
                 : tr("%1: no step %2").arg(name).arg(*step + 1);
}

void ReviewActions::connectActions(const Actions& actions)
{
    constexpr int digits = 7;
    for (int step = 0; step < digits; ++step)
        addStep(actions, "label-" + std::to_string(step + 1), step);
    addStep(actions, "label-none", std::nullopt);
    const auto on
        = [&](const char* name, auto work) { connect(actions.at(name), &QAction::triggered, this, work); };
    on("commit", [this] { commit(); });
    on("queue-next", [this] { m_review.goToNext(); });
    on("queue-again", [this] { m_review.play(); });
    on("label-mode", [this] { m_labelMode->toggle(); });
    on("value-up", [this] { nudge(1); });
    on("value-down", [this] { nudge(-1); });
    on("confidence-low", [this] { remark({1.0 / 3.0, {}, {}}); });
    on("confidence-middle", [this] { remark({2.0 / 3.0, {}, {}}); });
    on("confidence-high", [this] { remark({1.0, {}, {}}); });
    on("flag", [this] { toggleFlag(); });
    on("comment", [this] { comment(); });
    on("peek", [this] {
        if (m_review.isActive())
            m_review.setPeeking(m_review.isHiding());
    });
    on("begin-pass", [this] {
        emit passWished();
        m_tab.editForm();
    });
    on("leave-pass", [this] { m_review.leave(); });
}

void ReviewActions::commit()
{
    if (!m_review.isActive())
        return;
    const bool isWriting = qobject_cast<const QLineEdit*>(QApplication::focusWidget()) != nullptr;
    m_timeline.view().setFocus(); // what is being written counts: a label's text, the text of a word
    if (isWriting)
        return; // Enter belonged to that
    commitAnswer();
}

/// What cannot be judged is flagged, and the next comes.
void ReviewActions::reject()
{
    const engine::Segment* answer = m_review.answer();
    if (!answer || !answer->flagged)
        m_review.toggleFlag();
    m_review.goToNext();
}

void ReviewActions::commitAnswer()
{
    if (m_review.isActive() && m_review.gold()) { // the right value is looked at before the next comes
        if (m_review.isDone(*m_review.current()))
            m_review.goToNext();
        else
            m_review.commit();
    } else if (m_review.commit()) {
        m_review.goToNext();
    }
}

void ReviewActions::give(std::optional<int> step)
{
    const engine::Tier* tier = tierInHand();
    if (saysWhatIsMissing() || !tier)
        return;
    const engine::LabelScheme& label = tier->labels.front();
    const auto value = step ? engine::valueOfStep(label, *step) : std::nullopt;
    if (step && !value) {
        m_document.notices().say(
            tr("%1 has no step %2.").arg(QString::fromStdString(label.name)).arg(*step + 1));
        return;
    }
    setValue(label, value ? std::optional(engine::LabelValue{*value, {}}) : std::nullopt);
}

bool ReviewActions::hasTexts(const engine::Tier* tier) const
{
    const engine::Annotation& annotation = m_document.annotation();
    return tier && std::ranges::any_of(annotation.byTime(tier->id).all(), [&](const auto& entry) {
               return !annotation.segment(entry.id)->text.empty();
           });
}

/// Why keys can give no value here, with the step that helps. @return  whether that is so
bool ReviewActions::saysWhatIsMissing()
{
    const engine::Tier* tier = tierInHand();
    const Notices& notices = m_document.notices();
    if (!m_document.hasVideo() || m_review.isActive())
        return !m_document.hasVideo() || !tier || tier->labels.empty();
    const TierName& active = m_timeline.hand().tier();
    const bool isOfLabels = active == kWordsTier || active == kLabelsTier;
    if (isOfLabels && !indexInHand())
        notices.say(nothingToLabel(m_document));
    else if (!tier || tier->labels.empty())
        notices.say(Notice::withCommand(
            tr("%1 has no labels that a digit could give.").arg(QString::fromStdString(active)),
            hasTexts(tier) ? QStringLiteral("label-of-texts") : QStringLiteral("change-tier")));
    else if (!indexInHand())
        notices.say(m_timeline.hand().nothing());
    else
        return false;
    return true;
}

/// One step of the first label's scale up or down from the answer; from its middle where there is none.
void ReviewActions::nudge(int steps)
{
    const engine::Tier* tier = m_review.isActive() ? m_review.tier() : nullptr;
    if (!tier || tier->labels.empty())
        return;
    const engine::LabelScheme& label = tier->labels.front();
    const auto* scale = std::get_if<engine::NumberScale>(&label.scale);
    if (!scale)
        return;
    const engine::Segment* answer = m_review.answer();
    const auto given = answer ? answer->values.find(label.name)
                              : std::map<std::string, engine::LabelValue>::const_iterator();
    const double* value
        = answer && given != answer->values.end() ? std::get_if<double>(&given->second.value) : nullptr;
    const double range = scale->greatest - scale->least;
    const double width = scale->step > 0 ? scale->step : range >= kLeastWhole ? 1.0 : range / 20;
    const double from = value ? *value : (scale->least + scale->greatest) / 2;
    const double to = std::clamp(from + steps * width, scale->least, scale->greatest);
    m_review.setValue(QString::fromStdString(label.name), engine::LabelValue{to, {}});
}

const engine::Tier* ReviewActions::tierInHand() const
{
    if (m_review.isActive())
        return m_review.tier();
    const TierName& active = m_timeline.hand().tier();
    return m_document.tier(active == kWordsTier ? kLabelsTier : active);
}

std::optional<std::size_t> ReviewActions::indexInHand() const
{
    const TierName& active = m_timeline.hand().tier();
    return active == kWordsTier ? m_document.attention().segment() : m_timeline.hand().index();
}

void ReviewActions::setValue(const engine::LabelScheme& label, const std::optional<engine::LabelValue>& value)
{
    const QString name = QString::fromStdString(label.name);
    const engine::Tier* tier = tierInHand();
    if (m_review.isActive())
        m_review.setValue(name, value);
    else if (const auto index = indexInHand(); tier && index)
        m_editor.setLabel(tier->name, *index, name,
                          value ? std::optional<Editor::Value>(value->value) : std::nullopt);
}

void ReviewActions::remark(const engine::Remarks& remarks)
{
    const engine::Tier* tier = tierInHand();
    if (m_review.isActive()) {
        if (remarks.confidence)
            m_review.setConfidence(*remarks.confidence);
    } else if (const auto index = indexInHand(); tier && index) {
        m_editor.remark(tier->name, *index, remarks);
    }
}

void ReviewActions::toggleFlag()
{
    const engine::Tier* tier = tierInHand();
    const auto index = indexInHand();
    if (m_review.isActive())
        m_review.toggleFlag();
    else if (tier && index)
        remark({{}, {}, !segmentOf(m_document, tier->name, *index).flagged});
}

void ReviewActions::comment()
{
    const engine::Tier* tier = tierInHand();
    const auto index = indexInHand();
    if (m_review.isActive()) {
        emit tabWished(); // the field is to be seen
        m_tab.editComment();
    } else if (tier && index) {
        bool isAccepted = false;
        const QString before = QString::fromStdString(segmentOf(m_document, tier->name, *index).comment);
        const QString text
            = QInputDialog::getText(m_tab.window(), tr("Comment"), tr("Comment on the segment:"),
                                    QLineEdit::Normal, before, &isAccepted);
        if (isAccepted)
            remark({{}, text.trimmed().toStdString(), {}});
    }
}

void ReviewActions::showLabelMode(bool isOn, std::optional<std::size_t> label)
{
    m_tab.setLabelMode(!isOn ? std::nullopt : label ? label : std::optional(std::size_t(-1)));
    const engine::Tier* tier = tierInHand();
    if (isOn && tier && !m_review.isActive())
        m_document.notices().say(
            label ? tr("Keys give %1; Esc ends that.").arg(QString::fromStdString(tier->labels[*label].name))
                  : tr("The first letter of a label chooses it; Esc ends that."));
}

void ReviewActions::showJudged()
{
    m_document.attention().setJudged(m_review.span());
}

void ReviewActions::showPictures()
{
    if (!m_review.isActive())
        return;
    m_tab.queue().picturesChanged();
    QList<Thumbnailer::EntryWish> wishes;
    std::set<std::string> seen;
    for (const engine::ReviewPass::Place& place : m_review.pass()->places) {
        const auto* media = m_document.dataset().mediaOf(place.video);
        if (media && wishes.size() < kMostPictures && seen.insert(place.video).second
            && !m_pictures.contains(QString::fromStdString(place.video)))
            wishes.append(
                {QString::fromStdString(place.video), QString::fromStdString(media->file.string())});
    }
    m_thumbnailer.wantEntries(wishes);
}

}
