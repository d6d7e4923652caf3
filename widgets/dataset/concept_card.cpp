#include "widgets/dataset/concept_card.h"

#include "widgets/dataset/concept_table.h"
#include "widgets/dataset/message_page.h"

#include <QStackedWidget>
#include <QToolButton>

namespace widgets {

ConceptCard::ConceptCard(QWidget* parent)
    : PlotCard({}, new QStackedWidget, parent)
    , m_pages(qobject_cast<QStackedWidget*>(content()))
    , m_message(new MessagePage(QStringLiteral("conceptMessage"), m_pages))
    , m_table(new ConceptTable(m_pages))
    , m_unmute(new QToolButton(this))
{
    m_pages->addWidget(m_message);
    m_pages->addWidget(m_table);
    m_unmute->setObjectName(QStringLiteral("unmuteConcepts"));
    m_unmute->setText(tr("Unmute"));
    m_unmute->setToolTip(tr("Predictions are shown as the model gives them, with all units"));
    m_unmute->setFocusPolicy(Qt::TabFocus);
    m_unmute->hide();
    addControl(m_unmute);
    connect(m_message, &MessagePage::actionWished, this, &ConceptCard::actionWished);
    connect(m_unmute, &QToolButton::clicked, this, &ConceptCard::unmuteWished);
}

void ConceptCard::setUnits(const DatasetContentPtr& content, std::vector<ConceptUnit> units)
{
    m_table->setUnits(content, std::move(units));
}

void ConceptCard::setMessage(const QString& message, const QString& action)
{
    m_message->setMessage(message, action);
    m_pages->setCurrentIndex(message.isEmpty() ? 1 : 0);
}

void ConceptCard::setNotes(const QString& note, std::size_t muted)
{
    setNote(note);
    m_unmute->setVisible(muted > 0);
}

}
