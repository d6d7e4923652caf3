#pragma once

#include "engine/features/face/face_appearance.h"

#include <optional>
#include <vector>

namespace engine {

/// The people that were seen in a video so far. Private to engine/features/face.
class People {
public:
    /// A new face: which of those that are not in sight is it? Someone new where none is alike enough.
    /// @param box      where it is now. @param number  of the frame.
    /// @param inSight  people that are tracked at the moment.
    std::size_t recognise(const FaceAppearance& sight, const FaceBox& box, std::size_t number,
                          const std::vector<std::size_t>& inSight);

    /// The least distance of appearance from someone who is not in sight; 1 where there is none.
    float nearest(const FaceAppearance& sight, const std::vector<std::size_t>& inSight) const;

    /// The person out of sight who is clearly more like this sight than `person` is; `person` where there is
    /// none.
    std::size_t rather(std::size_t person, const FaceAppearance& sight,
                       const std::vector<std::size_t>& inSight) const;

    float distance(std::size_t person, const FaceAppearance& sight) const
    {
        return m_people[person].appearance.distance(sight);
    }

    /// When the person was last seen; nothing for someone new.
    std::optional<std::size_t> lastFrame(std::size_t person) const { return m_people[person].lastFrame; }

    /// A face that was confirmed.
    void saw(std::size_t person, const FaceAppearance& sight, const FaceBox& box, std::size_t number);
    /// Places from before a cut mean nothing.
    void cut();

private:
    struct Person {
        FaceAppearance appearance;
        std::optional<FaceBox> box; ///< where the person was last, since the last cut
        std::optional<std::size_t> lastFrame;
    };
    std::vector<Person> m_people;
};

}
