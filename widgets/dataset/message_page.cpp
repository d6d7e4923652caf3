#include "widgets/dataset/message_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

MessagePage::MessagePage(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_message(new QLabel(this))
    , m_action(new QPushButton(this))
{
    setProperty("panelButtons", true);
    m_message->setObjectName(name);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setTextFormat(Qt::PlainText);
    m_action->setObjectName(name + QStringLiteral("Button"));
    m_action->setProperty("primary", true);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_message, 3);
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addLayout(row);
    column->addSpacing(12);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &MessagePage::actionWished);
}

void MessagePage::setMessage(const QString& message, const QString& action)
{
    m_message->setText(message);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

}
