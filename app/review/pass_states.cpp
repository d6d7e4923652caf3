#include "app/review/pass_states.h"

#include <algorithm>
#include <utility>

namespace app {

void PassStates::read(const engine::Annotation& annotation, const engine::ReviewPass& pass)
{
    m_states.assign(pass.places.size(), {});
    const auto tiers = engine::tiersCalled(annotation, pass.layer.of);
    for (std::size_t place = 0; place < m_states.size(); ++place) {
        const auto tier = tiers.find(pass.places[place].video);
        readAt(annotation, pass, place, tier == tiers.end() ? nullptr : tier->second);
    }
}

bool PassStates::readAt(const engine::Annotation& annotation, const engine::ReviewPass& pass,
                        std::size_t place)
{
    return readAt(annotation, pass, place,
                  engine::tierCalled(annotation, pass.places[place].video, pass.layer.of));
}

bool PassStates::readAt(const engine::Annotation& annotation, const engine::ReviewPass& pass,
                        std::size_t place, const engine::Tier* judged)
{
    const engine::SegmentId segment = segmentAt(annotation, pass.places[place], judged);
    const engine::Segment* answer = segment == 0
        ? nullptr
        : engine::judgement(annotation, segment, layerAt(pass, pass.places[place]).name);
    State now{isPlaceDone(annotation, pass, pass.places[place], judged),
              answer ? std::optional(*answer) : std::nullopt};
    State& known = m_states[place];
    const bool isOther = known.judgement != now.judgement;
    known = std::move(now);
    return isOther;
}

std::optional<std::size_t> PassStates::readVideo(const engine::Annotation& annotation,
                                                 const engine::ReviewPass& pass, const std::string& video)
{
    std::optional<std::size_t> changed;
    for (std::size_t place = 0; place < m_states.size(); ++place) {
        if (pass.places[place].video == video && readAt(annotation, pass, place) && !changed)
            changed = place;
    }
    return changed;
}

std::size_t PassStates::done() const
{
    return static_cast<std::size_t>(std::ranges::count_if(m_states, &State::isDone));
}

std::optional<std::size_t> PassStates::nextToDo(std::size_t from) const
{
    for (std::size_t step = 0; step < m_states.size(); ++step) {
        const std::size_t place = (from + step) % m_states.size();
        if (!m_states[place].isDone)
            return place;
    }
    return std::nullopt;
}

bool PassStates::isToBeDone(const engine::ReviewPass& pass, const std::string& video) const
{
    bool isInPass = false;
    for (std::size_t place = 0; place < m_states.size(); ++place) {
        if (pass.places[place].video != video)
            continue;
        isInPass = true;
        if (!m_states[place].isDone)
            return true;
    }
    return !isInPass;
}

std::vector<std::size_t> PassStates::ordered(const std::vector<std::size_t>& rest,
                                             std::optional<std::size_t> inHand) const
{
    std::vector<std::size_t> places; // as they are to be
    std::vector<bool> isTaken(m_states.size(), false);
    const auto take = [&](std::size_t place) {
        if (place < isTaken.size() && !isTaken[place]) {
            isTaken[place] = true;
            places.push_back(place);
        }
    };
    for (std::size_t place = 0; place < m_states.size(); ++place) {
        if (m_states[place].isDone && place != inHand)
            take(place);
    }
    if (inHand)
        take(*inHand);
    std::ranges::for_each(rest, take);
    for (std::size_t place = 0; place < m_states.size(); ++place)
        take(place);
    return places;
}

void PassStates::reorder(engine::ReviewPass& pass, const std::vector<std::size_t>& order)
{
    std::vector<engine::ReviewPass::Place> places;
    std::vector<State> states;
    for (const std::size_t place : order) {
        places.push_back(std::move(pass.places[place]));
        states.push_back(std::move(m_states[place]));
    }
    pass.places = std::move(places);
    m_states = std::move(states);
}

}
