#pragma once

#include <QDialog>

#include "tests/support/window_test.h"

/// A test that acts in *Train and compare…* of the real window. @tparam Test  WindowTest, or a test of its
/// kind
template <typename Test>
class OnTrainDialog : public Test {
protected:
    QDialog* dialog() { return this->window().template findChild<QDialog*>(QStringLiteral("trainDialog")); }
    template <typename Widget>
    Widget* in(const char* name)
    {
        return dialog()->template findChild<Widget*>(QLatin1String(name));
    }
};
