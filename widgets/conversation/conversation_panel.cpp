#include "widgets/conversation/conversation_panel.h"

#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/section_head.h"
#include "widgets/conversation/conversation_picture.h"
#include "widgets/conversation/conversation_tables.h"
#include "widgets/conversation/figure_view.h"
#include "widgets/conversation/offset_histogram.h"
#include "widgets/conversation/transition_list.h"
#include "widgets/conversation/turn_predictions.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMetaMethod>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace widgets {

ConversationPanel::ConversationPanel(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_summary(mutedLabel(QStringLiteral("conversationSummary"), this))
    , m_message(mutedLabel(QStringLiteral("conversationMessage"), this))
    , m_remedy(quietButton("conversationRemedy", {}, this))
    , m_copy(quietButton("copyConversation", tr("&Copy as table"), this))
    , m_picture(quietButton("saveConversationPicture", tr("Save &picture…"), this))
{
    setGuidePage(*this, "conversations");
    setObjectName(QStringLiteral("conversation"));
    setAutoFillBackground(true);
    setProperty("panelButtons", true);
    m_title->setObjectName(QStringLiteral("conversationTitle"));
    m_title->setTextFormat(Qt::PlainText);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_copy->setToolTip(tr("All tables, for a spreadsheet: with tabs between the cells, and all digits"));
    m_picture->setToolTip(tr("The tables and histograms as a picture, PNG or SVG"));
    connect(m_copy, &QPushButton::clicked, this, &ConversationPanel::copyTables);
    connect(m_picture, &QPushButton::clicked, this, &ConversationPanel::pictureWished);
    connect(m_remedy, &QPushButton::clicked, this, [this] {
        if (m_content.state == ConversationContent::State::Known)
            emit timesWished();
        else if (m_content.state == ConversationContent::State::NoTurns)
            emit turnsWished();
        else
            emit recordingWished();
    });
    m_figures = scrollable(makeFigures());
    m_figures->setParent(this);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addWidget(m_picture);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_summary);
    layout->addWidget(m_message);
    layout->addWidget(m_remedy, 0, Qt::AlignLeft);
    layout->addWidget(m_figures, 1);
    layout->addLayout(buttons);
    layout->addStretch(0);
    showState();
}

QWidget* ConversationPanel::makeFigures()
{
    auto* page = new QWidget;
    m_predictions = new TurnPredictions(page);
    m_participants = new FigureView(QStringLiteral("participantFigures"), page);
    m_offsetHead = sectionHead(tr("Floor transfer offsets, s"), page);
    m_offsets = new OffsetHistogram(page);
    m_accommodationHead = sectionHead(tr("Accommodation"), page);
    m_accommodationHead->setToolTip(
        tr("Whether people come to speak alike; p stands for chance, bold where it is "
           "0.05 or less"));
    m_accommodation = new FigureView(QStringLiteral("accommodationFigures"), page);
    m_synchronyHead = sectionHead(tr("Synchrony"), page);
    m_synchrony = new FigureView(QStringLiteral("synchronyFigures"), page);
    m_transitionHead = sectionHead(tr("Transitions"), page);
    m_transitions = new TransitionList(page);
    connect(m_transitions, &TransitionList::timeChosen, this, &ConversationPanel::timeChosen);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 6, 0, 6);
    layout->setSpacing(4);
    layout->addWidget(m_predictions);
    layout->addSpacing(10);
    layout->addWidget(m_participants);
    const auto addPart = [layout](QWidget* head, QWidget* part, int stretch) {
        layout->addSpacing(10);
        layout->addWidget(head);
        layout->addWidget(part, stretch);
    };
    addPart(m_offsetHead, m_offsets, 0);
    addPart(m_accommodationHead, m_accommodation, 0);
    addPart(m_synchronyHead, m_synchrony, 0);
    addPart(m_transitionHead, m_transitions, 1);
    return page;
}

void ConversationPanel::setContent(const ConversationContent& content)
{
    m_content = content;
    m_title->setText(content.title);
    m_summary->setText(conversationSummary(content));
    m_participants->setTable(participantTable(content), content.people);
    m_offsets->setContent(content);
    m_accommodation->setTable(accommodationTable(content), content.people);
    m_synchrony->setTable(synchronyTable(content), content.people);
    m_transitions->setContent(content);
    showState();
}

/// What is here stays in sight while newer figures are computed, but cannot be copied. What nobody would do
/// is not offered.
void ConversationPanel::showState()
{
    using State = ConversationContent::State;
    const bool hasTables = !m_content.accommodation.empty() || !m_content.synchrony.empty();
    const bool hasFigures = m_content.state != State::NoConversation && (m_content.hasTurns() || hasTables);
    QString message, remedy;
    switch (m_content.state) {
    case State::NoConversation:
        message = tr("A conversation needs two: add a recording.");
        if (isSignalConnected(QMetaMethod::fromSignal(&ConversationPanel::recordingWished)))
            remedy = tr("&Add a recording…");
        break;
    case State::NoTurns:
        message = tr("No times of turns are known: words, turns or channels tell them.");
        if (isSignalConnected(QMetaMethod::fromSignal(&ConversationPanel::turnsWished)))
            remedy = tr("&Find turns");
        break;
    case State::Computing:
        message = tr("Figures are being computed…");
        break;
    case State::Known:
        message = m_content.hasTurns() ? QString() : tr("Nobody takes a turn here.");
        if (m_content.hasTurns() && !m_content.areTimesKnown) {
            message = tr("Nobody says when these recordings began: turns and figures are as if they had "
                         "begun together.");
            remedy = tr("&Offset and drift…");
        }
        break;
    }
    m_title->setVisible(!m_content.title.isEmpty());
    m_summary->setVisible(hasFigures && !m_summary->text().isEmpty());
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
    m_remedy->setText(remedy);
    m_remedy->setVisible(!remedy.isEmpty());
    m_figures->setVisible(hasFigures);
    m_figures->setEnabled(m_content.state != State::Computing);
    for (QWidget* button : {m_copy, m_picture}) {
        button->setVisible(hasFigures);
        button->setEnabled(m_content.state != State::Computing);
    }
    const auto showPart = [](QWidget* head, QWidget* part, bool isShown) {
        head->setVisible(isShown);
        part->setVisible(isShown);
    };
    m_predictions->setVisible(m_content.hasTurns());
    const bool hasTransitions = m_content.turns && !m_content.turns->transitions.empty();
    m_participants->setVisible(!m_content.figures.participants.empty());
    showPart(m_offsetHead, m_offsets, hasTransitions);
    showPart(m_accommodationHead, m_accommodation, !m_content.accommodation.empty());
    showPart(m_synchronyHead, m_synchrony, !m_content.synchrony.empty());
    showPart(m_transitionHead, m_transitions, hasTransitions);
}

void ConversationPanel::copyTables()
{
    QGuiApplication::clipboard()->setText(conversationText(m_content));
}

void ConversationPanel::paintOn(QPainter& painter, const QRect& area) const
{
    paintConversation(painter, area, m_content);
}

QSize ConversationPanel::pictureSize() const
{
    return conversationPictureSize(m_content, font());
}

}
