#include "engine/features/face/people.h"

#include <algorithm>

namespace engine {

namespace {

constexpr float kAlike = 0.22F; ///< distances of appearance below this are of one person
constexpr float kSamePlace = 0.1F; ///< that much nearer is who was here a moment ago
constexpr float kClearlyOther = 0.08F;
constexpr std::size_t kMoment = 50; ///< frames

}

std::size_t People::recognise(const FaceAppearance& sight, const FaceBox& box, std::size_t number,
                              const std::vector<std::size_t>& inSight)
{
    std::size_t best = m_people.size();
    float nearest = kAlike;
    for (std::size_t i = 0; i < m_people.size(); ++i) {
        if (std::find(inSight.begin(), inSight.end(), i) != inSight.end())
            continue;
        const Person& person = m_people[i];
        float distance = person.appearance.distance(sight);
        if (person.box && number - *person.lastFrame <= kMoment && person.box->overlap(box) > 0.2F)
            distance -= kSamePlace;
        if (distance < nearest) {
            nearest = distance;
            best = i;
        }
    }
    if (best == m_people.size())
        m_people.emplace_back();
    return best;
}

float People::nearest(const FaceAppearance& sight, const std::vector<std::size_t>& inSight) const
{
    float least = 1.0F;
    for (std::size_t i = 0; i < m_people.size(); ++i) {
        if (std::find(inSight.begin(), inSight.end(), i) == inSight.end())
            least = std::min(least, m_people[i].appearance.distance(sight));
    }
    return least;
}

std::size_t People::rather(std::size_t person, const FaceAppearance& sight,
                           const std::vector<std::size_t>& inSight) const
{
    std::size_t best = person;
    float least = m_people[person].appearance.distance(sight) - kClearlyOther;
    for (std::size_t i = 0; i < m_people.size(); ++i) {
        if (std::find(inSight.begin(), inSight.end(), i) != inSight.end())
            continue;
        if (const float distance = m_people[i].appearance.distance(sight);
            distance < least && distance < kAlike) {
            least = distance;
            best = i;
        }
    }
    return best;
}

void People::saw(std::size_t person, const FaceAppearance& sight, const FaceBox& box, std::size_t number)
{
    m_people[person].appearance.add(sight);
    m_people[person].box = box;
    m_people[person].lastFrame = number;
}

void People::cut()
{
    for (Person& person : m_people)
        person.box.reset();
}

}
