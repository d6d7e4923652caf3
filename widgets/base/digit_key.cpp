#include "widgets/base/digit_key.h"

#include <QGuiApplication>
#include <QKeyEvent>

namespace widgets {

namespace {

// X11's codes of the keys 1 to 9 and 0 above the letters; Wayland's are the same.
constexpr quint32 kFirstDigitCode = 10;
constexpr quint32 kLastDigitCode = 19;
constexpr quint32 kThirdLevel = 0x80; // X11's modifier of AltGr

bool hasCodesOfX11()
{
    const QString platform = QGuiApplication::platformName();
    return platform == QLatin1String("xcb") || platform.startsWith(QLatin1String("wayland"));
}

}

bool hasAltGr(const QKeyEvent& event)
{
    return event.modifiers() & Qt::GroupSwitchModifier
        || (hasCodesOfX11() && event.nativeModifiers() & kThirdLevel);
}

std::optional<int> digitOf(const QKeyEvent& event)
{
    const quint32 code = event.nativeScanCode();
    if (code >= kFirstDigitCode && code <= kLastDigitCode && hasCodesOfX11())
        return hasAltGr(event) ? std::nullopt
                               : std::optional(static_cast<int>((code - kFirstDigitCode + 1) % 10));
    return event.key() >= Qt::Key_0 && event.key() <= Qt::Key_9 ? std::optional(event.key() - Qt::Key_0)
                                                                : std::nullopt;
}

std::optional<int> plainDigitOf(const QKeyEvent& event)
{
    constexpr Qt::KeyboardModifiers modifiers
        = Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    return event.modifiers() & modifiers ? std::nullopt : digitOf(event);
}

}
