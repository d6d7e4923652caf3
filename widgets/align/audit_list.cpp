#include "widgets/align/audit_list.h"

#include "widgets/base/elided_buttons.h"
#include "widgets/base/menu_text.h"
#include "widgets/base/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace widgets {

QString auditText(engine::AuditKind kind, const std::string& sequence)
{
    const QString key = QString::fromStdString(sequence);
    switch (kind) {
    case engine::AuditKind::Gap:
        return AuditList::tr("Gaps in %1").arg(key);
    case engine::AuditKind::EmptyCell:
        return AuditList::tr("Words without rows of %1").arg(key);
    case engine::AuditKind::Collision:
        return AuditList::tr("Overlapping %1").arg(key);
    case engine::AuditKind::OutsideSegments:
        return AuditList::tr("Words outside segments");
    case engine::AuditKind::OutsideMedia:
        return AuditList::tr("%1 outside the media").arg(key);
    case engine::AuditKind::Drift:
        return AuditList::tr("Words beside their sound");
    }
    return {};
}

AuditList::AuditList(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(1);
    setFindings({});
}

void AuditList::setFindings(std::vector<engine::AuditFinding> findings)
{
    if (findings == m_findings && m_layout->count() > 0)
        return;
    m_findings = std::move(findings);
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // it may be the one whose click brought us here
        }
        delete item;
    }
    std::vector<std::pair<QString, std::vector<engine::AuditFinding>>> lines; // in the order of the findings
    for (const engine::AuditFinding& finding : m_findings) {
        const QString text = auditText(finding.kind, finding.sequence);
        if (lines.empty() || lines.back().first != text)
            lines.push_back({text, {}});
        lines.back().second.push_back(finding);
    }
    for (const auto& [text, places] : lines) {
        auto* button = new ElidedToolButton(this);
        button->setObjectName(QStringLiteral("finding"));
        const QString line = QStringLiteral("%1   %2").arg(places.size()).arg(text);
        button->setText(literalText(line));
        button->setAccessibleName(line);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setAutoRaise(true);
        button->setMinimumHeight(24);
        QString tip = tr("Click to go from one to the next.");
        if (places.front().kind == engine::AuditKind::Drift)
            tip = tr("The words fit their sound best when they are moved by %1 s. Click to go there.")
                      .arg(signedNumber(places.front().shift, 2));
        button->setToolTip(QStringLiteral("%1\n%2").arg(line, tip));
        QPalette colours = palette();
        colours.setColor(QPalette::ButtonText, themeOf(palette()).attention);
        button->setPalette(colours);
        connect(button, &QToolButton::clicked, this, [this, text = text, places = places] {
            std::size_t& next = m_next[text];
            emit placeChosen(places[next++ % places.size()].where);
        });
        m_layout->addWidget(button, 0, Qt::AlignLeft);
    }
    if (lines.empty()) {
        auto* none = new QLabel(tr("Nothing to look at."), this);
        none->setForegroundRole(QPalette::PlaceholderText);
        m_layout->addWidget(none);
    }
}

}
