#include "widgets/timeline/find_bar.h"

#include "widgets/base/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace widgets {

FindBar::FindBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_pattern(new QToolButton(this))
    , m_result(new QLabel(this))
{
    setObjectName(QStringLiteral("findBar"));
    setAutoFillBackground(true);
    const int unit = fontMetrics().horizontalAdvance(QLatin1Char('n'));
    m_text->setObjectName(QStringLiteral("findText"));
    m_text->setAccessibleName(tr("Find in the words and labels of this video"));
    m_text->setPlaceholderText(tr("Find words and labels…"));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(unit * 34);
    m_result->setObjectName(QStringLiteral("findResult"));
    m_result->setMinimumWidth(unit * 12);
    m_result->setForegroundRole(QPalette::PlaceholderText);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 4, 12, 4);
    row->setSpacing(6);
    row->addWidget(m_text);
    const auto addButton = [&](QToolButton* button, const QString& text, const QString& name) {
        button->setText(text);
        button->setObjectName(QStringLiteral("chip"));
        button->setToolTip(name);
        button->setAccessibleName(name);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
        return button;
    };
    m_pattern->setCheckable(true);
    addButton(m_pattern, QStringLiteral(".*"), tr("Regular expression"));
    const auto* previous
        = addButton(new QToolButton(this), QStringLiteral("‹"), tr("Previous hit (Shift+F3)"));
    const auto* next = addButton(new QToolButton(this), QStringLiteral("›"), tr("Next hit (F3)"));
    row->addWidget(m_result);
    row->addStretch(1);
    auto* close = addButton(new QToolButton(this), QStringLiteral("×"), tr("Close (Esc)"));
    connect(m_text, &QLineEdit::textChanged, this, &FindBar::edited);
    connect(m_pattern, &QToolButton::toggled, this, &FindBar::edited);
    connect(previous, &QToolButton::clicked, this, &FindBar::previousRequested);
    connect(next, &QToolButton::clicked, this, &FindBar::nextRequested);
    connect(close, &QToolButton::clicked, this, &FindBar::closed);
    hide();
}

void FindBar::open()
{
    show();
    m_text->setFocus();
    m_text->selectAll();
}

QString FindBar::text() const
{
    return m_text->text();
}

bool FindBar::isPattern() const
{
    return m_pattern->isChecked();
}

void FindBar::setResult(int current, int count)
{
    m_result->setToolTip({});
    if (m_text->text().isEmpty())
        m_result->clear();
    else if (count == 0)
        m_result->setText(tr("nothing found"));
    else if (current == 0)
        m_result->setText(tr("%n hit(s)", nullptr, count));
    else
        m_result->setText(tr("%1 of %2").arg(current).arg(count));
}

void FindBar::setError(const QString& sentence)
{
    m_result->setText(tr("no valid expression: %1").arg(sentence));
    m_result->setToolTip(sentence);
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QWidget::keyPressEvent(event);
    else if (event->modifiers() & Qt::ShiftModifier)
        emit previousRequested();
    else
        emit nextRequested();
}

}
