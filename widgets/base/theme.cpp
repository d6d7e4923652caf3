#include "widgets/base/theme.h"

#include "widgets/base/class_colours.h"
#include "widgets/base/scale_number.h"

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

Theme makeDark()
{
    Theme theme;
    theme.background = QColor(0x14, 0x16, 0x1b);
    theme.panel = QColor(0x1b, 0x1e, 0x25);
    theme.raised = QColor(0x23, 0x27, 0x31);
    theme.line = QColor(0x30, 0x36, 0x44);
    theme.text = QColor(0xe7, 0xe9, 0xef);
    theme.muted = QColor(0x98, 0xa0, 0xb0);
    theme.accent = QColor(0x5a, 0xa2, 0xf0);
    theme.onAccent = QColor(0x0c, 0x12, 0x1c);
    theme.language = QColor(0xe3, 0xb5, 0x4a);
    theme.sound = QColor(0x41, 0xb8, 0xa8);
    theme.vision = QColor(0xa7, 0x8b, 0xfa);
    theme.negative = QColor(0x4f, 0x8f, 0xd0);
    theme.neutral = QColor(0x8a, 0x90, 0x9c);
    theme.positive = QColor(0xe6, 0x8a, 0x3e);
    theme.attention = QColor(0xff, 0x5c, 0x5c);
    return theme;
}

Theme makeLight()
{
    Theme theme;
    theme.background = QColor(0xee, 0xf0, 0xf4);
    theme.panel = QColor(0xff, 0xff, 0xff);
    theme.raised = QColor(0xf4, 0xf6, 0xf9);
    theme.line = QColor(0xd5, 0xda, 0xe3);
    theme.text = QColor(0x1d, 0x21, 0x2a);
    theme.muted = QColor(0x64, 0x6c, 0x7b);
    theme.accent = QColor(0x26, 0x73, 0xc9);
    theme.onAccent = QColor(0xff, 0xff, 0xff);
    theme.language = QColor(0xa8, 0x77, 0x08);
    theme.sound = QColor(0x0f, 0x85, 0x77);
    theme.vision = QColor(0x6d, 0x4f, 0xd0);
    theme.negative = QColor(0x2f, 0x6f, 0xb3);
    theme.neutral = QColor(0x7b, 0x81, 0x8d);
    theme.positive = QColor(0xc8, 0x66, 0x1a);
    theme.attention = QColor(0xe0, 0x31, 0x31);
    return theme;
}

}

QColor mixed(const QColor& a, const QColor& b, double partOfB)
{
    const auto channel
        = [&](int from, int to) { return static_cast<int>(std::lround(from + (to - from) * partOfB)); };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

QColor readableOn(const QColor& ground)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    const double luminance
        = 0.2126 * linear(ground.redF()) + 0.7152 * linear(ground.greenF()) + 0.0722 * linear(ground.blueF());
    constexpr double equallyFar = 0.179; // from black and from white
    return luminance > equallyFar ? Qt::black : Qt::white;
}

QColor Theme::accentText() const
{
    return mixed(accent, text, 0.1); // the accent itself has 4.4 : 1 on what is raised, where it is light
}

QColor Theme::modality(engine::Modality modality) const
{
    switch (modality) {
    case engine::Modality::Text:
        return language;
    case engine::Modality::Acoustic:
        return sound;
    case engine::Modality::Visual:
        return vision;
    }
    return muted;
}

QColor Theme::trackColour(int number) const
{
    const QColor colour = classColour(number - 1);
    return isDark() ? mixed(colour, text, 0.12) : mixed(colour, text, 0.3);
}

QColor Theme::sentiment(double value) const
{
    const double strength = std::min(1.0, 0.35 + std::abs(value) / 3.0 * 0.65);
    if (std::abs(value) < 0.05)
        return neutral;
    return mixed(neutral, value > 0 ? positive : negative, strength);
}

const Theme& darkTheme()
{
    static const Theme theme = makeDark();
    return theme;
}

const Theme& lightTheme()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme& themeOf(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? darkTheme() : lightTheme();
}

QPalette paletteOf(const Theme& theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.panel);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.panel);
    palette.setColor(QPalette::AlternateBase, theme.raised);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.muted);
    palette.setColor(QPalette::Button, theme.raised);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.attention);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Link, theme.accentText());
    palette.setColor(QPalette::ToolTipBase, theme.raised);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Light, theme.raised);
    palette.setColor(QPalette::Midlight, theme.line);
    palette.setColor(QPalette::Mid, theme.line);
    palette.setColor(QPalette::Dark, theme.line);
    palette.setColor(QPalette::Shadow, theme.background);
    palette.setColor(QPalette::Disabled, QPalette::Text, mixed(theme.muted, theme.panel, 0.3));
    palette.setColor(QPalette::Disabled, QPalette::WindowText, mixed(theme.muted, theme.panel, 0.3));
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, mixed(theme.muted, theme.panel, 0.3));
    return palette;
}

namespace {

constexpr double kQuiet = 0.3; // part of the neutral colour in a chosen 0, which is no news

/// Buttons of a scale: the chosen one in the colour of its sentiment, or in the accent; 0 is quiet.
QString scaleStyle(const Theme& theme)
{
    QString style = QStringLiteral(R"(
        QToolButton[scaleStep] { background: %1; border: 1px solid %2; border-radius: 4px; padding: 0; }
        QToolButton[scaleStep="wide"] { border-radius: 6px; }
        QToolButton[scaleStep="plain"] { padding: 2px 8px; }
        QToolButton[scaleStep]:hover { border-color: %3; }
        QToolButton[scaleStep]:focus { border-color: %4; }
        QToolButton[scaleStep]:checked { background: %4; border-color: %4; color: %5; }
        QToolButton[scaleStep]:disabled { color: %3; }
        QToolButton[scaleStep="narrow"][step="0"]:checked { background: %6; border-color: %6; color: %7; font-weight: 600; }
    )")
                        .arg(theme.raised.name(), theme.line.name(), theme.muted.name(), theme.accent.name(),
                             theme.onAccent.name(), mixed(theme.raised, theme.neutral, kQuiet).name(),
                             theme.text.name());
    for (int step = -3; step <= 3; ++step) {
        const QColor ground = step == 0 ? mixed(theme.raised, theme.neutral, kQuiet)
                                        : mixed(theme.panel, theme.sentiment(step), 0.8);
        style += QStringLiteral(
                     "QToolButton[scaleStep=\"wide\"][step=\"%1\"]:checked { background: %2; color: %3; }"
                     "QToolButton[scaleStep=\"wide\"][step=\"%1\"] { border-bottom: 2px solid %4; }")
                     .arg(step)
                     .arg(ground.name(), readableOn(ground).name(),
                          mixed(theme.raised, theme.sentiment(step), 0.8).name());
    }
    return style;
}

/// What is recorded is red; the age of an answer is green as long as it is told.
QString liveStyle(const Theme& theme)
{
    return QStringLiteral(R"(
        QLabel#liveAge { border: 1px solid %1; border-radius: 10px; padding: 2px 10px; color: %2; }
        QWidget[panelButtons] QPushButton#liveRecord:checked { background: %3; border-color: %4; color: %2; font-weight: 600; }
    )")
        .arg(theme.sound.name(), theme.text.name(), mixed(theme.panel, theme.attention, 0.18).name(),
             theme.attention.name());
}

}

QString styleSheetOf(const Theme& theme)
{
    return scaleStyle(theme) + liveStyle(theme)
        + QStringLiteral(R"(
        QMainWindow, QMainWindow::separator { background: %1; }
        QMainWindow::separator { width: 5px; height: 5px; background: %2; }
        QMainWindow::separator:hover { background: %3; }
        QMenuBar { background: %4; border-bottom: 1px solid %2; padding: 3px 6px; }
        QMenuBar::item { padding: 5px 9px; border-radius: 4px; background: transparent; }
        QMenuBar::item:selected { background: %5; }
        QMenu { background: %4; border: 1px solid %2; padding: 4px; }
        QMenu::item { padding: 5px 26px 5px 14px; border-radius: 4px; }
        QMenu::item:selected { background: %3; color: %7; }
        QMenu::item:disabled { color: %6; }
        QMenu::separator { height: 1px; background: %2; margin: 4px 8px; }
        QStatusBar { background: %4; border-top: 1px solid %2; }
        QStatusBar::item { border: none; }
        QStatusBar QLabel, QStatusBar QToolButton { padding: 3px 8px; color: %6; }
        QStatusBar QProgressBar, QDialog QProgressBar, QProgressBar#passProgress { background: %5; border: none; border-radius: 3px; }
        QStatusBar QProgressBar::chunk, QDialog QProgressBar::chunk, QProgressBar#passProgress::chunk { background: %3; border-radius: 3px; }
        QToolButton { border: none; border-radius: 5px; }
        QToolButton:hover { background: %5; }
        QToolButton[cardControl]:checked { background: %5; border: 1px solid %3; color: %9; }
        QWidget#dockTitle { background: %4; border-top: 1px solid %2; border-bottom: 1px solid %2; }
        QToolButton#closeDock { padding: 1px 7px 3px 7px; }
        QUndoView, QListWidget#messages { background: %4; padding: 4px; outline: none; }
        QListWidget#termOffer { background: %5; border: 1px solid %3; border-radius: 4px; padding: 2px; outline: none; }
        QListWidget#termOffer::item { padding: 3px 8px; color: %8; }
        QListWidget#termOffer::item:hover { background: %2; }
        QListWidget#termOffer::item:selected { background: %3; color: %7; }
        QUndoView::item, QListWidget#messages::item { padding: 4px 8px; border-radius: 4px; color: %8; }
        QUndoView::item:selected, QListWidget#messages::item:selected { background: %3; color: %7; }
        QToolButton#noticeAction { color: %9; font-weight: 600; padding: 4px 10px; }
        QToolButton#noticeAction:hover { background: %3; color: %7; }
        QToolButton#noticeClose:hover { background: %2; }
        QToolButton#chip { background: %5; border: 1px solid %2; padding: 4px 9px; margin-right: 5px; }
        QToolButton#chip:hover { border-color: %6; }
        QToolButton#chip:checked { border-color: %3; color: %8; }
        QToolButton#chip:disabled { border-color: %2; color: %6; }
        QToolButton#chip[popupMode="2"] { padding-right: 20px; }
        QToolButton#chip::menu-indicator { image: url(:/icons/choose.svg); width: 10px; height: 10px; right: 6px; subcontrol-position: right center; }
        QSlider#volume::groove:horizontal { height: 4px; border-radius: 2px; background: %2; }
        QSlider#volume::sub-page:horizontal { border-radius: 2px; background: %6; }
        QSlider#volume::handle:horizontal { width: 12px; margin: -4px 0; border-radius: 6px; background: %8; }
        QSlider#volume::handle:horizontal:hover, QSlider#volume::handle:horizontal:focus { background: %3; }
        QToolButton[segment] { background: %4; border: 1px solid %2; border-radius: 0; padding: 5px 12px; }
        QToolButton[segment="first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
        QToolButton[segment="last"] { border-left: none; border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
        QToolButton[segment="middle"] { border-left: none; }
        QToolButton[segment]:hover { background: %5; }
        QToolButton[segment]:focus { border-color: %3; }
        QToolButton[segment]:checked { background: %3; color: %7; border-color: %3; }
        QToolButton[segment][small="true"] { padding: 3px 8px; }
        QFrame#verdictCard { background: %5; border: 1px solid %2; border-radius: 6px; }
        QLineEdit { background: %5; border: 1px solid %2; border-radius: 6px; padding: 5px 9px; }
        QLineEdit:focus { border-color: %3; }
        QLabel[scaleMark] { background: %3; color: %7; border-radius: 4px; padding: 1px 4px; font-weight: 600; }
        QToolButton[sectionHead] { background: transparent; color: %6; padding: 1px 2px; margin-left: -3px; }
        QToolButton[sectionHead]:hover, QToolButton[sectionHead]:focus { color: %8; }
        QPlainTextEdit#comment, QPlainTextEdit[isField="true"] { background: %5; border: 1px solid %2; border-radius: 6px; padding: 2px 5px; }
        QPlainTextEdit#comment:focus, QPlainTextEdit[isField="true"]:focus { border-color: %3; }
        QFrame#wordsBox { background: %5; border: 1px solid %2; border-radius: 6px; }
        QToolButton[filterButton] { margin-right: 0; padding: 5px 7px; }
        QFrame#filterPopup { background: %4; border: 1px solid %2; border-radius: 6px; }
        QFrame#filterPopup QPushButton { background: %5; border: 1px solid %2; border-radius: 5px; padding: 5px 12px; }
        QFrame#filterPopup QPushButton:hover { border-color: %6; }
        QComboBox { combobox-popup: 0; background: %5; border: 1px solid %2; border-radius: 6px; padding: 4px 9px; }
        QComboBox:hover { border-color: %6; }
        QComboBox:focus { border-color: %3; }
        QComboBox:disabled { color: %6; }
        QComboBox::drop-down { border: none; width: 20px; }
        QComboBox::down-arrow { image: url(:/icons/choose.svg); width: 12px; height: 12px; }
        QComboBox QAbstractItemView { background: %5; border: 1px solid %2; outline: none; padding: 3px; selection-background-color: %3; selection-color: %7; }
        QComboBox QAbstractItemView::item { padding: 4px 9px; border-radius: 4px; color: %8; }
        QComboBox QAbstractItemView::item:selected { background: %3; color: %7; }
        QComboBox QAbstractItemView::item:disabled { color: %6; }
        QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid %6; border-radius: 3px; background: %5; }
        QCheckBox::indicator:hover, QCheckBox::indicator:focus { border-color: %3; }
        QCheckBox::indicator:checked { background: %3; border-color: %3; image: url(:/icons/check.svg); }
        QCheckBox::indicator:disabled { border-color: %2; }
        QTabBar::tab { padding: 9px 9px; border: none; border-bottom: 2px solid transparent; background: %4; color: %6; }
        QTabWidget#sidePanels QTabBar::tab { padding: 9px 3px; margin: 0 1px; }
        QTabBar::tab:selected { color: %8; border-bottom-color: %3; }
        QTabBar::tab:hover { color: %8; }
        QTabWidget { background: %4; }
        QTabWidget::pane { border: none; border-top: 1px solid %2; }
        QFrame#banner, QFrame#sightBanner { background: %5; border-bottom: 1px solid %2; }
        QFrame#banner QPushButton, QFrame#sightBanner QPushButton, QDialog QPushButton { background: %4; border: 1px solid %2; border-radius: 5px; padding: 5px 12px; }
        QFrame#banner QPushButton:hover, QFrame#sightBanner QPushButton:hover, QDialog QPushButton:hover { border-color: %6; }
        QPushButton[welcomeLink] { border: none; border-radius: 5px; padding: 6px 8px; color: %6; background: transparent; }
        QPushButton[welcomeLink]:hover, QPushButton[welcomeLink]:focus { color: %8; background: %5; }
        QListWidget#recentProjects { background: transparent; }
        QWidget#tourNote { background: %4; border: 1px solid %2; border-radius: 8px; }
        QWidget#alignButtons { border-top: 1px solid %2; }
        QWidget[panelButtons] QPushButton { background: %5; border: 1px solid %2; border-radius: 5px; padding: 5px 10px; }
        QWidget[panelButtons] QPushButton#tryWhatIf { padding-right: 24px; }
        QPushButton#tryWhatIf::menu-indicator { image: url(:/icons/choose.svg); width: 10px; height: 10px; right: 7px; subcontrol-position: right center; }
        QWidget[panelButtons] QPushButton:hover { border-color: %6; }
        QWidget[panelButtons] QPushButton:focus { border-color: %3; }
        QWidget[panelButtons] QPushButton:disabled { color: %6; }
        QWidget[panelButtons] QPushButton:checked { border-color: %3; color: %8; }
        QWidget[panelButtons] QPushButton#primary:enabled, QWidget[panelButtons] QPushButton[primary="true"]:enabled { background: %3; border-color: %3; color: %7; }
        QAbstractSpinBox { background: %5; border: 1px solid %2; border-radius: 6px; padding: 4px 9px; }
        QAbstractSpinBox:focus { border-color: %3; }
        QAbstractSpinBox:disabled { color: %6; }
        QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; width: 20px; border: none; background: transparent; }
        QAbstractSpinBox::up-button { subcontrol-position: top right; margin-top: 2px; }
        QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin-bottom: 2px; }
        QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: %2; border-radius: 3px; }
        QAbstractSpinBox::up-arrow { image: url(:/icons/more.svg); width: 10px; height: 10px; }
        QAbstractSpinBox::down-arrow { image: url(:/icons/choose.svg); width: 10px; height: 10px; }
        QDialog QPushButton:default { background: %3; border-color: %3; color: %7; }
        QDialog QPushButton:disabled, QDialog QPushButton:default:disabled { background: %5; border-color: %2; color: %6; }
        QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
        QHeaderView::section { background: %4; border: none; border-bottom: 1px solid %2; padding: 5px 8px; color: %6; }
        QHeaderView[isNarrow="true"]::section { padding: 4px 3px; }
        QTableCornerButton::section { background: %4; border: none; border-bottom: 1px solid %2; }
        QTableWidget { border: 1px solid %2; border-radius: 4px; }
        QTableWidget::item { padding: 4px 8px; }
        QTableWidget[hasBoxes="true"]::item { padding: 4px 0; }
        QToolTip { background: %5; color: %8; border: 1px solid %2; padding: 3px 6px; }
        QScrollBar:vertical { width: 10px; background: transparent; margin: 0; }
        QScrollBar:horizontal { height: 10px; background: transparent; margin: 0; }
        QScrollBar::handle { background: %2; border-radius: 4px; min-height: 24px; min-width: 24px; margin: 2px; }
        QScrollBar::handle:hover { background: %6; }
        QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
        QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
    )")
              .arg(theme.background.name(), theme.line.name(), theme.accent.name(), theme.panel.name(),
                   theme.raised.name(), theme.muted.name(), theme.onAccent.name(), theme.text.name(),
                   theme.accentText().name());
}

QString signedNumber(double value, int decimals)
{
    const QString digits = shownNumber(std::abs(value), decimals, 'f');
    if (typedNumber(digits) == 0.0)
        return digits;
    return (value < 0 ? QStringLiteral("−") : QStringLiteral("+")) + digits;
}

}
