#pragma once

#include <QLatin1String>
#include <QString>

class QAbstractScrollArea;
class QComboBox;
class QDialog;
class QDialogButtonBox;
class QPushButton;
class QScrollArea;
class QWidget;

/// What forms are built of. Each control has a name, by which tests, the tour and the guide find it.
namespace widgets {

/// Gives a widget its name, and what a screen reader calls it.
template <typename Widget>
Widget* named(Widget* widget, const char* name, const QString& accessibleName = {})
{
    widget->setObjectName(QLatin1String(name));
    if (!accessibleName.isEmpty())
        widget->setAccessibleName(accessibleName);
    return widget;
}

/// A button that Enter does not press from elsewhere in its dialog.
QPushButton* quietButton(const char* name, const QString& text, QWidget* parent);

/// The button that does what a dialog is for: it stands out, and Enter presses it.
QPushButton* primaryButton(const char* name, const QString& text, QWidget* parent);

/// A choice that may be narrower than its entries, which end with dots then.
QComboBox* narrowChoice(const QString& name, const QString& accessibleName, QWidget* parent);

/// A page that scrolls up and down where it is higher than its place, and is never scrolled sideways.
QScrollArea* scrollable(QWidget* page);

/// *OK* and *Cancel* of a dialog, connected to it. @param accept  what *OK* is called there; empty: *OK*
QDialogButtonBox* acceptOrCancel(QDialog& dialog, const QString& accept = {});

}
