#include "app/training/split_part.h"

#include "app/training/training_rows.h"
#include "widgets/base/form_kit.h"
#include "widgets/training/split_bar.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace app {

SplitPart::SplitPart(QHBoxLayout* head, QWidget* parent)
    : QWidget(parent)
    , m_splitBar(new widgets::SplitBar(this))
    , m_ways(new QButtonGroup(this))
    , m_again(widgets::quietButton("drawAgain", tr("&Draw again"), this))
{
    auto* switches = new QHBoxLayout;
    switches->setSpacing(0);
    const std::pair<TrainingSplit::Way, QString> ways[]{{TrainingSplit::Way::ByVideo, tr("by video")},
                                                        {TrainingSplit::Way::BySpeaker, tr("by speaker")},
                                                        {TrainingSplit::Way::AsGiven, tr("as given")}};
    for (const auto& [way, title] : ways) {
        auto* button = new QToolButton(this);
        button->setText(title);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setProperty("segment",
                            QLatin1String(way == TrainingSplit::Way::ByVideo         ? "first"
                                              : way == TrainingSplit::Way::BySpeaker ? "middle"
                                                                                     : "last"));
        button->setObjectName(QStringLiteral("splitWay%1").arg(static_cast<int>(way)));
        m_ways->addButton(button, static_cast<int>(way));
        switches->addWidget(button);
    }
    head->addLayout(switches);
    head->addWidget(m_again);
    m_splitBar->setObjectName(QStringLiteral("trainSplit"));
    m_splitBar->setAccessibleName(tr("Split"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addWidget(m_splitBar);
    connect(m_ways, &QButtonGroup::idClicked, this, [this](int way) {
        m_split.way = static_cast<TrainingSplit::Way>(way);
        take();
    });
    connect(m_again, &QPushButton::clicked, this, [this] {
        ++m_split.seed;
        take();
    });
    connect(m_splitBar, &widgets::SplitBar::moved, this, &SplitPart::move);
}

void SplitPart::setMaterial(const TrainingMaterial& material)
{
    m_material = &material;
    m_label = nullptr;
    m_isChanged = false;
    m_split = {};
    const bool isGiven = !m_material->given.empty();
    m_split.way = isGiven ? TrainingSplit::Way::AsGiven : TrainingSplit::Way::ByVideo;
    m_ways->button(static_cast<int>(TrainingSplit::Way::AsGiven))->setEnabled(isGiven);
    m_ways->button(static_cast<int>(TrainingSplit::Way::BySpeaker))
        ->setEnabled(!m_material->speakers.empty());
    draw();
}

void SplitPart::setLabel(const engine::LabelToLearn* label)
{
    m_label = label;
    if (m_isChanged)
        show();
    else
        draw();
}

/// A person wants another draw.
void SplitPart::take()
{
    m_isChanged = true;
    draw();
    emit changed();
}

void SplitPart::draw()
{
    m_ways->button(static_cast<int>(m_split.way))->setChecked(true);
    m_again->setEnabled(m_split.way != TrainingSplit::Way::AsGiven);
    if (!m_material)
        return;
    if (m_split.way == TrainingSplit::Way::AsGiven)
        m_split.folds = m_material->given;
    else if (m_label)
        m_split.folds = drawnSplit(*m_label, *m_material, m_split.way, m_split.seed);
    show();
}

void SplitPart::show()
{
    m_splitBar->setVideos(m_label ? splitVideosOf(*m_label, *m_material, m_split.folds)
                                  : std::vector<widgets::SplitVideo>());
}

void SplitPart::move(const QString& video, const QString& part)
{
    const std::string id = video.toStdString();
    for (const std::string& each : m_label ? inseparable(*m_material, *m_label, id) : std::vector{id}) {
        for (auto& [name, videos] : m_split.folds)
            std::erase(videos, each);
        if (part.isEmpty())
            continue;
        auto& videos = m_split.folds[part.toStdString()];
        videos.insert(std::ranges::upper_bound(videos, each), each);
    }
    m_isChanged = true;
    show();
    emit changed();
}

std::optional<engine::FoldLists> SplitPart::changedFolds() const
{
    return m_isChanged && m_material && m_split.folds != m_material->given ? std::optional(m_split.folds)
                                                                           : std::nullopt;
}

std::size_t SplitPart::trainedConversations() const
{
    std::set<const engine::Conversation*> found;
    if (const auto train = m_split.folds.find("train"); m_material && train != m_split.folds.end()) {
        for (const std::string& video : train->second)
            found.insert(m_material->conversations.of(video));
    }
    found.erase(nullptr);
    return found.size();
}

void SplitPart::drawByVideo()
{
    m_ways->button(static_cast<int>(TrainingSplit::Way::ByVideo))->click();
}

}
