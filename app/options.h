#pragma once

#include "app/render_file.h"
#include "app/settings/settings.h"

#include <QCommandLineOption>
#include <QList>
#include <QSize>
#include <QStringList>

#include <optional>

class QCoreApplication;

namespace app {

/// What the command line asks for.
struct Options {
    QStringList files;
    bool demo = false;
    QString screenshot; ///< write the window to this PNG and exit
    RenderFileWish render; ///< write a video of the recording and exit
    std::optional<QSize> size; ///< of the window; with `render`, of the video
    std::optional<double> at; ///< seconds
    QString preset; ///< `explore`, `align`, `review`
    QString review; ///< the annotator whose first pass is started or continued; empty: none
    QString language; ///< one of languages(); empty: as the settings have it
    QString tab; ///< as the tabs are called
    std::optional<ThemeChoice> theme;
    bool listens = false; ///< whether scripts may connect

    /// Whether the program ends by itself when it has written what was asked for.
    bool isHeadless() const { return !screenshot.isEmpty() || !render.path.isEmpty(); }
};

/// Reads the command line; `--help` and `--version` end the program here, a wrong call ends it with code 2.
Options parseOptions(const QCoreApplication& application);

/// The options as `--help` lists them, without those for help and version.
QList<QCommandLineOption> windowOptions();
/// What the option may be given; empty where that is no list, or where there is no such option.
QStringList choicesOf(const QString& option);
QString programDescription();
QString filesHelp(); ///< what may be opened

}
