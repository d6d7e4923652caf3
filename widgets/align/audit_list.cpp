#include "widgets/align/audit_list.h"

#include "widgets/base/elided_buttons.h"
#include "widgets/base/menu_text.h"
#include "widgets/base/scale_number.h"
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
    case engine::AuditKind::SoundOffset:
        break;
    }
    return AuditList::tr("Sound and picture");
}

namespace {

/// One line for the video: what was measured, and how sure it is.
QString offsetText(const engine::AuditFinding& finding)
{
    if (finding.error <= 0.0)
        return AuditList::tr("Sound and picture: mouths and sound do not go together");
    const QString size = shownNumber(std::abs(finding.shift), 2, 'f');
    const QString error = shownNumber(finding.error, 2, 'f');
    const QString text = finding.shift < 0.0
        ? AuditList::tr("Sound %1 s before the picture, ± %2 s").arg(size, error)
        : AuditList::tr("Sound %1 s after the picture, ± %2 s").arg(size, error);
    return finding.isDoubtful ? AuditList::tr("%1 (doubtful)").arg(text) : text;
}

/// People notice sound that is 45 ms early or 125 ms late (ITU-R BT.1359); a frame is left for our error.
bool isNoticed(const engine::AuditFinding& finding)
{
    constexpr double early = -0.085;
    constexpr double late = 0.125;
    return finding.isDoubtful || finding.shift < early || finding.shift > late;
}

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
        const bool isOffset = places.front().kind == engine::AuditKind::SoundOffset;
        const QString line
            = isOffset ? offsetText(places.front()) : QStringLiteral("%1   %2").arg(places.size()).arg(text);
        button->setText(literalText(line));
        button->setAccessibleName(line);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setAutoRaise(true);
        button->setMinimumHeight(24);
        QString tip = tr("Click to go from one to the next.");
        if (places.front().kind == engine::AuditKind::Drift)
            tip = tr("The words fit their sound best when they are moved by %1 s. Click to go there.")
                      .arg(signedNumber(places.front().shift, 2));
        if (isOffset)
            tip = tr("Where the opening of the mouth that is seen most goes with the loudness best.");
        button->setToolTip(QStringLiteral("%1\n%2").arg(line, tip));
        QPalette colours = palette();
        const bool needsAttention = !isOffset || isNoticed(places.front());
        colours.setColor(QPalette::ButtonText,
                         needsAttention ? themeOf(palette()).attention : themeOf(palette()).muted);
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
