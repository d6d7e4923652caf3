#include "widgets/base/fold_section.h"

#include "widgets/base/section_head.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace widgets {

namespace {

constexpr int kArrow = 12; // pixels

}

FoldSection::FoldSection(const QString& name, const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_head(new QToolButton(this))
    , m_note(new QLabel(this))
    , m_body(new QWidget(this))
    , m_bodyLayout(new QVBoxLayout(m_body))
{
    setObjectName(name);
    m_head->setObjectName(name + QStringLiteral("Head"));
    m_head->setProperty("sectionHead", true); // the style sheet knows these
    m_head->setFont(sectionHeadFont(font()));
    m_head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_head->setIconSize({kArrow, kArrow});
    m_head->setFocusPolicy(Qt::TabFocus);
    m_head->setCheckable(true);
    m_head->setChecked(true);
    setTitle(title);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.84);
    m_note->setFont(small);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_bodyLayout->setContentsMargins(0, 0, 0, 0);
    m_bodyLayout->setSpacing(3);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_head);
    line->addStretch(1);
    line->addWidget(m_note);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(line);
    column->addWidget(m_body);
    setFolded(false);
    connect(m_head, &QToolButton::clicked, this, [this] {
        const bool wished = !isFolded();
        setFolded(wished);
        emit foldWished(wished);
    });
}

void FoldSection::setTitle(const QString& title)
{
    m_head->setText(title);
    m_head->setAccessibleName(title);
}

void FoldSection::setNote(const QString& note)
{
    m_note->setText(note);
}

bool FoldSection::isFolded() const
{
    return m_body->isHidden();
}

void FoldSection::setFolded(bool folded)
{
    // Not an arrow of the style's: below a style sheet, Qt draws each of these anew, and never forgets its
    // name.
    m_head->setIcon(
        QIcon(folded ? QStringLiteral(":/icons/unfold.svg") : QStringLiteral(":/icons/choose.svg")));
    m_head->setChecked(!folded);
    m_head->setToolTip(folded ? tr("Show") : tr("Fold"));
    m_head->setAccessibleDescription(folded ? tr("folded") : QString());
    m_body->setVisible(!folded);
}

int FoldSection::bodyHeight(int width) const
{
    const int height = m_bodyLayout->hasHeightForWidth() ? m_bodyLayout->totalHeightForWidth(width)
                                                         : m_bodyLayout->totalSizeHint().height();
    return height + layout()->spacing();
}

}
