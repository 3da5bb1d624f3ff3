#include "tests/bench/windowatwork.h"

#include "core/workspace/workspace.h"
#include "ui/pages/pagelist.h"

#include <QEventLoop>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace plimsoll::bench {

namespace {

constexpr qint64 patience = 120'000; // milliseconds
constexpr int quiet = 60;            // milliseconds without a job, after which a page has settled

/// Remembers when a widget, or one within it, was painted.
class PaintWatch final : public QObject
{
public:
    explicit PaintWatch(QWidget &widget)
        : m_widget(widget)
    {
        qApp->installEventFilter(this);
        m_timer.start();
    }
    [[nodiscard]] std::optional<double> first() const { return m_first; }
    [[nodiscard]] double last() const { return m_last; }
    [[nodiscard]] double now() const { return double(m_timer.nsecsElapsed()) / 1e6; }
    void forget() { m_first.reset(); }

    bool eventFilter(QObject *object, QEvent *event) override
    {
        // The request to bring the window up to date ends when all within it is painted.
        if (event->type() == QEvent::Paint && object->isWidgetType()) {
            const auto *painted = static_cast<QWidget *>(object);
            if (painted == &m_widget || m_widget.isAncestorOf(painted))
                QTimer::singleShot(0, this, &PaintWatch::note);
        }
        return false;
    }

private:
    void note()
    {
        m_last = now();
        if (!m_first)
            m_first = m_last;
    }

    QWidget &m_widget;
    QElapsedTimer m_timer;
    std::optional<double> m_first;
    double m_last = 0;
};

}

WindowAtWork::WindowAtWork(const Clock &clock)
    : m_theme(*qApp)
    , m_window(m_theme, m_jobs)
    , m_session(m_window, m_jobs, clock, workspacePages)
{
    m_theme.setAppearance(Appearance::Light);
    QApplication::setCursorFlashTime(0); // a blinking cursor would count as something new in sight
    m_window.resize(1280, 840);
    m_window.show();
}

Done WindowAtWork::open(const QString &folder)
{
    m_session.open(folder);
    settle();
    if (!m_session.workspace())
        return refuse(ErrorCode::Storage, u"The window did not open %1."_s.arg(folder));
    return {};
}

Seen WindowAtWork::go(const Place &place)
{
    return watch([this, place] { m_window.go(place); });
}

Seen WindowAtWork::goToNewOverview()
{
    m_window.setPages({});
    settle();
    return watch([this] { m_window.setPages(workspacePages(workspace(), m_jobs)); });
}

Seen WindowAtWork::watch(const std::function<void()> &act)
{
    PaintWatch paint(m_window);
    double begun = 0;
    double acted = 0;
    perform([&] {
        begun = paint.now();
        act();
        acted = paint.now();
        paint.forget();
    });
    const double first = paint.first().value_or(acted);
    return {first - begun, std::max(first, paint.last()) - begun};
}

std::optional<double> WindowAtWork::type(QChar letter, QLineEdit &field, QWidget &view)
{
    constexpr double longestWait = 1000; // milliseconds
    PaintWatch paint(view);
    double begun = 0;
    perform([&] {
        begun = paint.now();
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
        QCoreApplication::sendEvent(&field, &press);
        paint.forget();
    });
    while (!paint.first() && paint.now() < longestWait)
        turnOnce(quiet);
    return paint.first() ? std::optional(*paint.first() - begun) : std::nullopt;
}

void WindowAtWork::perform(const std::function<void()> &act)
{
    QTimer::singleShot(0, &m_window, act);
    settle();
}

void WindowAtWork::turnOnce(int milliseconds)
{
    QEventLoop loop; // and not the application's own: leaving that one closes every window
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

void WindowAtWork::settle()
{
    QElapsedTimer timer;
    timer.start();
    // A quiet round more than needed: what a job brought has to be laid out as well.
    for (int round = 0; round < 2 && timer.elapsed() < patience; ++round) {
        turnOnce(quiet);
        if (!m_jobs.running().isEmpty())
            round = -1;
    }
}

}
