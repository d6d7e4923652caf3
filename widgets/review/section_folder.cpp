#include "widgets/review/section_folder.h"

#include "widgets/base/fold_section.h"

#include <QLayout>
#include <QScrollArea>

#include <utility>

namespace widgets {

SectionFolder::SectionFolder(std::vector<FoldSection*> sections, QScrollArea& area)
    : QObject(&area)
    , m_area(area)
{
    m_fit.setSingleShot(true);
    m_fit.setInterval(0);
    connect(&m_fit, &QTimer::timeout, this, &SectionFolder::fit);
    for (FoldSection* section : sections)
        m_sections.push_back({section, {}});
    for (Section& each : m_sections)
        connect(each.section, &FoldSection::foldWished, this, [this, &wished = each.wished](bool folded) {
            wished = folded;
            m_fit.start();
        });
}

void SectionFolder::fitSoon()
{
    m_fit.start();
}

void SectionFolder::bringUp(FoldSection* section, QWidget* widget)
{
    for (Section& each : m_sections) {
        if (each.section == section)
            each.wished = false;
    }
    section->setFolded(false);
    m_sought = widget;
    m_fit.start();
}

/// Unfolds as much as there is room for, except what a person wished otherwise.
void SectionFolder::fit()
{
    const QLayout& page = *m_area.widget()->layout();
    const int width = m_area.viewport()->width();
    const QMargins margins = page.contentsMargins();
    const int inner = width - margins.left() - margins.right();
    int needed = page.hasHeightForWidth() ? page.totalHeightForWidth(width) : page.totalSizeHint().height();
    std::vector<bool> folded;
    for (const auto& [section, wished] : m_sections) {
        const bool shall = wished.value_or(false);
        needed += (int(section->isFolded()) - int(shall)) * section->bodyHeight(inner);
        folded.push_back(shall);
    }
    for (std::size_t i = 0; i < m_sections.size() && needed > m_area.viewport()->height(); ++i) {
        const auto& [section, wished] = m_sections[i];
        if (wished)
            continue;
        needed -= section->bodyHeight(inner);
        folded[i] = true;
    }
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        if (m_sections[i].section->isFolded() != folded[i])
            m_sections[i].section->setFolded(folded[i]);
    }
    if (QWidget* sought = std::exchange(m_sought, nullptr)) {
        m_area.widget()->layout()->activate();
        m_area.ensureWidgetVisible(sought);
    }
}

}
