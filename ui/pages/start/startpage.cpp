#include "ui/pages/start/startpage.h"

#include "core/report/charts.h"
#include "ui/theme/colours.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/sizeintext.h"

#include <QDir>
#include <QFileInfo>
#include <QPainter>
#include <QVBoxLayout>

namespace plimsoll {

namespace {

/// Plimsoll's mark, as the charts paint it.
class LoadLine final : public QWidget
{
public:
    LoadLine() { setFixedSize(56, 56); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintLoadLine(painter, rect(), coloursOf(palette()).accent);
    }
};

struct Step
{
    QString words;
    ButtonKind kind;
    void (StartPage::*signal)();
};

struct Door
{
    QString heading;
    QString words;
    QList<Step> steps;
};

}

StartPage::StartPage(const QStringList &recent, Sample sample, QWidget *parent)
    : Page(tr("Start"), parent)
{
    auto *middle = new QWidget;
    setInText(*middle, Extent::MostWidth, 150);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::small);
    column->addWidget(new LoadLine, 0, Qt::AlignLeft);
    column->addSpacing(spacing::small);
    column->addWidget((new PlainLabel(tr("Where do you want to begin?"), TextKind::Title))->wrapped());
    column->addWidget(
        (new PlainLabel(tr("Plimsoll keeps everything about your AI systems in one folder on this computer, "
                           "a workspace. Nothing is sent anywhere."),
                        TextKind::Body, Emphasis::Quiet))
            ->wrapped());
    column->addSpacing(spacing::small);
    column->addWidget(doors(sample));
    if (!recent.isEmpty()) {
        column->addSpacing(spacing::tight);
        column->addWidget(recentOnes(recent));
    }
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(middle, 20);
    row->addStretch(1);
    content()->addStretch(1);
    content()->addLayout(row);
    content()->addStretch(2);
}

QWidget *StartPage::doors(Sample sample)
{
    QList<Door> all{{tr("New workspace"),
                     tr("Say who you are, then record the first AI system. Takes two minutes."),
                     {{tr("Make a &new workspace"), ButtonKind::Primary, &StartPage::newWorkspaceAsked}}},
                    {tr("Open"),
                     tr("Go on where you or a colleague left off, in a folder that ends in .plimsoll. Or "
                        "check and read an "
                        "audit package that you were sent."),
                     {{tr("&Open a folder …"), ButtonKind::Plain, &StartPage::openAsked},
                      {tr("Read a &package …"), ButtonKind::Plain, &StartPage::openPackageAsked}}}};
    if (sample == Sample::Here)
        all.append({tr("Look around"),
                    tr("A bank with three AI systems, answered and evidenced, made up for teaching."),
                    {{tr("See the &sample"), ButtonKind::Plain, &StartPage::sampleAsked}}});
    auto *row = new QWidget;
    auto *line = new CellGrid(30); // two lines of them at large fonts
    row->setLayout(line);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(spacing::medium);
    for (const Door &door : all) {
        auto *panel = new Panel(door.heading);
        panel->content()->addWidget((new PlainLabel(door.words))->wrapped());
        panel->content()->addStretch(1);
        auto *steps = new FlowLayout;
        for (const Step &each : door.steps) {
            auto *step = button(each.words, each.kind);
            connect(step, &QPushButton::clicked, this, each.signal);
            steps->addWidget(step);
            if (each.kind == ButtonKind::Primary)
                setFocusProxy(step);
        }
        panel->content()->addLayout(steps);
        line->addWidget(panel);
    }
    return row;
}

QWidget *StartPage::recentOnes(const QStringList &recent)
{
    auto *panel = new Panel(tr("Opened before"));
    for (const QString &folder : recent) {
        const QFileInfo info(folder);
        auto *line = new QHBoxLayout;
        auto *open = button(asCaption(info.completeBaseName()), ButtonKind::Quiet);
        open->setAccessibleName(tr("Open %1").arg(shown(info.completeBaseName())));
        open->setToolTip(asToolTip(QDir::toNativeSeparators(folder)));
        connect(open, &QPushButton::clicked, this, [this, folder] { Q_EMIT recentChosen(folder); });
        line->addWidget(open);
        line->addWidget(
            (new PlainLabel(QDir::toNativeSeparators(info.path()), TextKind::Small, Emphasis::Quiet))
                ->wrapped(),
            1);
        panel->content()->addLayout(line);
    }
    return panel;
}

}
