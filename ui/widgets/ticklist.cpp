#include "ui/widgets/ticklist.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/plaindelegate.h"
#include "ui/widgets/readingonly.h"

#include <QEvent>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int mostRows = 6;
constexpr int fewestRows = 2;

/// Takes the whole line for the box: the words are what people aim at.
class TickDelegate final : public PlainDelegate
{
public:
    using PlainDelegate::PlainDelegate;

    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override
    {
        if (event->type() != QEvent::MouseButtonRelease)
            return event->type() == QEvent::KeyPress &&
                   PlainDelegate::editorEvent(event, model, option, index);
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() != Qt::LeftButton || !option.rect.contains(mouse->position().toPoint()))
            return false;
        const bool isTicked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        return model->setData(index, isTicked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    }
};

}

TickList::TickList(const QString &key, const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_model(new TickListModel(this))
    , m_find(new QLineEdit)
    , m_list(new QListView)
{
    m_find->setObjectName(key + u"/find"_s);
    m_find->setAccessibleName(tr("Find in: %1").arg(accessibleName));
    m_find->setPlaceholderText(tr("Find"));
    m_find->setClearButtonEnabled(true);
    onlyReads(*m_find);
    m_list->setObjectName(key + u"/list"_s);
    m_list->setAccessibleName(accessibleName);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new TickDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setTabKeyNavigation(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_find, &QLineEdit::textChanged, m_model, &TickListModel::setFilter);
    connect(m_model, &QAbstractItemModel::modelReset, this, &TickList::fit);
    setFocusProxy(m_list);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::tight);
    column->addWidget(m_find);
    column->addWidget(m_list);
    fit();
}

void TickList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

void TickList::fit()
{
    const int things = int(m_model->things().size());
    const int rows = std::clamp(things, fewestRows, mostRows);
    m_find->setVisible(things > mostRows);
    m_list->setFixedHeight(rows * (m_list->fontMetrics().height() + spacing::medium) +
                           2 * m_list->frameWidth());
}

}
