#include "app/features/feature_reader.h"

#include "app/document/document.h"
#include "app/tasks/tasks.h"
#include "engine/core/installation.h"

#include <algorithm>

namespace app {

FeatureReader::FeatureReader(Document& document, Tasks& tasks, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_making(tasks)
{
    connect(&document, &Document::videoChanged, this, &FeatureReader::showVideo);
}

void FeatureReader::want(const std::shared_ptr<engine::TiledFeatures>& features,
                         const std::vector<engine::TileKey>& tiles)
{
    std::erase_if(m_wishes, [&](const Wish& wish) { return wish.features == features; });
    m_wishes.push_back({features, tiles});
    const bool isStale = m_reading && m_reading->features == features
        && std::find(tiles.begin(), tiles.end(), m_reading->key) == tiles.end();
    if (isStale)
        m_readingTile.stop();
    startNext();
}

void FeatureReader::startNext()
{
    if (m_reading)
        return;
    while (!m_wishes.empty() && m_wishes.back().tiles.empty())
        m_wishes.pop_back();
    if (m_wishes.empty())
        return;
    Wish& wish = m_wishes.back();
    m_reading = Reading{wish.features, wish.tiles.front()};
    wish.tiles.erase(wish.tiles.begin());
    m_readingTile.start(
        QString(),
        [source = m_reading->features->source(), key = m_reading->key](const TaskRun& run) {
            try {
                return Read{source.read(key, run), {}};
            } catch (const engine::Cancelled&) {
                throw;
            } catch (const std::exception& error) { // it stays empty, else it would be asked for for ever
                const engine::TileGrid grid
                    = engine::TileGrid::of(source.rows->rows(), source.rows->dimensions());
                return Read{engine::emptyTile(grid, false), QString::fromUtf8(error.what())};
            }
        },
        [this](Outcome<Read> end) { take(std::move(end)); });
}

void FeatureReader::take(Outcome<Read> end)
{
    const Reading done = *std::exchange(m_reading, std::nullopt);
    if (auto* read = std::get_if<Read>(&end)) {
        if (!read->error.isEmpty() && !m_told.contains(read->error)) {
            m_told.insert(read->error);
            emit failed(read->error);
        }
        done.features->insert(done.key, std::move(read->tile));
        emit arrived(done.features.get());
    }
    startNext();
}

/// A video's overviews are made one after the other; those of a video that is left are given up.
void FeatureReader::showVideo()
{
    m_wishes.clear();
    std::vector<std::shared_ptr<engine::TiledFeatures>> lacking;
    if (m_document.hasVideo()) {
        for (const FeatureSeries& series : m_document.video().features) {
            if (series.tiled && !series.tiled->source().coarse)
                lacking.push_back(series.tiled);
        }
    }
    if (lacking.empty() && !m_makesOverviews)
        return;
    m_makesOverviews = !lacking.empty();
    using Made = std::vector<std::shared_ptr<const engine::TileFile>>;
    std::vector<engine::TileSource> sources;
    sources.reserve(lacking.size());
    for (const auto& features : lacking)
        sources.push_back(features->source());
    m_making.start(
        tr("Overview of large features"),
        [sources](const engine::RunContext& run) {
            Made made;
            for (std::size_t i = 0; i < sources.size(); ++i) {
                engine::RunContext part = run;
                part.progress = [&](double fraction) {
                    run.progress((static_cast<double>(i) + fraction) / static_cast<double>(sources.size()));
                };
                made.push_back(
                    engine::buildTiles(*sources[i].rows, sources[i].ranges, engine::cacheFolder(), part));
            }
            return made;
        },
        [this, lacking](const Made& made) {
            for (std::size_t i = 0; i < made.size(); ++i) {
                if (!made[i])
                    continue;
                lacking[i]->setCoarse(made[i]);
                emit arrived(lacking[i].get());
            }
        });
}

}
