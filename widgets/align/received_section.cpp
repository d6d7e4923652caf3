#include "widgets/align/received_section.h"

#include "widgets/base/form_kit.h"
#include "widgets/base/section_head.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

namespace {

void setItems(QComboBox* box, const QStringList& items)
{
    const QSignalBlocker blocker(box);
    QStringList current;
    for (int i = 0; i < box->count(); ++i)
        current << box->itemText(i);
    if (items == current)
        return;
    const QString chosen = box->currentText();
    box->clear();
    box->addItems(items);
    box->setCurrentIndex(std::max(0, box->findText(chosen)));
}

}

ReceivedSection::ReceivedSection(QWidget* parent)
    : QWidget(parent)
    , m_head(sectionHead(QString(), this))
    , m_sequence(narrowChoice(QStringLiteral("receivedSequence"), tr("Sequence whose rows are shown"), this))
    , m_dimension(narrowChoice(QStringLiteral("receivedDimension"), tr("Dimension that is shown"), this))
    , m_rows(new ReceivedRows(this))
    , m_dropped(new QLabel(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_head->setObjectName(QStringLiteral("receivedHead"));
    m_head->setWordWrap(true);
    column->addWidget(m_head);
    for (QComboBox* choice : {m_sequence, m_dimension})
        choice->setToolTip(choice->accessibleName());
    auto* choices = new QHBoxLayout;
    choices->addWidget(m_sequence, 1);
    choices->addWidget(m_dimension, 1);
    column->addLayout(choices);
    column->addWidget(m_rows);
    m_dropped->setObjectName(QStringLiteral("droppedRows"));
    m_dropped->setWordWrap(true);
    m_dropped->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_dropped);
    connect(m_sequence, &QComboBox::activated, this, &ReceivedSection::choiceChanged);
    connect(m_dimension, &QComboBox::activated, this, &ReceivedSection::choiceChanged);
    setRows({}, std::nullopt);
    setDropped({});
}

void ReceivedSection::setRows(const QString& title, const std::optional<ReceivedRows::Picture>& picture)
{
    m_head->setText(title);
    for (QWidget* widget : {static_cast<QWidget*>(m_head), static_cast<QWidget*>(m_sequence),
                            static_cast<QWidget*>(m_dimension)})
        widget->setVisible(!title.isEmpty());
    m_rows->setPicture(picture);
    showOrHide();
}

void ReceivedSection::setChoices(const QStringList& sequences, const QStringList& dimensions)
{
    setItems(m_sequence, sequences);
    setItems(m_dimension, dimensions);
}

void ReceivedSection::setDropped(const QString& text)
{
    m_dropped->setText(text);
    m_dropped->setVisible(!text.isEmpty());
    showOrHide();
}

/// Without anything in it, the section takes no room.
void ReceivedSection::showOrHide()
{
    setVisible(!m_head->isHidden() || !m_rows->isHidden() || !m_dropped->isHidden());
}

QString ReceivedSection::sequence() const
{
    return m_sequence->currentText();
}

int ReceivedSection::dimension() const
{
    return m_dimension->currentIndex();
}

}
