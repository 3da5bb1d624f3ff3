#include "ui/pages/help/helppage.h"

#include "ui/pages/help/keys.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/particulars.h"
#include "ui/widgets/plainlabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

QWidget *paragraphs(const QString &heading, const QStringList &texts)
{
    auto *panel = new Panel(heading);
    for (const QString &text : texts)
        panel->content()->addWidget((new PlainLabel(text))->wrapped());
    return panel;
}

QWidget *keys()
{
    auto *panel = new Panel(HelpPage::tr("Keys"));
    auto *form = new Particulars(Particulars::Sought::Names);
    for (const KeysInWords &each : allKeys())
        form->add(each.inWords(), (new PlainLabel(each.does))->wrapped());
    panel->content()->addWidget(form);
    return panel;
}

}

std::vector<PageKind> helpPages()
{
    return {{u"help"_s, HelpPage::tr("Help"), Listing::Unlisted,
             [] {
                 return new HelpPage;
             }},
            {u"about"_s, AboutPage::tr("About Plimsoll"), Listing::Unlisted, [] {
                 return new AboutPage;
             }}};
}

HelpPage::HelpPage(QWidget *parent)
    : Page(tr("Help"), parent)
{
    content()->addWidget((new PlainLabel(tr("How do I …?"), TextKind::Title))->wrapped());
    content()->addWidget(paragraphs(
        tr("The way through"),
        {tr("1. Record an AI system, and say which party is its Developer, System Operator and "
            "Data Custodian. From that "
            "and a few facts follows which provisions of EN 304 223 apply, each with the reason."),
         tr("2. Answer the checklist phase by phase. Everything is saved at once; Undo takes back "
            "the last change."),
         tr("3. Attach the evidence: drop files on a card, or a whole folder on the page "
            "Evidence. Plimsoll keeps a copy and its fingerprint (SHA-256)."),
         tr("4. Look at the report on the page Packages, issue it or the whole package, and send its seal by "
            "another channel. Whoever gets it can verify it with ordinary tools, without "
            "Plimsoll; the same page checks any package, and opens one of Plimsoll's to be read with its "
            "evidence, as an auditor does.")}));
    content()->addWidget(
        paragraphs(tr("The words"), {tr("Shall: a requirement. Should: a recommendation; not following one "
                                        "is explained. They are counted apart, always."),
                                     tr("Waiting: applies once something happens, such as a release. Relied "
                                        "upon: another party bears it. Neither "
                                        "counts as done."),
                                     tr("Conformity is what is met, of what applies and is due. Progress is "
                                        "what is answered, of the same.")}));
    content()->addWidget(keys());
    content()->addStretch(1);
    giveKeyboardToText();
}

AboutPage::AboutPage(QWidget *parent)
    : Page(tr("About Plimsoll"), parent)
{
    content()->addWidget(
        (new PlainLabel(tr("Plimsoll %1").arg(QStringLiteral(PLIMSOLL_VERSION)), TextKind::Title))
            ->wrapped());
    content()->addWidget(paragraphs(
        tr("What it is"),
        {tr("A workbench with which teams bring AI systems up to the security baseline of ETSI EN 304 223, "
            "and show that they did."),
         tr("Plimsoll words the provisions in its own way; the standard prevails. What it prints is an "
            "assessment, not a certificate.")}));
    content()->addWidget(paragraphs(
        tr("Licence"),
        {tr("Free software under the GNU General Public License, version 3 or, if you prefer, any later "
            "one. You may use, study, share and change it. It comes without any warranty."),
         tr("It stands on Qt %1, SQLite, OpenSSL, yaml-cpp, libzip, zlib, libdeflate and qpdf, with thanks.")
             .arg(QLatin1StringView(qVersion()))}));
    content()->addStretch(1);
    giveKeyboardToText();
}

}
