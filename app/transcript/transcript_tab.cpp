#include "app/transcript/transcript_tab.h"

#include "app/document/track_layout_item.h"
#include "app/editing/editor.h"
#include "app/files/file_questions.h"
#include "app/playback/player.h"
#include "app/tasks/tasks.h"
#include "app/transcript/transcript_words.h"
#include "engine/extraction/feature_sets.h"
#include "engine/formats/input/text_input.h"
#include "widgets/transcript/transcript_panel.h"
#include "widgets/transcript/transcript_text.h"

#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace app {

TranscriptTab::TranscriptTab(Document& document, Editor& editor, Player& player, Tasks& tasks,
                             widgets::TranscriptPanel& panel)
    : QObject(&panel)
    , m_document(document)
    , m_editor(editor)
    , m_player(player)
    , m_reading(tasks)
    , m_panel(panel)
{
    const auto ifInSight = [this](const QString& video) {
        if (m_document.isInSight(video))
            showWords();
    };
    for (const auto signal : {&Document::videoChanged, &Document::projectChanged, &Document::layoutChanged})
        connect(&document, signal, this, &TranscriptTab::showWords);
    connect(&document.sight(), &DocumentSight::changed, this, &TranscriptTab::showSight);
    connect(&document, &Document::wordsChanged, this, ifInSight);
    connect(&document, &Document::labelsChanged, this, ifInSight);
    connect(&player, &Player::positionChanged, this, &TranscriptTab::showPosition);
    connect(&player, &Player::playingChanged, &panel, &widgets::TranscriptPanel::setPlaying);
    connect(&panel, &widgets::TranscriptPanel::shown, this, [this] {
        if (m_isStale)
            showWords();
        else
            showPosition(m_player.position());
    });
    connect(&panel, &widgets::TranscriptPanel::loadWished, this, &TranscriptTab::loadText);
    connect(&text(), &widgets::TranscriptText::wordsTyped, this, &TranscriptTab::type);
    connect(&text(), &widgets::TranscriptText::draftEnded, this, &TranscriptTab::showWords);
    connect(&text(), &widgets::TranscriptText::typingBegan, this,
            [this] { m_heard = m_player.isPlaying() ? std::optional(m_player.position()) : std::nullopt; });
    showWords();
}

widgets::TranscriptText& TranscriptTab::text() const
{
    return m_panel.text();
}

void TranscriptTab::takeDraft()
{
    text().takeDraft();
}

void TranscriptTab::showSight()
{
    if (std::exchange(m_hidesWords, !m_document.sight().now().words) == m_document.sight().now().words)
        showWords();
}

QString TranscriptTab::whyLocked() const
{
    if (!m_document.whyReadOnly().isEmpty())
        return m_document.whyReadOnly();
    const engine::Tier* tier = m_document.tier(kWordsTier);
    if ((tier && tier->locked) || isLocked(m_document.annotation(), trackKey(kWordsTier)))
        return tr("The words are locked. A right click on the head of their track unlocks them.");
    return {};
}

/// Whether the dataset has sequences that were made of words, and the recording to make them of again.
bool TranscriptTab::canBeExtracted() const
{
    const engine::DatasetList& dataset = m_document.dataset();
    const std::string video = m_document.video().id.toStdString();
    return std::ranges::any_of(dataset.media, [&](const auto& media) { return media.id == video; })
        && std::ranges::any_of(dataset.sequences, [](const auto& sequence) {
               const auto set = engine::featureSetCalled(sequence.name);
               return set && *set != engine::FeatureSet::Words && engine::factsOf(*set).needsWords;
           });
}

/// A draft stays as it is; the words are shown when it has ended.
void TranscriptTab::showWords()
{
    m_isStale = !m_panel.isVisible();
    if (m_isStale || text().hasDraft())
        return;
    m_panel.setAbsent(!m_document.hasVideo() ? tr("Open a video to type what is said in it.")
                          : m_hidesWords     ? tr("This pass hides the words.")
                                             : QString());
    m_panel.setLocked(m_document.hasVideo() ? whyLocked() : QString());
    const bool isShown = m_document.hasVideo() && !m_hidesWords;
    std::vector<widgets::TranscriptWord> words;
    if (isShown)
        words = transcriptWords(m_document);
    m_ids.clear();
    for (std::size_t i = 0; i < words.size(); ++i)
        m_ids.push_back(m_document.segmentId(kWordsTier, i));
    m_panel.setWords(std::move(words));
    m_panel.setNewer(isShown && canBeExtracted() ? m_document.wordsNotRecorded() : 0);
    showPosition(m_player.position());
}

void TranscriptTab::showPosition(double seconds)
{
    if (m_isStale || m_hidesWords || !m_document.hasVideo() || !m_panel.isVisible())
        return;
    const auto word = m_document.wordAt(seconds);
    text().setCurrentWord(word, m_player.isPlaying());
    const std::vector<widgets::TranscriptWord>& words = text().words();
    m_panel.showWord(word && *word < words.size() ? std::optional(words[*word]) : std::nullopt);
}

void TranscriptTab::type(std::size_t first, std::size_t removed, const QStringList& texts, int number)
{
    const engine::Tier* tier = m_document.tier(kWordsTier);
    if (!tier || first + removed > m_ids.size())
        return;
    engine::WordsEdit edit;
    edit.tier = tier->id;
    edit.after = first == 0 ? 0 : m_ids[first - 1];
    edit.removed.assign(m_ids.begin() + static_cast<std::ptrdiff_t>(first),
                        m_ids.begin() + static_cast<std::ptrdiff_t>(first + removed));
    for (const QString& text : texts)
        edit.texts.push_back(text.toStdString());
    if (const auto heard = std::exchange(m_heard, std::nullopt))
        edit.heard = engine::TimePoint::ofSeconds(*heard).ticks;
    const QString name = texts.isEmpty() ? tr("delete %n word(s)", nullptr, static_cast<int>(removed))
        : texts.size() == 1              ? tr("type “%1”").arg(texts.front())
                                         : tr("type %n word(s)", nullptr, static_cast<int>(texts.size()));
    m_editor.segments().type(name, std::move(edit), -number); // below 0: no drag has such a number
}

void TranscriptTab::loadText()
{
    if (!m_document.hasVideo()) {
        m_document.notices().say(tr("Open a video first: a text belongs to one."));
        return;
    }
    takeDraft();
    const QString path = askForFile(
        &m_panel, {"text", tr("Load a text"), tr("Text (*.txt);;All files (*)"), dataFolder(m_document)});
    if (!path.isEmpty())
        load(path);
}

void TranscriptTab::load(const QString& path)
{
    m_reading.start(
        tr("Reading %1").arg(QFileInfo(path).fileName()),
        [path](const engine::RunContext&) {
            const std::string text = engine::readText(path.toStdString()).text;
            return QString::fromStdString(text).simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
        },
        [this, path, video = m_document.video().id](const QStringList& texts) {
            if (!m_document.isInSight(video))
                return; // another one is open by now
            if (texts.isEmpty())
                m_document.notices().say(tr("There are no words in %1.").arg(QFileInfo(path).fileName()));
            else
                takeText(QFileInfo(path).fileName(), texts);
        });
}

void TranscriptTab::takeText(const QString& file, const QStringList& texts)
{
    takeDraft();
    const engine::Tier* tier = m_document.tier(kWordsTier);
    if (!tier)
        return;
    std::vector<engine::SegmentId> ids;
    for (std::size_t i = 0; i < m_document.words().texts.size(); ++i)
        ids.push_back(m_document.segmentId(kWordsTier, i));
    engine::WordsEdit edit;
    edit.tier = tier->id;
    if (!ids.empty()) {
        QMessageBox question(QMessageBox::Question, tr("Load a text"),
                             tr("This video has %n word(s) already.", nullptr, static_cast<int>(ids.size())),
                             QMessageBox::Cancel, &m_panel);
        question.setObjectName(QStringLiteral("loadTextQuestion"));
        question.setInformativeText(
            tr("Where the text says the same as they do, words that are replaced keep their times."));
        const QPushButton* behind = question.addButton(tr("Put it &behind them"), QMessageBox::AcceptRole);
        const QPushButton* instead = question.addButton(tr("&Replace them"), QMessageBox::DestructiveRole);
        question.exec();
        if (question.clickedButton() == behind)
            edit.after = ids.back();
        else if (question.clickedButton() == instead)
            edit.removed = std::move(ids);
        else
            return;
    }
    for (const QString& text : texts)
        edit.texts.push_back(text.toStdString());
    if (m_editor.segments().type(tr("text of %1").arg(file), std::move(edit), 0))
        m_document.notices().say(
            tr("%n word(s) of %1 are in the transcript.", nullptr, static_cast<int>(texts.size())).arg(file));
}

}
