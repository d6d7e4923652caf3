#pragma once

#include "app/completion/completion_words.h"

#include <QTreeWidget>

#include <optional>
#include <vector>

namespace app {

/// The suggestions of a draft as a list, with time, value and how sure each is.
class DraftList : public QTreeWidget {
    Q_OBJECT
public:
    explicit DraftList(QWidget* parent = nullptr);

    /// The suggestion that was current stays so; where it is gone, the one that stands in its place now.
    /// Never emits. @param rows  of the draft, in the order of the list
    void setRows(const engine::Tier& tier, const engine::CompletionDraft& draft,
                 std::vector<std::size_t> rows);
    void clearRows(); ///< never emits

    std::optional<std::size_t> currentRow() const; ///< of the draft
    bool setCurrentRow(std::size_t row); ///< @return whether the row is listed
    void walk(int step); ///< down, or up below 0; stays at the ends

private:
    std::vector<std::size_t> m_rows; ///< of the draft, as they are listed
};

}
