#include "ui/widgets/disclosure.h"

#include "ui/theme/colours.h"
#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/readingonly.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QPushButton>
#include <QStylePainter>
#include <QVBoxLayout>

namespace plimsoll {

namespace {

/// A chevron and the words, over the whole width.
class Heading final : public QPushButton
{
public:
    explicit Heading(const QString &words)
        : QPushButton(words)
    {
        setCheckable(true);
        setAutoDefault(false);
        setCursor(Qt::PointingHandCursor);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics metrics(strong());
        return {metrics.horizontalAdvance(text()) + metrics.height() + spacing::wide,
                metrics.height() + spacing::medium};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours &colours = coloursOf(palette());
        QStylePainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const int side = fontMetrics().height();
        const QRect arrow(spacing::small, (height() - side) / 2, side, side);
        paintChevron(painter, arrow, isChecked() ? Qt::DownArrow : Qt::RightArrow, colours.quietText);
        painter.setFont(strong());
        painter.setPen(colours.text);
        painter.drawText(rect().adjusted(arrow.right() + spacing::tight, 0, 0, 0),
                         Qt::AlignVCenter | Qt::AlignLeft, text());
        paintFocusRing(painter, *this);
    }

private:
    [[nodiscard]] QFont strong() const { return fontOf(TextKind::Strong, font()); }
};

}

Disclosure::Disclosure(const QString &heading, QWidget *parent)
    : QWidget(parent)
    , m_heading(new Heading(heading))
    , m_body(new QWidget)
    , m_content(new QVBoxLayout(m_body))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_content->setContentsMargins(spacing::medium, 0, spacing::medium, spacing::medium);
    m_content->setSpacing(spacing::tight);
    onlyReads(*m_heading);
    column->addWidget(m_heading);
    column->addWidget(m_body);
    m_body->hide();
    connect(m_heading, &QPushButton::toggled, m_body, &QWidget::setVisible);
    connect(m_heading, &QPushButton::clicked, this, &Disclosure::toggled);
}

bool Disclosure::isOpen() const
{
    return m_heading->isChecked();
}

void Disclosure::setOpen(bool open)
{
    m_heading->setChecked(open);
}

void Disclosure::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintRounded(painter, rect(), spacing::corner, coloursOf(palette()).chip, {});
}

}
