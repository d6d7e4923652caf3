#include "app/dataset_view/room_slices.h"

#include "app/document/document.h"
#include "engine/core/json_text.h"
#include "engine/numbers/false_discovery.h"
#include "widgets/dataset/dataset_view.h"

#include <QLocale>

#include <nlohmann/json.hpp>
#include <utility>

namespace app {

namespace {

constexpr auto kSliceItems = "dataset_view"; // what the project keeps of this view
constexpr auto kSliceName = "slices";

}

RoomSlices::RoomSlices(Document& document, Tasks& tasks, widgets::DatasetView& view, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_view(view)
    , m_content(std::make_shared<widgets::DatasetContent>())
    , m_making(tasks)
{
    connect(&view, &widgets::DatasetView::sliceWished, this, [this](const QString& search) {
        if (!m_searches.contains(search))
            m_searches << search;
        m_isAdding = true;
        noteSearches();
        makeAgain();
    });
    connect(&view, &widgets::DatasetView::foldChanged, this, &RoomSlices::makeAgain);
    connect(&view, &widgets::DatasetView::sliceRemovalWished, this, [this](const QString& search) {
        m_searches.removeAll(search);
        noteSearches();
        makeAgain();
    });
}

void RoomSlices::readSearches()
{
    const engine::Item* item = m_document.annotation().item(kSliceItems, kSliceName);
    const nlohmann::json searches
        = item ? nlohmann::json::parse(item->json, nullptr, false) : nlohmann::json();
    m_searches.clear();
    for (const nlohmann::json& search : searches.is_array() ? searches : nlohmann::json::array()) {
        if (search.is_string())
            m_searches << QString::fromStdString(search.get<std::string>());
    }
}

void RoomSlices::make(const widgets::DatasetContentPtr& content, const SegmentFactsPtr& facts)
{
    m_content = content;
    m_facts = facts;
    makeAgain();
}

void RoomSlices::makeAgain()
{
    if (m_content->points.empty())
        return m_making.abandon();
    m_making.start(
        tr("Looking at slices"),
        [content = m_content, facts = m_facts, searches = m_searches, fold = m_view.fold()](
            const engine::RunContext& run) { return datasetSlices(*content, *facts, searches, fold, run); },
        [this](DatasetSlices made) {
            const QString beyond = made.beyondChance == 0
                ? tr("none worse beyond chance")
                : tr("* %n worse beyond chance", nullptr, made.beyondChance);
            m_view.setSlices(std::move(made.slices), made.allError,
                             (m_content->areClasses()
                                  ? tr("worst first · dashed: all, %1 wrong · %2 (BH 5 %)")
                                  : tr("worst first · dashed: all, MAE %1 · %2 (BH 5 %)"))
                                 .arg(QLocale().toString(made.allError, 'f', 2), beyond));
            if (std::exchange(m_isAdding, false) && !made.problem.isEmpty()) { // older ones may lie elsewhere
                m_searches.removeLast();
                noteSearches();
                m_view.setSliceProblem(made.problem);
            }
        });
}

void RoomSlices::noteSearches()
{
    nlohmann::json searches = nlohmann::json::array();
    for (const QString& search : m_searches)
        searches.push_back(search.toStdString());
    m_document.note(engine::Item{kSliceItems, kSliceName, engine::jsonText(searches)});
}

}
