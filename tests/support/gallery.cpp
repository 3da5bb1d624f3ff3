#include "tests/support/gallery.h"

#include "ui/models/recordmodel.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/answerbuttons.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/emptyhint.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/phasestrip.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tabrow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QProgressBar>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Piece
{
    QString title;
    QString covers;
    QDate validUntil;
    StatusMark state = StatusMark::Met;
    int uses = 0;
};

RecordModel<Piece> *evidence(QObject *parent)
{
    auto *model = new RecordModel<Piece>(
        [](const Piece &piece) { return piece.title; },
        {Column<Piece>(u"Title"_s, [](const Piece &piece) { return piece.title; }),
         Column<Piece>(u"Covers"_s, [](const Piece &piece) { return piece.covers; }),
         Column<Piece>(u"Valid until"_s, [](const Piece &piece) { return piece.validUntil; }),
         Column<Piece>(u"State"_s, [](const Piece &piece) { return statusWord(piece.state); })
             .marked([](const Piece &piece) { return int(piece.state); }),
         Column<Piece>(u"Uses"_s, [](const Piece &piece) { return piece.uses; }).alignedRight()},
        parent);
    model->setRows(
        {{u"Justification of base-classifier"_s, u"2026-11"_s, {2027, 11, 12}, StatusMark::PartlyMet, 1},
         {u"Red team report Q3"_s, u"2026-07 to 2026-09"_s, {2026, 12, 15}, StatusMark::Met, 12},
         {u"<b>Supplier</b> questionnaire \u202egpj.exe"_s,
          u"2026-10"_s,
          {2027, 10, 1},
          StatusMark::NotMet,
          3},
         {u"Training register"_s, u"2026"_s, {}, StatusMark::ReliedUpon, 140},
         {u"Deletion record"_s, u"2026"_s, {}, StatusMark::Waiting, 2}});
    return model;
}

QLayout *headOfPage()
{
    auto *row = new FlowLayout;
    row->addWidget(new PlainLabel(u"Fraud scoring 2.1"_s, TextKind::Title));
    row->addWidget(new Chip(u"Developer: Nordbank"_s, ChipKind::Ours));
    row->addWidget(new Chip(u"System Operator: Nordbank"_s, ChipKind::Ours));
    row->addWidget(new Chip(u"Custodian: Data Office"_s));
    auto *overdue = new Chip(u"4 overdue"_s);
    overdue->setMark(StatusMark::NotMet);
    row->addWidget(overdue);
    row->addWidget(button(u"Export package…"_s, ButtonKind::Primary));
    return row;
}

QWidget *card()
{
    auto *panel = new Panel;
    auto *head = new FlowLayout;
    head->addWidget(new PlainLabel(u"5.2.3-2"_s, TextKind::Subtitle));
    head->addWidget(new Chip(u"SHALL"_s, ChipKind::Strong));
    head->addWidget(new Chip(u"System Operator"_s));
    panel->content()->addLayout(head);
    panel->content()->addWidget(
        (new PlainLabel(u"The choice of poorly documented parts is justified in writing."_s, TextKind::Body))
            ->wrapped());
    panel->content()->addWidget(
        (new PlainLabel(u"Applies: Nordbank is System Operator, and the inventory holds "
                        "“base-classifier 3.4” with documentation marked poor."_s,
                        TextKind::Small, Emphasis::Quiet))
            ->wrapped());
    auto *answers = new AnswerButtons;
    answers->setAnswer(StatusMark::PartlyMet);
    answers->listenWithin({panel});
    panel->content()->addWidget(answers);
    panel->content()->addWidget(new PlainLabel(u"Rationale"_s, TextKind::Strong));
    auto *rationale = new PlainTextEdit(u"Rationale"_s);
    rationale->setText(
        u"Vendor gives a model card without training data. Justification drafted with Procurement."_s);
    panel->content()->addWidget(rationale);
    auto *row = new FlowLayout;
    auto *owner = new QComboBox;
    owner->setAccessibleName(u"Owner"_s);
    owner->addItems({u"Jo Lee (Engineering)"_s, u"Ana Ruiz (Risk)"_s});
    auto *due = new DateField(u"Due"_s);
    due->setDate(QDate(2026, 12, 1));
    auto *days = new QSpinBox;
    days->setAccessibleName(u"Days"_s);
    row->addWidget(new PlainLabel(u"Owner"_s, TextKind::Strong));
    row->addWidget(owner);
    row->addWidget(new PlainLabel(u"Due"_s, TextKind::Strong));
    row->addWidget(due);
    row->addWidget(days);
    row->addWidget(new StatusLabel(StatusMark::Waiting, u"waits: decommission"_s));
    panel->content()->addLayout(row);
    auto *more = new FlowLayout;
    auto *check = new QCheckBox(u"Carried over"_s);
    check->setChecked(true);
    more->addWidget(check);
    more->addWidget(new QCheckBox(u"Only open"_s));
    auto *radio = new QRadioButton(u"Shall"_s);
    radio->setChecked(true);
    more->addWidget(radio);
    more->addWidget(new QRadioButton(u"Should"_s));
    more->addWidget(button(u"Open"_s, ButtonKind::Quiet));
    auto *off = button(u"Not now"_s);
    off->setEnabled(false);
    more->addWidget(off);
    auto *bar = new QProgressBar;
    bar->setAccessibleName(u"Progress"_s);
    bar->setValue(62);
    more->addWidget(bar);
    panel->content()->addLayout(more);
    panel->content()->addStretch(1);
    return panel;
}

}

QWidget *makeGallery(QWidget *parent)
{
    auto *page = new ScrollPane(u"Gallery"_s, parent);
    auto *column = page->column();
    column->addLayout(headOfPage());
    auto *tabs = new TabRow(u"Parts of the system"_s);
    for (const auto &tab :
         {u"Profile"_s, u"Responsibilities"_s, u"Inventory"_s, u"Checklist"_s, u"Evidence"_s})
        tabs->addKey(tab, tab);
    tabs->setCurrentKey(u"Checklist"_s);
    column->addWidget(tabs);
    auto *strip = new PhaseStrip;
    strip->setPhases({{u"design"_s, u"Design"_s, {18, 18}, {7, 8}, {}},
                      {u"development"_s, u"Development"_s, {14, 22}, {6, 9}, {}},
                      {u"deployment"_s, u"Deployment"_s, {1, 4}, {0, 1}, {}},
                      {u"maintenance"_s, u"Maintenance"_s, {0, 3}, {0, 5}, {}},
                      {u"end"_s, u"End of life"_s, {}, {}, u"waits: decommission"_s}});
    strip->setCurrentKey(u"development"_s);
    column->addWidget(strip);
    auto *error = new Banner;
    error->say(Error{ErrorCode::Conflict,
                     u"Ana Ruiz changed the rationale of 5.2.3-2 a minute ago. Yours is kept below."_s,
                     {}},
               u"Show both"_s);
    column->addWidget(error);
    auto *sample = new Banner;
    sample->say(BannerKind::Notice, u"This is the sample workspace. Nothing here is real."_s,
                u"Make my own"_s);
    sample->setClosable(false);
    column->addWidget(sample);
    auto *halves = new QHBoxLayout;
    halves->setSpacing(spacing::medium);
    halves->addWidget(card(), 5);
    auto *right = new QVBoxLayout;
    right->setSpacing(spacing::medium);
    auto *files = new Panel(u"Evidence"_s);
    files->addBesideHeading(button(u"Add…"_s));
    auto *table = new TableView(u"gallery"_s, u"Evidence"_s);
    table->setModel(evidence(table));
    table->suggestWidths({24, 15, 9, 11, 4});
    table->selectRow(1);
    table->setMinimumHeight(table->fontMetrics().height() * 8);
    files->content()->addWidget(table);
    auto *nothing = new Panel(u"Findings"_s);
    nothing->content()->addWidget(
        new EmptyHint(u"No findings yet"_s,
                      u"What an audit or a test found wrong is listed here, with who mends it and by when."_s,
                      u"Record a finding"_s));
    right->addWidget(files, 1);
    right->addWidget(nothing, 1);
    halves->addLayout(right, 6);
    column->addLayout(halves, 1);
    return page;
}

}
