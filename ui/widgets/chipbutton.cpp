#include "ui/widgets/chipbutton.h"

#include "ui/theme/colours.h"
#include "ui/theme/painting.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/readingonly.h"

#include <QHBoxLayout>
#include <QPainter>

namespace plimsoll {

namespace {

constexpr int ring = 2; ///< pixels around the chip for the sign that it has the keyboard

}

ChipButton::ChipButton(const QString &leadsTo, QWidget *parent)
    : QAbstractButton(parent)
    , m_chip(new Chip({}))
{
    onlyReads(*this);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setToolTip(asToolTip(leadsTo));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_chip->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *around = new QHBoxLayout(this);
    around->setContentsMargins(ring, ring, ring, ring);
    around->addWidget(m_chip);
}

void ChipButton::setWords(const QString &words)
{
    m_chip->setText(words);
    setAccessibleName(words);
    updateGeometry();
}

QSize ChipButton::sizeHint() const
{
    return m_chip->sizeHint() + QSize(2 * ring, 2 * ring);
}

void ChipButton::paintEvent(QPaintEvent *)
{
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFocusRing(painter, rect(), spacing::corner + ring, coloursOf(palette()).accent);
}

}
