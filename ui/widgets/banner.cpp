#include "ui/widgets/banner.h"

#include "ui/theme/colours.h"
#include "ui/theme/painting.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/readingonly.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QPainter>

#include <algorithm>
#include <chrono>

namespace plimsoll {

namespace {

constexpr std::chrono::milliseconds leastShown{4000}; ///< of a refusal

QString wordOf(BannerKind kind)
{
    switch (kind) {
    case BannerKind::Error:
        return Banner::tr("Not done");
    case BannerKind::Notice:
        return Banner::tr("Note");
    case BannerKind::Information:
        return Banner::tr("Information");
    }
    return {};
}

}

Banner::Banner(QWidget *parent)
    : QWidget(parent)
    , m_sentence((new PlainLabel)->wrapped())
    , m_action(button({}, ButtonKind::Plain, this))
    , m_close(button(tr("Dismiss"), ButtonKind::Quiet, this))
{
    onlyReads(*this);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::large + spacing::tight, spacing::small, spacing::small, spacing::small);
    row->setSpacing(spacing::small);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    connect(m_action, &QPushButton::clicked, this, &Banner::acted);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    m_outdated.setSingleShot(true);
    connect(&m_outdated, &QTimer::timeout, this, &QWidget::hide);
    hide();
}

void Banner::say(BannerKind kind, const QString &sentence, const QString &action)
{
    m_kind = kind;
    m_isRefusal = false;
    m_outdated.stop();
    m_said.start();
    m_sentence->setPlainText(sentence);
    m_sentence->setToolTip({});
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(tr("%1: %2").arg(wordOf(kind), shown(sentence)));
    update();
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Banner::say(const Error &error, const QString &action)
{
    say(BannerKind::Error, error.message, action);
    m_sentence->setToolTip(asToolTip(error.detail));
    m_isRefusal = true;
}

void Banner::noteSaved()
{
    if (m_isRefusal && m_action->text().isEmpty() && !m_outdated.isActive())
        m_outdated.start(std::max(std::chrono::milliseconds::zero(),
                                  leastShown - std::chrono::milliseconds(m_said.elapsed())));
}

void Banner::noteVisit()
{
    if (m_isRefusal && m_action->text().isEmpty())
        hide();
}

void Banner::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void Banner::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        Q_EMIT ended();
}

void Banner::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    const bool error = m_kind == BannerKind::Error;
    const bool notice = m_kind == BannerKind::Notice;
    const QColor ink = error ? colours.notMet : notice ? colours.partly : colours.accent;
    QPainter painter(this);
    const QColor ground = error ? colours.errorGround : notice ? colours.noticeGround : colours.selection;
    paintRounded(painter, rect(), spacing::corner, ground, blended(ground, ink, 0.45));
    paintRounded(painter, QRectF(spacing::small, spacing::small, 4, height() - 2 * spacing::small), 2, ink,
                 {});
}

}
