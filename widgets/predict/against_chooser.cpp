#include "widgets/predict/against_chooser.h"

#include <QAbstractItemView>
#include <QFileInfo>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kRestMs = 250;

}

AgainstChooser::AgainstChooser(QWidget* parent) : ElidedComboBox(parent)
{
    setObjectName(QStringLiteral("againstChooser"));
    setAccessibleName(tr("Compare with"));
    setToolTip(tr("What another model says of the same segment, or the mean of several and how far they are "
                  "apart; on the timeline too, with the difference."));
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(8);
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QComboBox::activated, this, [this](int index) {
        m_chosen = itemData(index).toStringList();
        m_rest.start();
    });
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, [this] { emit modelsChosen(m_chosen); });
    fill();
}

void AgainstChooser::setModels(const std::vector<ModelEntry>& models, const QString& leading, qsizetype most)
{
    std::vector<ModelEntry> others;
    const auto own = std::ranges::find(models, leading, &ModelEntry::path);
    std::ranges::copy_if(models, std::back_inserter(others), [&](const ModelEntry& entry) {
        return entry.fits && entry.path != leading && (own == models.end() || entry.output == own->output);
    });
    if (others == m_models && most == m_most)
        return;
    m_models = std::move(others);
    m_most = most;
    fill();
}

void AgainstChooser::setChosen(const QStringList& paths)
{
    m_chosen = paths;
    fill();
}

void AgainstChooser::fill()
{
    clear();
    addItem(tr("no other model"), QStringList());
    QStringList all;
    const auto add = [this](const QString& name, const QStringList& paths, const QString& tip) {
        addItem(name, paths);
        setItemData(count() - 1, tip, Qt::ToolTipRole);
    };
    for (const ModelEntry& entry : m_models) {
        add(entry.name, {entry.path}, entry.detail);
        if (all.size() < m_most)
            all << entry.path;
    }
    if (all.size() > 1)
        add(tr("%n models: mean, spread", nullptr, static_cast<int>(all.size())), all,
            all.join(QLatin1Char('\n')));
    if (findData(m_chosen) < 0) // of files that are not in the list, or others than its first
        add(m_chosen.size() > 1 ? tr("%n models: mean, spread", nullptr, static_cast<int>(m_chosen.size()))
                                : QFileInfo(m_chosen.value(0)).fileName(),
            m_chosen, m_chosen.join(QLatin1Char('\n')));
    setCurrentIndex(findData(m_chosen));
}

void AgainstChooser::showPopup()
{
    emit listWished();
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + 4);
    ElidedComboBox::showPopup();
}

}
