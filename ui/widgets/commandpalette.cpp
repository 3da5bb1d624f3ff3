#include "ui/widgets/commandpalette.h"

#include "ui/theme/colours.h"
#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintext.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPointer>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr qsizetype mostHits = 40;

enum HitRole { DetailRole = Qt::UserRole + 1, KindRole, PageRole, TargetRole };

class HitDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, option.fontMetrics.height() + spacing::medium};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colours &colours = coloursOf(option.palette);
        if (option.state.testFlag(QStyle::State_Selected))
            paintRounded(*painter, option.rect, spacing::corner - 2, colours.selection, {});
        const QRect line = option.rect.adjusted(spacing::medium, 0, -spacing::medium, 0);
        const QString kind = index.data(KindRole).toString();
        const int kindWidth = option.fontMetrics.horizontalAdvance(kind) + spacing::medium;
        // An advance is rounded; a pixel less than the text needs would cut off its last word.
        const int titleWidth = std::min(option.fontMetrics.horizontalAdvance(index.data().toString()) + 1,
                                        line.width() - kindWidth);
        painter->setFont(option.font);
        painter->setPen(colours.text);
        painter->drawText(line, Qt::AlignVCenter,
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, titleWidth));
        painter->setPen(colours.quietText);
        const QRect rest = line.adjusted(titleWidth + spacing::medium, 0, -kindWidth, 0);
        painter->drawText(
            rest, Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data(DetailRole).toString(), Qt::ElideRight, rest.width()));
        painter->drawText(line, Qt::AlignVCenter | Qt::AlignRight, kind);
    }
};

}

CommandPalette::CommandPalette(QWidget *parent)
    : QFrame(parent)
    , m_words(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_nothing(new PlainLabel(tr("Nothing here is called that."), TextKind::Body, Emphasis::Quiet))
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Search everything"));
    m_words->setAccessibleName(tr("Search for"));
    m_words->setPlaceholderText(tr("Page, system, provision, person …"));
    m_words->setMaxLength(200);
    m_words->installEventFilter(this);
    m_list->setAccessibleName(tr("Search results"));
    m_list->setFrameShape(NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_list->setUniformItemSizes(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::medium, spacing::medium, spacing::medium, spacing::medium);
    column->addWidget(m_words);
    column->addWidget(m_nothing);
    column->addWidget(m_list);
    m_nothing->setContentsMargins(spacing::small, spacing::small, 0, 0);
    m_nothing->setObjectName(QStringLiteral("commandPalette/nothing"));
    connect(m_words, &QLineEdit::textChanged, this, &CommandPalette::ask);
    connect(m_words, &QLineEdit::returnPressed, this, &CommandPalette::goToCurrent);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::goToCurrent);
    hide();
}

void CommandPalette::setProviders(QList<SearchProvider> providers)
{
    m_providers = std::move(providers);
}

void CommandPalette::open()
{
    const QSize room = parentWidget()->size();
    const int width = std::min(room.width() - 2 * spacing::wide, fontMetrics().averageCharWidth() * 90);
    const int height = std::min(room.height() - 4 * spacing::wide, fontMetrics().height() * 22);
    setGeometry((room.width() - width) / 2, 2 * spacing::wide, width, height);
    if (!isVisible())
        m_cameFrom = window()->focusWidget();
    m_words->clear();
    ask({});
    raise();
    show();
    m_words->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::ask(const QString &words)
{
    const quint64 question = ++m_asked;
    m_hits = QList<QList<SearchHit>>(m_providers.size());
    m_answered = 0;
    m_nothing->hide();
    m_list->clear();
    for (qsizetype provider = 0; provider < m_providers.size(); ++provider) {
        const QPointer<CommandPalette> here(this);
        m_providers[provider](words.trimmed(), [here, question, provider](const QList<SearchHit> &hits) {
            if (here && here->m_asked == question)
                here->receive(provider, hits);
        });
    }
}

void CommandPalette::receive(qsizetype provider, const QList<SearchHit> &hits)
{
    m_hits[provider] = hits.first(std::min(hits.size(), mostHits));
    const int row = std::max(0, m_list->currentRow());
    m_list->clear();
    QList<Place> listed;
    for (const QList<SearchHit> &of : m_hits) {
        for (const SearchHit &hit : of) {
            if (listed.contains(hit.place))
                continue; // found twice over
            listed.append(hit.place);
            auto *item = new QListWidgetItem(shownInLine(hit.title), m_list);
            item->setData(DetailRole, shownInLine(hit.detail));
            item->setToolTip(
                asToolTip(hit.detail.isEmpty() ? hit.title : u"%1\n%2"_s.arg(hit.title, hit.detail)));
            item->setData(KindRole, hit.kind);
            item->setData(PageRole, hit.place.page);
            item->setData(TargetRole, hit.place.target);
        }
    }
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    m_nothing->setVisible(++m_answered == m_providers.size() && m_list->count() == 0);
}

void CommandPalette::goToCurrent()
{
    const auto *item = m_list->currentItem();
    if (!item)
        return;
    const Place place{item->data(PageRole).toString(), item->data(TargetRole).toString()};
    close();
    Q_EMIT chosen(place);
}

void CommandPalette::close()
{
    ++m_asked;
    hide();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && isVisible() && !m_words->hasFocus())
        close();
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const int last = m_list->count() - 1;
    switch (key->key()) {
    case Qt::Key_Escape:
        close();
        (m_cameFrom ? m_cameFrom.data() : parentWidget())->setFocus(Qt::ShortcutFocusReason);
        return true;
    case Qt::Key_Down:
        m_list->setCurrentRow(std::min(last, m_list->currentRow() + 1));
        return true;
    case Qt::Key_Up:
        m_list->setCurrentRow(std::max(0, m_list->currentRow() - 1));
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.page);
    paintRounded(painter, rect(), spacing::corner, colours.panel, colours.edge);
}

}
