#include "widgets/queue/work_list.h"

namespace widgets {

WorkList::WorkList(QWidget* parent) : QListView(parent), m_model(new WorkModel(this))
{
    setModel(m_model);
    setItemDelegate(new WorkDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
}

}
