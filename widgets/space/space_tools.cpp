#include "widgets/space/space_tools.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace widgets {

QToolButton* spaceToolButton(const QString& name, const QString& text, const QString& tip, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleDescription(tip);
    button->setProperty("scaleStep", QStringLiteral("plain")); // its look (widgets/base/theme)
    return button;
}

QToolButton* pictureButton(const QString& view, QWidget* parent)
{
    return spaceToolButton(view + QStringLiteral("Picture"), SpaceTools::tr("Picture…"),
                           SpaceTools::tr("Write what is seen, with what its colours mean, as PNG or SVG"),
                           parent);
}

SpaceTools::SpaceTools(QWidget* parent)
    : QWidget(parent)
    , m_flat(spaceToolButton(QStringLiteral("spaceFlat"), tr("2-D"), tr("Two dimensions, as in print"), this))
{
    setObjectName(QStringLiteral("spaceTools"));
    setCursor(Qt::ArrowCursor);
    auto* lasso
        = spaceToolButton(QStringLiteral("spaceLasso"), tr("Lasso"),
                          tr("Drag around points to select them. Shift adds, Alt removes; with Shift, a drag "
                             "selects without this button, too."),
                          this);
    auto* picture = pictureButton(QStringLiteral("space"), this);
    m_flat->setCheckable(true);
    lasso->setCheckable(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (QToolButton* button : {m_flat, lasso, picture})
        layout->addWidget(button);
    connect(m_flat, &QToolButton::toggled, this, &SpaceTools::flatChosen);
    connect(lasso, &QToolButton::toggled, this, &SpaceTools::lassoChosen);
    connect(picture, &QToolButton::clicked, this, &SpaceTools::pictureWished);
}

bool SpaceTools::isFlat() const
{
    return m_flat->isChecked();
}

}
