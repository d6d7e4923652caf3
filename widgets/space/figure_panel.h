#pragma once

#include "widgets/base/theme.h"
#include "widgets/space/space_figure.h"
#include "widgets/space/space_frame.h"
#include "widgets/space/space_overlay.h"

namespace widgets {

/// A view of Space that shows a scene: says what is under the pointer, and draws anew in another theme.
class FigurePanel : public SpaceFrame {
    Q_OBJECT
public:
    FigurePanel(const QString& name, QWidget* choices, QWidget* parent);

protected:
    /// What is shown, in the colours of a theme.
    virtual SpaceFigure figure(const Theme& theme) const = 0;
    /// What is written beside a place of the figure.
    virtual SpaceCard cardOf(std::size_t place) const = 0;
    virtual QString summary() const = 0; ///< what is said where nothing is under the pointer

    virtual bool isStale() const { return false; } ///< the summary says so, whatever is under the pointer

    void refresh(); ///< the figure is another one
    void showStatus();
    /// What the colours mean. An empty title: nothing.
    void setScale(const QString& title, float least, float greatest);
    void changeEvent(QEvent* event) override;

private:
    int m_hovered = -1;
};

/// The colours of a scene, from QColor.
inline SpaceColour spaceColour(const QColor& colour)
{
    return {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
            static_cast<std::uint8_t>(colour.blue())};
}

/// A colour that says that what it shows is not true any more.
inline QColor staleColour(const QColor& colour, const Theme& theme)
{
    return mixed(mixed(colour, theme.muted, 0.55), theme.background, 0.45);
}

}
