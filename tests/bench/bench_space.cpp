// Space: 100 000 points of five clusters, turned in a view as wide as the side panel and in a large one, from
// the wish to the painted widget, thinned while it turns; the point under the pointer; and the way there: 74
// dimensions to 3.
#include "app/space/space_painter.h"
#include "engine/numbers/principal_components.h"
#include "widgets/base/theme.h"
#include "widgets/space/space_panel.h"
#include "widgets/space/space_picking.h"
#include "widgets/space/space_view.h"
#include "widgets/space/tensor_panel.h"

#include <QApplication>
#include <QComboBox>
#include <QSlider>
#include <QTest>

#include <cmath>
#include <cstdlib>
#include <random>

#include "tests/bench/bench_row.h"

namespace {

constexpr std::size_t kPoints = 100'000;
constexpr int kFrames = 120;
constexpr double kFrameBudget = 1000.0 / 30;

std::vector<std::array<float, 3>> points(std::mt19937& random)
{
    std::normal_distribution<float> normal;
    std::vector<std::array<float, 3>> result(kPoints);
    for (std::size_t i = 0; i < kPoints; ++i) {
        const auto cluster = static_cast<float>(i % 5);
        result[i] = {normal(random) + std::cos(cluster) * 4, normal(random) + std::sin(cluster) * 3,
                     normal(random) * 0.7F + cluster};
    }
    return result;
}

std::vector<widgets::SpaceColour> colours(std::mt19937& random)
{
    std::vector<widgets::SpaceColour> result(kPoints);
    for (auto& colour : result) {
        const QColor sentiment = widgets::darkTheme().sentiment(static_cast<int>(random() % 7) - 3);
        colour = {static_cast<std::uint8_t>(sentiment.red()), static_cast<std::uint8_t>(sentiment.green()),
                  static_cast<std::uint8_t>(sentiment.blue())};
    }
    return result;
}

/// Turns the view a little for each picture that came; milliseconds from one to the next.
std::vector<double> orbit(widgets::SpaceView& view, const app::SpacePainter& painter)
{
    std::vector<double> times;
    bool came = false;
    const auto connection = QObject::connect(
        &painter, &app::SpacePainter::painted, &view, [&came] { came = true; }, Qt::QueuedConnection);
    for (int i = 0; i < kFrames; ++i) {
        const bench::Stopwatch watch;
        came = false;
        view.setCamera(view.camera().orbited(1.5, std::sin(i * 0.1)));
        while (!came)
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QApplication::processEvents(); // it is painted
        if (i >= 10)
            times.push_back(watch.milliseconds());
    }
    QObject::disconnect(connection);
    return times;
}

void benchPicking(const widgets::SpaceView& view, const std::vector<std::array<float, 3>>& positions)
{
    std::vector<double> times;
    for (int i = 0; i < 200; ++i) {
        const bench::Stopwatch watch;
        const widgets::SpaceProjection projection(view.camera(), view.width(), view.height());
        const auto found = widgets::pointAt(i * view.width() / 200.0, view.height() / 2.0, positions,
                                            projection, view.pointSize() / 2, 7);
        times.push_back(watch.milliseconds() + (found ? 0 : 1e-9));
    }
    bench::printRow("space pick p99", bench::percentile(times, 0.99), "ms", 4, 1);
}

/// What the GUI thread does when the points of a large dataset come, and when another colour is chosen.
void benchPanel(const std::vector<std::array<float, 3>>& positions)
{
    widgets::SpaceContent content;
    content.labels = QStringList{QStringLiteral("sentiment")};
    for (std::size_t i = 0; i < positions.size(); ++i)
        content.points.push_back({positions[i],
                                  QStringLiteral("video %1").arg(i / 20),
                                  static_cast<int>(i % 20) + 1,
                                  0.0,
                                  {static_cast<float>(i % 7) - 3},
                                  i % 3 ? QStringLiteral("train") : QStringLiteral("test"),
                                  QStringLiteral("speaker %1").arg(i % 50)});
    widgets::SpacePanel panel;
    panel.resize(340, 500);
    panel.show();
    const bench::Stopwatch filling;
    panel.setContent(std::move(content));
    bench::printRow("space panel filled", filling.milliseconds(), "ms", 50, 20);
    auto* colouring = panel.findChild<QComboBox*>(QStringLiteral("spaceColouring"));
    const bench::Stopwatch colours;
    colouring->setCurrentText(QStringLiteral("speaker"));
    bench::printRow("space coloured anew", colours.milliseconds(), "ms", 50, 20);
}

/// A tensor of the largest usual size, with as many cells as are drawn at most: what a slider does to it, and
/// how it is turned.
void benchTensor(app::SpacePainter& painter, std::mt19937& random)
{
    std::normal_distribution<float> normal;
    const auto vector = [&](std::size_t count) {
        std::vector<float> values(count);
        for (float& value : values)
            value = normal(random);
        return values;
    };
    widgets::TensorPanel panel;
    widgets::SpaceView& view = panel.view();
    QObject::connect(&view, &widgets::SpaceView::pictureWanted, &painter, &app::SpacePainter::want);
    QObject::connect(&painter, &app::SpacePainter::painted, &view, &widgets::SpaceView::setPicture);
    panel.resize(1000, 700);
    panel.show();
    panel.setTensor(widgets::FusionTensor(vector(32), vector(32), vector(64)), QStringLiteral("one"), true);
    auto* threshold = panel.findChild<QSlider*>(QStringLiteral("tensorThreshold"));
    const bench::Stopwatch watch;
    threshold->setValue(0);
    bench::printRow("space tensor largest made", watch.milliseconds(), "ms", 50, 16);
    const std::vector<double> times = orbit(view, painter);
    bench::printRow("space tensor frame p50", bench::percentile(times, 0.5), "ms", kFrameBudget, 16);
    bench::printRow("space tensor frame p99", bench::percentile(times, 0.99), "ms", 2 * kFrameBudget, 30);
}

void benchComponents(std::mt19937& random)
{
    std::normal_distribution<float> normal;
    engine::FeatureMatrix rows(kPoints, 74);
    for (float& value : rows.values)
        value = normal(random);
    const bench::Stopwatch watch;
    const auto result = engine::principalComponents(rows);
    bench::printRow("space components", watch.milliseconds() + 0 * result.explained[0], "ms", 2000, 300);
}

}

int main(int argc, char** argv)
{
    qputenv("LIBGL_ALWAYS_SOFTWARE", "1");
    QApplication::setStyle(QStringLiteral("Fusion"));
    const QApplication application(argc, argv);
    QApplication::setPalette(widgets::paletteOf(widgets::darkTheme()));
    std::mt19937 random(1);
    const auto positions = points(random);

    const bench::Stopwatch watch;
    app::SpacePainter painter(QStringLiteral(PROGRAMS));
    widgets::SpaceView view;
    QObject::connect(&view, &widgets::SpaceView::pictureWanted, &painter, &app::SpacePainter::want);
    QObject::connect(&painter, &app::SpacePainter::painted, &view, &widgets::SpaceView::setPicture);
    QObject::connect(&painter, &app::SpacePainter::failed, [](const QString& message) {
        std::fprintf(stderr, "%s\n", qPrintable(message));
        std::_Exit(1);
    });
    painter.start();
    view.resize(340, 420);
    view.show();
    view.setPoints(positions, colours(random));
    if (!QTest::qWaitFor([&view] { return view.isComplete(); }, 60'000))
        return 1;
    bench::printRow("space first picture", watch.milliseconds(), "ms", 1500, 500);
    const std::vector<double> small = orbit(view, painter);
    bench::printRow("space frame 340 px p50", bench::percentile(small, 0.5), "ms", kFrameBudget, 16);
    bench::printRow("space frame 340 px p99", bench::percentile(small, 0.99), "ms", 2 * kFrameBudget, 30);
    view.resize(1000, 560);
    QApplication::processEvents();
    const std::vector<double> large = orbit(view, painter);
    bench::printRow("space frame 1000 px p50", bench::percentile(large, 0.5), "ms", kFrameBudget, 16);
    bench::printRow("space frame 1000 px p99", bench::percentile(large, 0.99), "ms", 2 * kFrameBudget, 30);
    if (!QTest::qWaitFor([&view] { return view.isComplete(); }, 60'000)) // nothing draws beside it
        return 1;
    benchPicking(view, positions);
    benchPanel(positions);
    view.hide();
    benchTensor(painter, random);
    benchComponents(random);
}
