#include "ui/widgets/sizeintext.h"

#include <QEvent>
#include <QWidget>

namespace plimsoll {

namespace {

class SizeInText final : public QObject
{
public:
    SizeInText(QWidget &widget, Extent extent, int count)
        : QObject(&widget)
        , m_widget(widget)
        , m_extent(extent)
        , m_count(count)
    {
        widget.installEventFilter(this);
        fit();
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::FontChange)
            fit();
        return false;
    }

private:
    void fit()
    {
        const QFontMetrics metrics = m_widget.fontMetrics();
        if (m_extent == Extent::LeastWidth)
            m_widget.setMinimumWidth(metrics.averageCharWidth() * m_count);
        else if (m_extent == Extent::MostWidth)
            m_widget.setMaximumWidth(metrics.averageCharWidth() * m_count);
        else
            m_widget.setMinimumHeight(metrics.height() * m_count);
    }

    QWidget &m_widget;
    Extent m_extent;
    int m_count;
};

}

void setInText(QWidget &widget, Extent extent, int count)
{
    new SizeInText(widget, extent, count);
}

}
