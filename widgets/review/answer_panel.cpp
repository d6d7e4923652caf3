#include "widgets/review/answer_panel.h"

#include "widgets/base/section_head.h"
#include "widgets/base/theme.h"
#include "widgets/review/clear_layout.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>
#include <cmath>
#include <utility>

namespace widgets {

namespace {

constexpr std::array kConfidences{1.0 / 3.0, 2.0 / 3.0, 1.0}; // low, middle, high

QLabel* label(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

}

AnswerPanel::AnswerPanel(QWidget* parent)
    : QWidget(parent)
    , m_pass(label(QStringLiteral("passName"), this))
    , m_title(label(QStringLiteral("answerTitle"), this))
    , m_reason(label(QStringLiteral("answerReason"), this))
    , m_text(label(QStringLiteral("answerText"), this))
    , m_scales(new QVBoxLayout)
    , m_comment(new QLineEdit(this))
    , m_othersHead(sectionHead(tr("Others"), this))
    , m_others(new QVBoxLayout)
{
    setObjectName(QStringLiteral("answerPanel"));
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_pass->setForegroundRole(QPalette::PlaceholderText);
    auto* leave = new QToolButton(this);
    leave->setObjectName(QStringLiteral("leavePass"));
    leave->setText(tr("Leave"));
    leave->setToolTip(tr("Leave the pass; it goes on where it was left"));
    leave->setFocusPolicy(Qt::TabFocus);
    connect(leave, &QToolButton::clicked, this, &AnswerPanel::leaveRequested);
    auto* head = new QHBoxLayout;
    head->addWidget(m_pass, 1);
    head->addWidget(leave);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(16, 10, 16, 8);
    column->setSpacing(5);
    column->addLayout(head);
    column->addWidget(m_title);
    column->addWidget(m_reason);
    column->addWidget(m_text);
    m_scales->setSpacing(3);
    column->addLayout(m_scales);
    column->addWidget(makeConfidence());
    m_comment->setObjectName(QStringLiteral("comment"));
    m_comment->setPlaceholderText(tr("Comment"));
    m_comment->setAccessibleName(tr("Comment"));
    connect(m_comment, &QLineEdit::editingFinished, this,
            [this] { emit commentEdited(m_comment->text().trimmed()); });
    column->addWidget(m_comment);
    m_column = column;
    m_othersBox = new QWidget(content);
    auto* box = new QVBoxLayout(m_othersBox);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    box->addWidget(m_othersHead);
    m_others->setSpacing(4);
    box->addLayout(m_others);
    column->addWidget(m_othersBox);
    column->addStretch(1);
    auto* scrolling = new QScrollArea(this);
    scrolling->setWidget(content);
    scrolling->setWidgetResizable(true);
    scrolling->setFrameShape(QFrame::NoFrame);
    scrolling->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scrolling->setFocusPolicy(Qt::NoFocus);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(scrolling, 1);
    whole->addWidget(makeButtons()); // in sight however many labels there are
}

QWidget* AnswerPanel::makeConfidence()
{
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(new QLabel(tr("Confidence"), bar));
    row->addStretch(1);
    const QStringList names{tr("low"), tr("medium"), tr("high")};
    for (int i = 0; i < names.size(); ++i) {
        auto* button = new QToolButton(bar);
        button->setObjectName(QStringLiteral("confidence%1").arg(i + 1));
        button->setText(names[i]);
        button->setAccessibleName(tr("Confidence %1").arg(names[i]));
        button->setToolTip(tr("Confidence %1 (Shift+%2)").arg(names[i]).arg(i + 1));
        button->setCheckable(true);
        button->setProperty("scaleStep", QStringLiteral("narrow"));
        button->setFocusPolicy(Qt::TabFocus);
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
    auto* bar = new QWidget(this);
    bar->setProperty("panelButtons", true);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 8, 16, 8);
    const auto button = [&](const QString& name, const QString& text, const QString& toolTip) {
        auto* made = new QPushButton(text, bar);
        made->setObjectName(name);
        made->setToolTip(toolTip);
        row->addWidget(made);
        return made;
    };
    m_commit = button(QStringLiteral("commit"), tr("Commit, next ⏎"),
                      tr("The answer counts; on to the next (Enter)"));
    m_commit->setProperty("primary", true);
    m_flag = button(QStringLiteral("flag"), tr("Flag"), tr("To be talked about (Shift+F)"));
    m_flag->setCheckable(true);
    m_peek = button(QStringLiteral("peek"), tr("Peek"), tr("Show what others said; this is noted (T)"));
    m_peek->setCheckable(true);
    row->addStretch(1);
    connect(m_commit, &QPushButton::clicked, this, &AnswerPanel::commitRequested);
    connect(m_flag, &QPushButton::clicked, this, &AnswerPanel::flagRequested);
    connect(m_peek, &QPushButton::clicked, this, &AnswerPanel::peekRequested);
    return bar;
}

void AnswerPanel::makeLabels(const std::vector<engine::LabelScheme>& labels)
{
    if (labels == m_labels)
        return;
    m_labels = labels;
    m_editors.clear();
    clearLayout(*m_scales);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (i < 2)
            m_scales->addWidget(
                sectionHead(i == 0 ? QString::fromStdString(labels[i].name) : tr("Other labels"), this));
        auto* editor = new ValueEditor(labels[i], i == 0, this);
        connect(editor, &ValueEditor::chosen, this, &AnswerPanel::valueChosen);
        m_scales->addWidget(editor);
        m_editors.push_back(editor);
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
    m_text->setText(content.text.isEmpty() ? QString() : tr("“%1”").arg(content.text));
    m_text->setVisible(!content.text.isEmpty());
    makeLabels(content.labels);
    for (std::size_t i = 0; i < m_editors.size(); ++i) {
        const auto given = content.values.find(content.labels[i].name);
        m_editors[i]->setValue(given == content.values.end() ? std::nullopt
                                                             : std::optional(given->second.value));
        m_editors[i]->setEnabled(content.isEditable);
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
    m_peek->setVisible(!content.isDone && !content.isOpen);
    m_column->removeWidget(m_othersBox);
    m_column->insertWidget(content.isOpen ? m_column->indexOf(m_text) + 1 : m_column->count() - 1,
                           m_othersBox);
    m_peek->setChecked(!content.isHiding && !content.isDone);
    showOthers(content);
}

void AnswerPanel::showOthers(const Content& content)
{
    clearLayout(*m_others);
    m_othersHead->setText(content.isHiding ? tr("Others · shown after your answer") : tr("Others"));
    if (content.isHiding)
        return;
    for (const Other& other : content.others) {
        auto* line = new QWidget(this);
        line->setObjectName(QStringLiteral("other"));
        auto* row = new QGridLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setColumnStretch(0, 1);
        auto* who = label(QStringLiteral("otherName"), line);
        auto* value = label(QStringLiteral("otherValue"), line);
        who->setText(other.isModel ? tr("model %1").arg(other.who) : other.who);
        value->setText(other.value);
        value->setWordWrap(false);
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        value->setFont(strong);
        row->addWidget(who, 0, 0);
        row->addWidget(value, 0, 1);
        if (!other.detail.isEmpty()) {
            auto* detail = label(QStringLiteral("otherDetail"), line);
            detail->setForegroundRole(QPalette::PlaceholderText);
            detail->setText(other.detail);
            row->addWidget(detail, 1, 0, 1, 2);
        }
        m_others->addWidget(line);
    }
    if (content.others.empty()) {
        auto* nobody = label(QStringLiteral("other"), this);
        nobody->setForegroundRole(QPalette::PlaceholderText);
        nobody->setText(tr("Nobody has said anything yet."));
        m_others->addWidget(nobody);
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
    m_comment->setFocus();
    m_comment->selectAll();
}

}
