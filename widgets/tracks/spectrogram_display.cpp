#include "widgets/tracks/spectrogram_display.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <iterator>

namespace widgets {

double SpectrogramDisplay::partOf(double decibels) const
{
    return std::clamp((decibels - softest) / (loudest - softest), 0.0, 1.0);
}

QString SpectrogramDisplay::toText() const
{
    const SpectrogramDisplay first;
    QJsonObject json;
    if (windowMs != first.windowMs)
        json[QLatin1String("windowMs")] = windowMs;
    if (highestHertz != first.highestHertz)
        json[QLatin1String("highestHertz")] = highestHertz;
    if (softest != first.softest || loudest != first.loudest) {
        json[QLatin1String("softest")] = softest;
        json[QLatin1String("loudest")] = loudest;
    }
    return json.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

SpectrogramDisplay SpectrogramDisplay::fromText(const QString& text)
{
    const SpectrogramDisplay first;
    SpectrogramDisplay display;
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    const double window = json[QLatin1String("windowMs")].toDouble(first.windowMs);
    if (std::ranges::find(kWindowsMs, window) != std::end(kWindowsMs)) // others might take for ever
        display.windowMs = window;
    display.highestHertz = std::max(0.0, json[QLatin1String("highestHertz")].toDouble(first.highestHertz));
    display.softest = json[QLatin1String("softest")].toDouble(first.softest);
    display.loudest = json[QLatin1String("loudest")].toDouble(first.loudest);
    if (!(display.loudest > display.softest)) {
        display.softest = first.softest;
        display.loudest = first.loudest;
    }
    return display;
}

}
