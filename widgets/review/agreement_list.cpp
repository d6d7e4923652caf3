#include "widgets/review/agreement_list.h"

#include "widgets/base/section_head.h"
#include "widgets/review/clear_layout.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

namespace widgets {

namespace {

QLabel* label(const QString& name, const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    return label;
}

}

AgreementList::AgreementList(QWidget* parent)
    : QWidget(parent)
    , m_figure(new QComboBox(this))
    , m_rule(label(QStringLiteral("agreementRule"), {}, this))
    , m_rows(new QVBoxLayout)
{
    setObjectName(QStringLiteral("agreementList"));
    m_figure->setObjectName(QStringLiteral("agreementFigure"));
    m_figure->setAccessibleName(tr("Figure of agreement"));
    m_figure->setToolTip(tr("Which figure tells how far annotators agree"));
    m_rule->setWordWrap(true);
    m_rule->setForegroundRole(QPalette::PlaceholderText);
    m_rows->setSpacing(6);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(sectionHead(tr("Agreement of first passes"), this));
    column->addWidget(m_figure);
    column->addWidget(m_rule);
    column->addLayout(m_rows);
    connect(m_figure, &QComboBox::activated, this, [this] {
        m_chosen = m_figure->currentData().toString();
        showFigure();
    });
    hide();
}

void AgreementList::setFigures(std::vector<Figure> figures)
{
    m_figures = std::move(figures);
    m_figure->clear();
    for (const Figure& figure : m_figures)
        m_figure->addItem(figure.name, figure.key);
    m_figure->setCurrentIndex(std::max(0, m_figure->findData(m_chosen)));
    setVisible(!m_figures.empty());
    showFigure();
}

void AgreementList::showFigure()
{
    clearLayout(*m_rows);
    const int chosen = m_figure->currentIndex();
    if (chosen < 0)
        return;
    const Figure& figure = m_figures[static_cast<std::size_t>(chosen)];
    m_rule->setText(figure.rule);
    m_rule->setVisible(!figure.rule.isEmpty());
    for (const Row& one : figure.rows) {
        auto* line = new QWidget(this);
        line->setObjectName(QStringLiteral("agreement"));
        auto* grid = new QGridLayout(line);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setVerticalSpacing(1);
        grid->setColumnStretch(0, 1);
        const QString about = one.between.isEmpty() ? one.label : tr("%1 · %2").arg(one.label, one.between);
        auto* value = label(QStringLiteral("agreementValue"), one.value, line);
        value->setAccessibleDescription(one.detail);
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        value->setFont(strong);
        auto* detail = label(QStringLiteral("agreementDetail"), one.detail, line);
        detail->setWordWrap(true);
        detail->setForegroundRole(QPalette::PlaceholderText);
        auto* name = label(QStringLiteral("agreementLabel"), about, line);
        name->setWordWrap(true);
        grid->addWidget(name, 0, 0);
        grid->addWidget(value, 0, 1, Qt::AlignTop);
        grid->addWidget(detail, 1, 0, 1, 2);
        m_rows->addWidget(line);
    }
}

}
