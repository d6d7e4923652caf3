#pragma once

#include "app/completion/completion_words.h"
#include "widgets/queue/work_list.h"

#include <optional>
#include <vector>

namespace app {

/// The suggestions of a draft as a list, with time, value and how sure each is.
class DraftList : public widgets::WorkList {
    Q_OBJECT
public:
    using WorkList::WorkList;

    /// The suggestion that was current stays so; where it is gone, the one that stands in its place now.
    /// Never emits. @param rows  of the draft, in the order of the list
    void setDraft(const engine::Tier& tier, const engine::CompletionDraft& draft,
                  std::vector<std::size_t> rows);
    void clear(); ///< never emits

    std::optional<std::size_t> current() const; ///< row of the draft
    bool setCurrent(std::size_t row); ///< @return whether the row of the draft is listed
    void walk(int step); ///< down, or up below 0; stays at the ends

signals:
    void currentMoved(); ///< by a person, or by walk() and setCurrent()

protected:
    void currentChanged(const QModelIndex& now, const QModelIndex& before) override;

private:
    std::vector<std::size_t> m_drafted; ///< rows of the draft, as they are listed
    bool m_isFilling = false;
};

}
