#include "widgets/review/answer_panel.h"

#include "widgets/base/fold_section.h"
#include "widgets/base/folding_row.h"
#include "widgets/review/answer_labels.h"
#include "widgets/review/answer_line.h"
#include "widgets/review/comment_field.h"
#include "widgets/review/confidence_bar.h"
#include "widgets/review/others_section.h"
#include "widgets/review/section_folder.h"
#include "widgets/review/segment_words.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace widgets {

namespace {

constexpr int kSide = 16; // pixels left and right

}

AnswerPanel::AnswerPanel(QWidget* parent)
    : QWidget(parent)
    , m_pass(answerLine(QStringLiteral("passName"), this))
    , m_title(answerLine(QStringLiteral("answerTitle"), this))
    , m_question(answerLine(QStringLiteral("answerQuestion"), this))
    , m_reason(answerLine(QStringLiteral("answerReason"), this))
    , m_words(new SegmentWords(this))
    , m_area(new QScrollArea(this))
    , m_labels(new AnswerLabels(this))
    , m_confidence(new ConfidenceBar(this))
    , m_comment(new CommentField(this))
    , m_commentSection(new FoldSection(QStringLiteral("commentSection"), tr("Comment"), this))
    , m_others(new OthersSection(this))
{
    setObjectName(QStringLiteral("answerPanel"));
    setFocusPolicy(
        Qt::ClickFocus); // after a click on a value the keys of the pass act, not those of a list elsewhere
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_question->setFont(strong);
    m_question->setWordWrap(true);
    m_pass->setForegroundRole(QPalette::PlaceholderText);
    makePage();
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_area, 1);
    whole->addWidget(makeButtons()); // in sight however many labels there are
    connectSections();
    showKeys();
}

/// What is scrolled, above the buttons.
void AnswerPanel::makePage()
{
    auto* leave = new QToolButton(this);
    leave->setObjectName(QStringLiteral("leavePass"));
    leave->setText(tr("Leave"));
    leave->setToolTip(tr("Leave the pass; it goes on where it was left"));
    leave->setFocusPolicy(Qt::TabFocus);
    connect(leave, &QToolButton::clicked, this, &AnswerPanel::leaveRequested);
    auto* head = new QHBoxLayout;
    head->addWidget(m_pass, 1);
    head->addWidget(leave, 0, Qt::AlignTop);
    auto* confidence = new FoldSection(QStringLiteral("confidenceSection"), tr("Confidence"), this);
    confidence->body().addWidget(m_confidence);
    m_comment->setObjectName(QStringLiteral("comment"));
    m_comment->setAccessibleName(tr("Comment"));
    m_commentSection->body().addWidget(m_comment);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(kSide, 6, kSide, 6);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_title);
    column->addWidget(m_question);
    column->addWidget(m_reason);
    column->addWidget(m_words);
    column->addWidget(m_labels);
    column->addWidget(confidence);
    column->addWidget(m_commentSection);
    column->addWidget(m_others);
    column->addStretch(1);
    m_area->setWidget(content);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_folder = new SectionFolder({m_others, m_commentSection, confidence}, *m_area);
}

void AnswerPanel::connectSections()
{
    connect(m_words, &SegmentWords::againRequested, this, &AnswerPanel::againRequested);
    connect(m_labels, &AnswerLabels::valueChosen, this, &AnswerPanel::valueChosen);
    connect(m_labels, &AnswerLabels::writingEnded, this, &AnswerPanel::writingEnded);
    connect(m_confidence, &ConfidenceBar::chosen, this, &AnswerPanel::confidenceChosen);
    connect(m_comment, &CommentField::edited, this, &AnswerPanel::commentEdited);
    connect(m_comment, &CommentField::left, this, &AnswerPanel::writingEnded);
    connect(m_comment, &CommentField::commitWished, this, &AnswerPanel::commitRequested);
    connect(m_others, &OthersSection::peekRequested, this, &AnswerPanel::peekRequested);
}

QWidget* AnswerPanel::makeButtons()
{
    auto* bar = new FoldingRow(QMargins(kSide, 8, kSide, 8), this);
    bar->setProperty("panelButtons", true);
    const auto button = [&](const QString& name, const QString& toolTip) {
        auto* made = new QPushButton(bar);
        made->setObjectName(name);
        made->setToolTip(toolTip);
        made->setFocusPolicy(Qt::TabFocus);
        name == QLatin1String("commit") ? bar->addFirst(made) : bar->addSecond(made);
        return made;
    };
    m_commit = button(QStringLiteral("commit"), tr("The answer counts; on to the next"));
    m_commit->setProperty("primary", true);
    m_flag = button(QStringLiteral("flag"), tr("To be talked about"));
    m_flag->setCheckable(true);
    m_skip = button(QStringLiteral("skip"),
                    tr("On to the next one that is not done; this one stays to be done"));
    connect(m_commit, &QPushButton::clicked, this, &AnswerPanel::commitRequested);
    connect(m_flag, &QPushButton::clicked, this, &AnswerPanel::flagRequested);
    connect(m_skip, &QPushButton::clicked, this, &AnswerPanel::skipRequested);
    return bar;
}

void AnswerPanel::setWordLooks(const WordLooks& looks)
{
    m_labels->setWordLooks(looks);
}

void AnswerPanel::setKeys(const Keys& keys)
{
    if (std::exchange(m_keys, keys) != keys)
        showKeys();
}

void AnswerPanel::showKeys()
{
    m_commit->setText(textWithKey(m_isCorrected ? tr("Next") : tr("Commit, next"), m_keys.commit));
    m_flag->setText(textWithKey(tr("Flag"), m_keys.flag));
    m_skip->setText(textWithKey(tr("Skip"), m_keys.skip));
    m_others->setPeekKey(m_keys.peek);
    m_words->setAgainText(textWithKey(tr("▶ Again"), m_keys.again));
    m_confidence->setKeys(m_keys.confidence);
    m_commentSection->setNote(m_keys.comment);
    m_labels->setKeys(m_keys.none, m_keys.letters);
}

void AnswerPanel::setContent(const Content& content)
{
    const bool isOther = std::exchange(m_place, content.place) != content.place;
    m_pass->setText(content.pass);
    m_title->setText(content.title);
    m_question->setText(content.question);
    m_question->setVisible(!content.question.isEmpty());
    m_reason->setText(content.mode.isEmpty() ? content.reason : content.mode);
    m_reason->setForegroundRole(!content.mode.isEmpty()      ? QPalette::Link
                                    : content.needsAttention ? QPalette::BrightText
                                                             : QPalette::PlaceholderText);
    m_words->setWords(content.words);
    m_labels->setContent(content);
    m_confidence->setConfidence(content.confidence);
    m_confidence->setEnabled(content.isEditable);
    if (isOther || !m_comment->hasFocus())
        m_comment->setText(content.comment);
    m_comment->setEnabled(content.isEditable);
    m_commit->setEnabled(content.isEditable);
    m_flag->setEnabled(content.isEditable);
    m_flag->setChecked(content.isFlagged);
    m_isCorrected = content.gold.has_value();
    showKeys();
    m_others->setContent(content);
    m_folder->fitSoon();
}

void AnswerPanel::setSpoken(std::optional<qsizetype> word)
{
    m_words->setSpoken(word);
}

void AnswerPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_folder->fitSoon();
}

void AnswerPanel::finishEditing()
{
    QWidget* field = focusWidget();
    if (field && isAncestorOf(field) && field->hasFocus())
        field->clearFocus();
}

void AnswerPanel::editComment()
{
    m_folder->bringUp(m_commentSection, m_comment);
    m_comment->setFocus();
    m_comment->selectAll();
}

QWidget& AnswerPanel::othersView() const
{
    return *m_others;
}

}
