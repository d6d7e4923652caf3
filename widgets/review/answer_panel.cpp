#include "widgets/review/answer_panel.h"

#include "widgets/base/fold_section.h"
#include "widgets/base/folding_row.h"
#include "widgets/base/value_scale.h"
#include "widgets/review/clear_layout.h"
#include "widgets/review/comment_field.h"
#include "widgets/review/hidden_votes.h"
#include "widgets/review/label_letters.h"
#include "widgets/review/segment_words.h"
#include "widgets/review/vote_axis.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace widgets {

namespace {

constexpr std::array kConfidences{1.0 / 3.0, 2.0 / 3.0, 1.0}; // low, medium, high
constexpr int kSide = 16; // pixels left and right

QLabel* label(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

/// `Flag  ⇧F`.
QString withKey(const QString& text, const QString& key)
{
    return key.isEmpty() ? text : QStringLiteral("%1  %2").arg(text, key);
}

bool isPresence(const engine::LabelScheme& label)
{
    const auto* scale = std::get_if<engine::NumberScale>(&label.scale);
    return scale && scale->least == 0.0 && scale->greatest == 3.0;
}

bool isSentiment(const engine::LabelScheme& label)
{
    const auto* scale = std::get_if<engine::NumberScale>(&label.scale);
    return scale && label.name == "sentiment" && scale->least == -3.0 && scale->greatest == 3.0;
}

/// Those of CMU-MOSEI.
bool isEmotion(const engine::LabelScheme& label)
{
    constexpr std::array kEmotions{"happy", "sad", "anger", "surprise", "disgust", "fear"};
    return std::ranges::find(kEmotions, label.name) != kEmotions.end();
}

}

AnswerPanel::AnswerPanel(QWidget* parent)
    : QWidget(parent)
    , m_pass(label(QStringLiteral("passName"), this))
    , m_title(label(QStringLiteral("answerTitle"), this))
    , m_reason(label(QStringLiteral("answerReason"), this))
    , m_words(new SegmentWords(this))
    , m_area(new QScrollArea(this))
    , m_firstLabel(new FoldSection(QStringLiteral("firstLabel"), {}, this))
    , m_goldSection(new FoldSection(QStringLiteral("goldSection"), tr("The right value"), this))
    , m_gold(new GoldCard(this))
    , m_otherLabels(new FoldSection(QStringLiteral("otherLabels"), tr("Other labels"), this))
    , m_confidenceSection(new FoldSection(QStringLiteral("confidenceSection"), tr("Confidence"), this))
    , m_commentSection(new FoldSection(QStringLiteral("commentSection"), tr("Comment"), this))
    , m_othersSection(new FoldSection(QStringLiteral("othersSection"), tr("Others"), this))
    , m_folding{{m_othersSection, {}}, {m_commentSection, {}}, {m_confidenceSection, {}}}
    , m_comment(new CommentField(this))
    , m_hidden(new HiddenVotes(this))
    , m_hideAgain(new QToolButton(this))
{
    setObjectName(QStringLiteral("answerPanel"));
    setFocusPolicy(
        Qt::ClickFocus); // after a click on a value the keys of the pass act, not those of a list elsewhere
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_pass->setForegroundRole(QPalette::PlaceholderText);
    auto* leave = new QToolButton(this);
    leave->setObjectName(QStringLiteral("leavePass"));
    leave->setText(tr("Leave"));
    leave->setToolTip(tr("Leave the pass; it goes on where it was left"));
    leave->setFocusPolicy(Qt::TabFocus);
    connect(leave, &QToolButton::clicked, this, &AnswerPanel::leaveRequested);
    auto* head = new QHBoxLayout;
    head->addWidget(m_pass, 1);
    head->addWidget(leave, 0, Qt::AlignTop);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(kSide, 6, kSide, 6);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_title);
    column->addWidget(m_reason);
    column->addWidget(m_words);
    column->addWidget(m_firstLabel);
    m_goldSection->body().addWidget(m_gold);
    m_goldSection->hide();
    column->addWidget(m_goldSection);
    column->addWidget(m_otherLabels);
    m_confidenceSection->body().addWidget(makeConfidence());
    column->addWidget(m_confidenceSection);
    m_comment->setObjectName(QStringLiteral("comment"));
    m_comment->setAccessibleName(tr("Comment"));
    m_commentSection->body().addWidget(m_comment);
    column->addWidget(m_commentSection);
    m_othersSection->body().setSpacing(4);
    m_hideAgain->setObjectName(QStringLiteral("hideAgain"));
    m_hideAgain->setProperty("scaleStep", QStringLiteral("plain"));
    m_hideAgain->setFocusPolicy(Qt::TabFocus);
    column->addWidget(m_othersSection);
    column->addStretch(1);
    m_area->setWidget(content);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_area, 1);
    whole->addWidget(makeButtons()); // in sight however many labels there are
    connectSections();
    showKeys();
}

void AnswerPanel::connectSections()
{
    m_fit.setSingleShot(true);
    m_fit.setInterval(0);
    connect(&m_fit, &QTimer::timeout, this, &AnswerPanel::foldToFit);
    for (auto& [section, wished] : m_folding)
        connect(section, &FoldSection::foldWished, this, [this, &wished = wished](bool folded) {
            wished = folded;
            m_fit.start();
        });
    connect(m_words, &SegmentWords::againRequested, this, &AnswerPanel::againRequested);
    connect(m_hidden, &HiddenVotes::peekRequested, this, [this] { emit peekRequested(true); });
    connect(m_hideAgain, &QToolButton::clicked, this, [this] { emit peekRequested(false); });
    connect(m_comment, &CommentField::edited, this, &AnswerPanel::commentEdited);
    connect(m_comment, &CommentField::left, this, &AnswerPanel::writingEnded);
    connect(m_comment, &CommentField::commitWished, this, &AnswerPanel::commitRequested);
}

QWidget* AnswerPanel::makeConfidence()
{
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(ValueScale::kRowSpacing);
    const QStringList names{tr("low"), tr("medium"), tr("high")};
    for (int i = 0; i < names.size(); ++i) {
        auto* button = new QToolButton(bar);
        button->setObjectName(QStringLiteral("confidence%1").arg(i + 1));
        button->setAccessibleName(tr("Confidence %1").arg(names[i]));
        button->setProperty("name", names[i]);
        button->setCheckable(true);
        button->setProperty("scaleStep", QStringLiteral("narrow"));
        button->setFocusPolicy(Qt::TabFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setFixedHeight(24);
        connect(button, &QToolButton::clicked, this, [this, i] {
            m_confidence[static_cast<std::size_t>(i)]->setChecked(true);
            emit confidenceChosen(kConfidences[static_cast<std::size_t>(i)]);
        });
        row->addWidget(button);
        m_confidence.push_back(button);
    }
    return bar;
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

void AnswerPanel::setKeys(const Keys& keys)
{
    if (std::exchange(m_keys, keys) != keys)
        showKeys();
}

void AnswerPanel::showKeys()
{
    m_commit->setText(withKey(m_isCorrected ? tr("Next") : tr("Commit, next"), m_keys.commit));
    m_flag->setText(withKey(tr("Flag"), m_keys.flag));
    m_skip->setText(withKey(tr("Skip"), m_keys.skip));
    m_hidden->setPeekText(withKey(tr("Peek"), m_keys.peek));
    m_hideAgain->setText(withKey(tr("Hide again"), m_keys.peek));
    m_words->setAgainText(withKey(tr("▶ Again"), m_keys.again));
    for (std::size_t i = 0; i < m_confidence.size(); ++i)
        m_confidence[i]->setText(withKey(m_confidence[i]->property("name").toString(), m_keys.confidence[i]));
    m_commentSection->setNote(m_keys.comment);
    m_firstLabel->setNote(m_keys.none.isEmpty() ? QString() : tr("%1 takes it away").arg(m_keys.none));
    m_otherLabels->setNote(
        m_keys.letters.isEmpty() ? QString() : tr("%1, then the letter, then the value").arg(m_keys.letters));
}

void AnswerPanel::makeLabels(const std::vector<engine::LabelScheme>& labels)
{
    if (labels == m_labels)
        return;
    m_labels = labels;
    m_editors.clear();
    for (FoldSection* section : {m_firstLabel, m_otherLabels})
        clearLayout(section->body());
    m_firstLabel->setVisible(!labels.empty());
    m_otherLabels->setVisible(labels.size() > 1);
    if (labels.empty())
        return;
    m_firstLabel->setTitle(QString::fromStdString(labels.front().name));
    for (std::size_t i = 0; i < labels.size(); ++i) {
        auto* editor = new ValueEditor(labels[i], i == 0, this);
        connect(editor, &ValueEditor::chosen, this, &AnswerPanel::valueChosen);
        m_editors.push_back(editor);
    }
    m_firstLabel->body().addWidget(m_editors.front());
    if (isSentiment(labels.front()))
        m_firstLabel->body().addWidget(endsOfSentiment());
    makeOtherLabels();
}

/// What the ends and the middle of the scale mean, in the words of CMU-MOSI.
QWidget* AnswerPanel::endsOfSentiment()
{
    auto* ends = new QWidget(this);
    ends->setObjectName(QStringLiteral("sentimentEnds"));
    auto* row = new QHBoxLayout(ends);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString& text, Qt::Alignment alignment) {
        auto* end = new QLabel(text, ends);
        end->setFont(smallFont());
        end->setForegroundRole(QPalette::PlaceholderText);
        end->setAlignment(alignment);
        row->addWidget(end, 1);
    };
    add(tr("strongly negative"), Qt::AlignLeft);
    add(tr("neutral"), Qt::AlignHCenter);
    add(tr("strongly positive"), Qt::AlignRight);
    return ends;
}

QFont AnswerPanel::smallFont() const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.84);
    return small;
}

/// Where all of them tell how much of something there is, as emotions do, a line above the steps says it.
void AnswerPanel::makeOtherLabels()
{
    const std::vector<engine::LabelScheme> others(m_labels.begin() + 1, m_labels.end());
    m_otherLabels->setTitle(std::ranges::all_of(others, isEmotion) ? tr("Emotions") : tr("Other labels"));
    if (!others.empty() && std::ranges::all_of(others, isPresence)) {
        auto* names = new QWidget(this);
        auto* row = new QHBoxLayout(names);
        row->setContentsMargins(ValueScale::kNameWidth + ValueScale::kRowSpacing, 0, 0, 0);
        row->setSpacing(ValueScale::kRowSpacing);
        const QFont small = smallFont();
        for (const QString& name : {tr("none"), tr("weak"), tr("present"), tr("high")}) {
            auto* step = new QLabel(name, names);
            step->setFont(small);
            step->setForegroundRole(QPalette::PlaceholderText);
            step->setAlignment(Qt::AlignCenter);
            step->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
            row->addWidget(step, 1);
        }
        m_otherLabels->body().addWidget(names);
    }
    const std::vector<QChar> letters = lettersOf(others);
    for (std::size_t i = 0; i < others.size(); ++i) {
        m_editors[i + 1]->setLetter(letters[i]);
        m_otherLabels->body().addWidget(m_editors[i + 1]);
    }
}

void AnswerPanel::setContent(const Content& content)
{
    const bool isOther = std::exchange(m_place, content.place) != content.place;
    m_pass->setText(content.pass);
    m_title->setText(content.title);
    m_reason->setText(content.mode.isEmpty() ? content.reason : content.mode);
    m_reason->setForegroundRole(!content.mode.isEmpty()      ? QPalette::Link
                                    : content.needsAttention ? QPalette::BrightText
                                                             : QPalette::PlaceholderText);
    m_words->setWords(content.words);
    makeLabels(content.labels);
    for (std::size_t i = 0; i < m_editors.size(); ++i) {
        const auto given = content.values.find(content.labels[i].name);
        m_editors[i]->setValue(given == content.values.end() ? std::nullopt
                                                             : std::optional(given->second.value));
        m_editors[i]->setEnabled(content.isEditable && !content.gold);
    }
    for (std::size_t i = 0; i < m_confidence.size(); ++i) {
        m_confidence[i]->setChecked(content.confidence
                                    && std::abs(*content.confidence - kConfidences[i]) < 0.1);
        m_confidence[i]->setEnabled(content.isEditable);
    }
    if (isOther || !m_comment->hasFocus())
        m_comment->setText(content.comment);
    m_comment->setEnabled(content.isEditable);
    m_commit->setEnabled(content.isEditable);
    m_flag->setEnabled(content.isEditable);
    m_flag->setChecked(content.isFlagged);
    m_goldSection->setVisible(content.gold.has_value());
    if (content.gold)
        m_gold->setContent(*content.gold);
    m_isCorrected = content.gold.has_value();
    showKeys();
    showOthers(content);
    m_fit.start();
}

void AnswerPanel::setSpoken(std::optional<qsizetype> word)
{
    m_words->setSpoken(word);
}

void AnswerPanel::showOthers(const Content& content)
{
    QVBoxLayout& lines = m_othersSection->body();
    lines.removeWidget(m_hidden); // these two stay
    lines.removeWidget(m_hideAgain);
    clearLayout(lines);
    m_othersSection->setNote(content.isHiding ? tr("a peek is noted") : content.othersNote);
    m_hidden->setVisible(content.isHiding);
    const bool isPeeking = !content.isHiding && !content.isDone && !content.isOpen;
    m_hideAgain->setVisible(isPeeking);
    if (content.isHiding) {
        m_hidden->setCounts(content.hiddenAnswers, content.hiddenPredictions);
        lines.addWidget(m_hidden);
        return;
    }
    for (const Other& other : content.others)
        lines.addWidget(lineOf(other));
    if (content.others.empty()) {
        auto* nobody = label(QStringLiteral("other"), this);
        nobody->setForegroundRole(QPalette::PlaceholderText);
        nobody->setText(tr("Nobody has said anything yet."));
        lines.addWidget(nobody);
    }
    if (isPeeking)
        lines.addWidget(m_hideAgain, 0, Qt::AlignRight);
}

QWidget* AnswerPanel::lineOf(const Other& other)
{
    auto* line = new QWidget(this);
    line->setObjectName(QStringLiteral("other"));
    auto* row = new QGridLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setVerticalSpacing(0);
    row->setColumnStretch(0, 1);
    auto* who = label(QStringLiteral("otherName"), line);
    auto* value = label(QStringLiteral("otherValue"), line);
    who->setText(other.isModel ? tr("model %1").arg(other.who) : other.who);
    value->setText(other.value);
    value->setWordWrap(false);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    value->setFont(strong);
    value->setMinimumWidth(QFontMetrics(strong).horizontalAdvance(QStringLiteral("−0.00 "))); // axes align
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(who, 0, 0);
    const auto* scale
        = m_labels.empty() ? nullptr : std::get_if<engine::NumberScale>(&m_labels.front().scale);
    if (other.number && scale)
        row->addWidget(new VoteAxis(*other.number, scale->least, scale->greatest, line), 0, 1);
    row->addWidget(value, 0, 2);
    if (!other.detail.isEmpty()) {
        auto* detail = label(QStringLiteral("otherDetail"), line);
        detail->setForegroundRole(QPalette::PlaceholderText);
        detail->setText(other.detail);
        row->addWidget(detail, 1, 0, 1, 3);
    }
    return line;
}

void AnswerPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_fit.start();
}

/// Unfolds as much as there is room for, except what a person wished otherwise; folds from the bottom.
void AnswerPanel::foldToFit()
{
    QWidget* content = m_area->widget();
    const int width = m_area->viewport()->width();
    const QMargins margins = content->layout()->contentsMargins();
    const int inner = width - margins.left() - margins.right();
    int needed = content->layout()->hasHeightForWidth() ? content->layout()->totalHeightForWidth(width)
                                                        : content->layout()->totalSizeHint().height();
    std::vector<bool> folded;
    for (const auto& [section, wished] : m_folding) {
        const bool shall = wished.value_or(false);
        needed += (int(section->isFolded()) - int(shall)) * section->bodyHeight(inner);
        folded.push_back(shall);
    }
    for (std::size_t i = 0; i < m_folding.size() && needed > m_area->viewport()->height(); ++i) {
        const auto& [section, wished] = m_folding[i];
        if (wished)
            continue;
        needed -= section->bodyHeight(inner);
        folded[i] = true;
    }
    for (std::size_t i = 0; i < m_folding.size(); ++i) {
        if (m_folding[i].first->isFolded() != folded[i])
            m_folding[i].first->setFolded(folded[i]);
    }
    if (std::exchange(m_showsComment, false)) {
        content->layout()->activate();
        m_area->ensureWidgetVisible(m_comment);
    }
}

void AnswerPanel::finishEditing()
{
    QWidget* field = focusWidget();
    if (field && isAncestorOf(field) && field->hasFocus())
        field->clearFocus();
}

void AnswerPanel::editComment()
{
    for (auto& [section, wished] : m_folding) {
        if (section == m_commentSection) {
            wished = false; // a person asks for it
            section->setFolded(false);
        }
    }
    m_showsComment = true;
    m_fit.start();
    m_comment->setFocus();
    m_comment->selectAll();
}

}
