#include "widgets/transcript/transcript_panel.h"

#include "widgets/base/guide_page.h"
#include "widgets/base/icons.h"
#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"
#include "widgets/transcript/doubtful_list.h"
#include "widgets/transcript/transcript_states.h"
#include "widgets/transcript/transcript_text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kPanelMargin = 12;

}

TranscriptPanel::TranscriptPanel(QWidget* parent)
    : QWidget(parent)
    , m_head(new QWidget(this))
    , m_foot(new QWidget(this))
    , m_selection(new QWidget(this))
    , m_newer(new QWidget(this))
    , m_doubtful(new DoubtfulList(this))
    , m_doubtfulKeys(new QLabel(tr("A it is right · X it was not said: takes it out · Enter next"), this))
    , m_states(new TranscriptStates(this))
    , m_pages(new QStackedWidget(this))
    , m_absent(new QLabel(this))
    , m_lock(new QLabel(this))
    , m_text(new TranscriptText(this))
{
    setGuidePage(*this, "own-recordings");
    setObjectName(QStringLiteral("transcriptPanel"));
    setAutoFillBackground(true);
    setProperty("panelButtons", true);
    makeHead();
    makeFoot();
    makeSelection();
    makeNewer();
    m_doubtful->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_doubtfulKeys->setForegroundRole(QPalette::PlaceholderText);
    m_doubtfulKeys->setWordWrap(true);
    m_doubtfulKeys->setContentsMargins(kPanelMargin, 4, kPanelMargin, 0);
    for (QWidget* part : std::initializer_list<QWidget*>{m_doubtful, m_doubtfulKeys}) {
        part->hide();
        connect(m_states, &TranscriptStates::doubtfulToggled, part, &QWidget::setVisible);
    }
    m_lock->setObjectName(QStringLiteral("transcriptLock"));
    m_lock->setWordWrap(true);
    m_lock->setForegroundRole(QPalette::PlaceholderText);
    m_lock->setContentsMargins(kPanelMargin, 0, kPanelMargin, 8);
    m_lock->hide();
    m_absent->setObjectName(QStringLiteral("transcriptAbsent"));
    m_absent->setWordWrap(true);
    m_absent->setAlignment(Qt::AlignCenter);
    m_absent->setForegroundRole(QPalette::PlaceholderText);
    m_absent->setContentsMargins(24, 24, 24, 24);
    m_pages->addWidget(m_text);
    m_pages->addWidget(m_absent);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_lock);
    column->addWidget(m_newer);
    column->addWidget(m_pages, 1);
    column->addWidget(m_selection);
    column->addWidget(m_doubtful);
    column->addWidget(m_doubtfulKeys);
    column->addWidget(m_foot);
    makeInvitation();
    connect(m_text, &QTextEdit::textChanged, this, &TranscriptPanel::showInvitation);
    setAbsent({});
    showWord(std::nullopt);
}

QPushButton* TranscriptPanel::addButton(const QString& text, const char* name, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    return button;
}

void TranscriptPanel::makeHead()
{
    m_load = addButton(tr("Load te&xt…"), "loadText", m_head);
    m_type = addButton({}, "typeWhilePlaying", m_head);
    setPlaying(false);
    connect(m_load, &QPushButton::clicked, this, &TranscriptPanel::loadWished);
    connect(m_type, &QPushButton::clicked, this,
            [this] { m_isPlaying ? emit pauseWished() : emit typeWished(); });
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_load);
    buttons->addStretch(1);
    buttons->addWidget(m_type);
    auto* column = new QVBoxLayout(m_head);
    column->setContentsMargins(kPanelMargin, 10, kPanelMargin, 6);
    column->setSpacing(10);
    column->addLayout(buttons);
    column->addWidget(m_states);
}

void TranscriptPanel::makeFoot()
{
    m_wordText = new QLabel(m_foot);
    m_wordText->setObjectName(QStringLiteral("transcriptWord"));
    m_wordText->setTextFormat(Qt::PlainText);
    m_wordText->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_wordText->setMinimumHeight(2 * m_wordText->fontMetrics().lineSpacing()); // also between two words
    m_playWord = addButton(tr("Play the &word"), "playWord", m_foot);
    connect(m_playWord, &QPushButton::clicked, this, &TranscriptPanel::playWordWished);
    auto* keys = new QLabel(tr("Tab pause, go on · Shift+Tab back 2 s · Esc leave"), m_foot);
    keys->setForegroundRole(QPalette::PlaceholderText);
    keys->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_wordText, 1);
    row->addWidget(m_playWord);
    m_alignAll = addButton({}, "alignUntimed", m_foot);
    m_alignAll->setProperty("primary", true);
    m_alignAll->hide();
    connect(m_alignAll, &QPushButton::clicked, this, &TranscriptPanel::alignAllWished);
    auto* column = new QVBoxLayout(m_foot);
    column->setContentsMargins(kPanelMargin, 8, kPanelMargin, 10);
    column->setSpacing(6);
    auto* last = new QHBoxLayout;
    last->addWidget(m_alignAll);
    last->addWidget(keys, 1);
    column->addLayout(row);
    column->addLayout(last);
}

void TranscriptPanel::makeSelection()
{
    QPushButton* realign = addButton(tr("Re-align this stretch"), "realignStretch", m_selection);
    QPushButton* accept = addButton(tr("Accept as it is"), "acceptWords", m_selection);
    realign->setProperty("primary", true);
    for (QPushButton* button : {realign, accept})
        button->setFocusPolicy(
            Qt::TabFocus); // a click that took the text's focus would end the selection first
    m_selected = new QLabel(m_selection);
    m_selected->setObjectName(QStringLiteral("selectedWords"));
    m_selected->setForegroundRole(QPalette::PlaceholderText);
    connect(realign, &QPushButton::clicked, this, &TranscriptPanel::realignWished);
    connect(accept, &QPushButton::clicked, this, &TranscriptPanel::acceptWished);
    auto* row = new QHBoxLayout(m_selection);
    row->setContentsMargins(kPanelMargin, 6, kPanelMargin, 6);
    row->setSpacing(8);
    row->addWidget(realign);
    row->addWidget(accept);
    row->addWidget(m_selected, 1);
    m_selection->hide();
}

void TranscriptPanel::makeNewer()
{
    m_newerText = new QLabel(m_newer);
    m_newerText->setObjectName(QStringLiteral("newerWords"));
    m_newerText->setWordWrap(true);
    m_newerText->setForegroundRole(QPalette::PlaceholderText);
    QPushButton* extract = addButton(tr("Ma&ke again…"), "extractNewer", m_newer);
    extract->setToolTip(
        tr("Makes phones, vectors and what else comes of words, from the words as they are now"));
    connect(extract, &QPushButton::clicked, this, &TranscriptPanel::extractWished);
    auto* row = new QHBoxLayout(m_newer);
    row->setContentsMargins(kPanelMargin, 0, kPanelMargin, 8);
    row->setSpacing(8);
    row->addWidget(m_newerText, 1);
    row->addWidget(extract);
    m_newer->hide();
}

void TranscriptPanel::setNewer(std::size_t words)
{
    m_newerText->setText(
        tr("%n word(s) changed since phones and vectors were made.", nullptr, static_cast<int>(words)));
    m_newer->setVisible(words > 0);
}

void TranscriptPanel::setSelected(std::size_t words, double seconds)
{
    m_selected->setText(tr("%n word(s)", nullptr, static_cast<int>(words)) + QStringLiteral(" · ")
                        + tr("%1 s").arg(shownNumber(seconds, 1, 'f')));
    m_selection->setVisible(words > 0 && !m_isLocked);
}

void TranscriptPanel::setShowsDoubtful(bool shows)
{
    m_states->setShowsDoubtful(shows);
}

void TranscriptPanel::makeInvitation()
{
    m_invitation = new QWidget(m_text->viewport());
    m_invitation->setObjectName(QStringLiteral("transcriptInvitation"));
    m_invitation->setProperty("panelButtons", true);
    auto* what = new QLabel(tr("Type what you hear, or load a text."), m_invitation);
    what->setAlignment(Qt::AlignCenter);
    what->setWordWrap(true);
    auto* how = new QLabel(tr("Words get their places while it plays. A whole text can be pasted here, too."),
                           m_invitation);
    how->setAlignment(Qt::AlignCenter);
    how->setWordWrap(true);
    how->setForegroundRole(QPalette::PlaceholderText);
    QPushButton* type = addButton(tr("Play and type"), "invitationType", m_invitation);
    QPushButton* load = addButton(tr("Load a text…"), "invitationLoad", m_invitation);
    type->setProperty("primary", true);
    connect(type, &QPushButton::clicked, this, &TranscriptPanel::typeWished);
    connect(load, &QPushButton::clicked, this, &TranscriptPanel::loadWished);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(type);
    buttons->addWidget(load);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(m_invitation);
    column->setContentsMargins(kPanelMargin, kPanelMargin, kPanelMargin, kPanelMargin);
    column->setSpacing(12);
    column->addStretch(2);
    column->addWidget(what);
    column->addWidget(how);
    column->addLayout(buttons);
    column->addStretch(3);
    m_invitation->setCursor(Qt::ArrowCursor);
    m_invitation->installEventFilter(this);
}

/// What is typed while a button of the invitation has the keyboard is text; the blank that follows must not
/// press that button.
bool TranscriptPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_invitation && event->type() == QEvent::KeyPress) {
        const QString typed = static_cast<QKeyEvent*>(event)->text();
        if (!typed.isEmpty() && typed.front().isPrint())
            m_text->setFocus();
    }
    return QWidget::eventFilter(watched, event);
}

/// The first line stays free for the caret.
void TranscriptPanel::showInvitation()
{
    const int line = m_text->fontMetrics().height() * 3;
    m_invitation->setGeometry(m_text->viewport()->rect().adjusted(0, line, 0, 0));
    m_invitation->setVisible(!m_isLocked && m_text->document()->isEmpty());
}

void TranscriptPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    QMetaObject::invokeMethod(this, &TranscriptPanel::showInvitation, Qt::QueuedConnection);
}

void TranscriptPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    emit shown();
}

void TranscriptPanel::setWords(std::vector<TranscriptWord> words)
{
    const auto untimed = std::ranges::count(words, false, &TranscriptWord::isTimed);
    const auto count
        = [&words](auto field) { return static_cast<int>(std::ranges::count(words, true, field)); };
    m_states->setCounts({static_cast<int>(static_cast<std::ptrdiff_t>(words.size()) - untimed),
                         static_cast<int>(untimed), count(&TranscriptWord::isDoubtful),
                         count(&TranscriptWord::isDraft)});
    m_alignAll->setText(tr("Align the %n", nullptr, static_cast<int>(untimed)));
    m_alignAll->setToolTip(tr("Finds in the sound when the words without times are said"));
    m_alignAll->setVisible(untimed > 0 && !m_isLocked);
    m_doubtful->setWords(words);
    m_text->setWords(std::move(words));
    showInvitation();
}

void TranscriptPanel::setAbsent(const QString& why)
{
    m_absent->setText(why);
    m_pages->setCurrentIndex(why.isEmpty() ? 0 : 1);
    m_head->setEnabled(why.isEmpty());
    m_states->setVisible(why.isEmpty());
    m_foot->setVisible(why.isEmpty());
}

void TranscriptPanel::setLocked(const QString& why)
{
    m_isLocked = !why.isEmpty();
    m_lock->setText(why);
    m_lock->setVisible(m_isLocked);
    m_text->setLocked(m_isLocked);
    m_load->setEnabled(!m_isLocked);
    m_type->setEnabled(!m_isLocked);
    m_alignAll->setEnabled(!m_isLocked);
    showInvitation();
}

void TranscriptPanel::showWord(const std::optional<TranscriptWord>& word)
{
    m_playWord->setEnabled(word.has_value());
    if (!word) {
        m_wordText->clear();
        return;
    }
    const QString doubt = word->doubt.isEmpty() ? QString() : QLatin1Char('\n') + word->doubt;
    const auto seconds = [](double time) { return shownNumber(time, 2, 'f'); };
    m_wordText->setText(
        word->isTimed ? tr("“%1” · %2 to %3 s").arg(word->text, seconds(word->start), seconds(word->end))
                      : tr("“%1” · without times, near %2 s").arg(word->text, seconds(word->start)));
    if (word->confidence && word->isTimed)
        m_wordText->setText(m_wordText->text() + QLatin1Char('\n') // so that a long word does not hide it
                            + (word->isDraft ? tr("confidence of its times %1") : tr("confidence %1"))
                                  .arg(shownNumber(*word->confidence, 2, 'f')));
    m_wordText->setText(m_wordText->text() + doubt);
}

void TranscriptPanel::setPlaying(bool playing)
{
    m_isPlaying = playing;
    m_type->setText(playing ? tr("Pa&use") : tr("T&ype while it plays"));
}

}
