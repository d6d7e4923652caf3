#include "app/picture/banner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace app {

Banner::Banner(QWidget* parent) : QFrame(parent), m_sentence(new QLabel(this)), m_buttons(new QHBoxLayout)
{
    setObjectName(QStringLiteral("banner"));
    m_sentence->setObjectName(QStringLiteral("bannerText"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 10, 8);
    row->setSpacing(10);
    row->addWidget(m_sentence, 1);
    row->addLayout(m_buttons);
    hide();
}

void Banner::ask(const QString& sentence, const std::vector<Answer>& answers)
{
    m_sentence->setText(sentence);
    while (QLayoutItem* item = m_buttons->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const Answer& answer : answers) {
        auto* button = new QPushButton(answer.text, this);
        button->setObjectName(QStringLiteral("bannerButton"));
        connect(button, &QPushButton::clicked, this, [this, work = answer.work] {
            hide();
            emit answered();
            if (work)
                work();
        });
        m_buttons->addWidget(button);
    }
    show();
    emit asked();
}

QString Banner::sentence() const
{
    return isHidden() ? QString() : m_sentence->text();
}

}
