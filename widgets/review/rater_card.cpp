#include "widgets/review/rater_card.h"

#include "widgets/base/muted_label.h"

#include <QGridLayout>
#include <QLabel>

namespace widgets {

namespace {

QLabel* plainLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

}

RaterCard::RaterCard(const Content& content, QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("rater %1").arg(content.name));
    setFrameShape(QFrame::StyledPanel);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(14, 10, 14, 10);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(3);
    auto* name = plainLabel(content.name, this);
    name->setObjectName(QStringLiteral("raterName"));
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    strong.setPointSizeF(strong.pointSizeF() * 1.1);
    name->setFont(strong);
    auto* judged = mutedLabel(QStringLiteral("raterJudged"), this);
    judged->setText(content.judged);
    auto* remark = plainLabel(content.remark, this);
    remark->setObjectName(QStringLiteral("raterRemark"));
    remark->setForegroundRole(QPalette::BrightText);
    remark->setWordWrap(true);
    remark->setVisible(!content.remark.isEmpty());
    auto* bars = new ScaleUse(this);
    bars->setBars(content.bars, content.reach);
    bars->setToolTip(
        tr("Bars: how often %1 gave each value. Lines: the others on the same segments.").arg(content.name));
    auto* left = new QVBoxLayout;
    left->addWidget(name);
    left->addWidget(judged);
    left->addWidget(remark);
    left->addSpacing(6);
    left->addWidget(bars);
    auto* legend = mutedLabel({}, this);
    legend->setText(tr("bars: %1 · lines: the others").arg(content.name));
    left->addWidget(legend);
    left->addStretch(1);
    bars->setVisible(!content.bars.empty());
    legend->setVisible(!content.bars.empty());
    const int rows = static_cast<int>(content.figures.size());
    grid->addLayout(left, 0, 0, rows + 1, 1);
    for (int row = 0; row < rows; ++row) {
        const Figure& figure = content.figures[static_cast<std::size_t>(row)];
        auto* title = plainLabel(figure.name, this);
        auto* value = plainLabel(figure.value, this);
        value->setObjectName(QStringLiteral("figure %1").arg(row));
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto* count = plainLabel(figure.count, this);
        count->setForegroundRole(QPalette::PlaceholderText);
        count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (figure.isKnown)
            value->setFont([this] {
                QFont known = font();
                known.setWeight(QFont::DemiBold);
                return known;
            }());
        else
            value->setForegroundRole(QPalette::PlaceholderText);
        for (QLabel* part : {title, value, count})
            part->setToolTip(figure.toolTip);
        title->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(title, row, 1);
        grid->addWidget(value, row, 2);
        grid->addWidget(count, row, 3);
    }
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(rows, 1);
}

}
