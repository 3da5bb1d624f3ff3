#include "ui/widgets/pictureview.h"

#include "ui/theme/colours.h"

#include <QPainter>

#include <algorithm>

namespace plimsoll {

PictureView::PictureView(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PictureView::setPicture(const QImage &picture)
{
    m_picture = picture;
    updateGeometry();
    update();
}

QSize PictureView::sizeWithin(int width) const
{
    // A hairline around it on both sides.
    const int room = std::max(1, std::min(width - 2, m_picture.width()));
    return m_picture.isNull() ? QSize() : m_picture.size().scaled(room, QWIDGETSIZE_MAX, Qt::KeepAspectRatio);
}

int PictureView::heightForWidth(int width) const
{
    return sizeWithin(width).height() + 2;
}

QSize PictureView::sizeHint() const
{
    constexpr int usual = 360;
    return {usual, heightForWidth(usual)};
}

void PictureView::paintEvent(QPaintEvent *)
{
    if (m_picture.isNull())
        return;
    const QSize size = sizeWithin(width());
    const QRect place(QPoint((width() - size.width()) / 2, 1), size);
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, m_picture);
    painter.setPen(coloursOf(palette()).line);
    painter.drawRect(place.adjusted(-1, -1, 0, 0));
}

}
