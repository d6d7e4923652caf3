#include "app/window/apply_theme.h"

#include "widgets/base/theme.h"

#include <QApplication>
#include <QStyle>

namespace app {

void applyTheme(ThemeChoice choice)
{
    const bool systemIsDark
        = QApplication::style()->standardPalette().color(QPalette::Window).lightness() < 128;
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemIsDark);
    const widgets::Theme& theme = dark ? widgets::darkTheme() : widgets::lightTheme();
    QApplication::setPalette(widgets::paletteOf(theme));
    qApp->setStyleSheet(widgets::styleSheetOf(theme));
}

}
