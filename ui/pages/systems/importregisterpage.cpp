#include "ui/pages/systems/importregisterpage.h"

#include "core/catalogue/shippedcatalogue.h"
#include "core/workspace/occasionof.h"
#include "ui/jobs/jobline.h"
#include "ui/jobs/jobs.h"
#include "ui/jobs/withreader.h"
#include "ui/pages/systems/holderfields.h"
#include "ui/pages/systems/importpreview.h"
#include "ui/pages/systems/systemspage.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/atwork.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/filedrop.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labelled.h"
#include "ui/widgets/offeredstep.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/proposed.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

using SharedCatalogue = std::shared_ptr<const Catalogue>;

}

ImportRegisterPage::ImportRegisterPage(Workspace &workspace, Jobs &jobs, QWidget *parent)
    : Page(tr("Import a register"), parent)
    , m_workspace(workspace)
    , m_jobs(jobs)
    , m_running(new JobLine)
    , m_preview(new ImportPreview)
{
    auto *drop = new FileDrop(*this, FileDrop::Takes::OnePath);
    connect(drop, &FileDrop::dropped, this, &ImportRegisterPage::lookAtDropped);
    content()->addWidget(
        (new PlainLabel(tr("Which systems does this register bring?"), TextKind::Title))->wrapped());
    addSource();
    addOptions();
    m_look = button(tr("&Look at what it would do"), ButtonKind::Primary);
    m_look->setObjectName(u"import/look"_s);
    offerInMenu(*m_look);
    connect(m_look, &QPushButton::clicked, this, &ImportRegisterPage::look);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_look);
    content()->addLayout(row);
    content()->addWidget(m_running);
    content()->addWidget(m_preview);
    content()->addStretch(1);
    m_preview->hide();
    connect(m_preview, &ImportPreview::importAsked, this, &ImportRegisterPage::import);
}

void ImportRegisterPage::addSource()
{
    auto *panel = new Panel(tr("The register"));
    panel->content()->addWidget(
        (new PlainLabel(
             tr("As your organisation keeps it: one row a system under a row of headers. Headers are "
                "recognised by their usual names, such as ID, Name, Version, Purpose, Business owner, "
                "Supplier and Lifecycle phase; a row with an own id that is known here updates that system."),
             TextKind::Body, Emphasis::Quiet))
            ->wrapped());
    m_text = new PlainTextEdit(tr("The register as text"));
    m_text->setObjectName(u"import/text"_s);
    m_text->setAcceptDrops(false); // the page takes what is dropped
    m_file = new QLineEdit;
    m_file->setObjectName(u"import/file"_s);
    m_file->setAccessibleName(tr("The register as a CSV file"));
    m_file->setPlaceholderText(m_workspace.isReadOnly()
                                   ? tr("A CSV file")
                                   : tr("A CSV file; it can also be dropped anywhere on this page"));
    m_file->setAcceptDrops(false);
    m_file->setClearButtonEnabled(!m_workspace.isReadOnly());
    auto *paste = button(tr("Paste from the clip&board"));
    paste->setObjectName(u"import/paste"_s);
    auto *choose = button(tr("Choose a file …"));
    auto *ways = new FlowLayout;
    ways->addWidget(paste);
    ways->addWidget(choose);
    panel->content()->addWidget(labelled(tr("&Pasted from a spreadsheet"), m_text));
    panel->content()->addWidget(labelled(tr("&Or a file"), m_file));
    panel->content()->addLayout(ways);
    content()->addWidget(panel);
    connect(paste, &QPushButton::clicked, this, &ImportRegisterPage::paste);
    connect(choose, &QPushButton::clicked, this, &ImportRegisterPage::chooseFile);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ImportRegisterPage::forgetPreview);
    connect(m_file, &QLineEdit::textChanged, this, &ImportRegisterPage::forgetPreview);
    connect(m_file, &QLineEdit::returnPressed, this, &ImportRegisterPage::look);
}

void ImportRegisterPage::addOptions()
{
    auto *panel = new Panel(tr("For every new system of it"));
    m_preset = new ChoiceField(tr("Kind of system"));
    m_preset->setObjectName(u"import/preset"_s);
    m_holders = new HolderFields(u"import"_s, tr("As the kind of system says"));
    panel->content()->addWidget(labelled(tr("Begin &with the answers of"), m_preset));
    panel->content()->addWidget(m_holders);
    content()->addWidget(panel);
    connect(m_preset, &ChoiceField::keyChosen, this, [this] {
        nameHolders();
        forgetPreview();
    });
    connect(m_holders, &HolderFields::edited, this, &ImportRegisterPage::forgetPreview);
}

void ImportRegisterPage::activate(const QString &)
{
    if (m_catalogue)
        return;
    m_jobs.run<SharedCatalogue>(
        tr("Read the catalogue"), [](const Progress &) { return shippedCatalogue(); }, this,
        [this](const Result<SharedCatalogue> &catalogue) {
            if (!catalogue)
                return banner().say(catalogue.error());
            showPresets(*catalogue);
        });
}

void ImportRegisterPage::showPresets(const SharedCatalogue &catalogue)
{
    m_catalogue = catalogue;
    QList<Choice> presets{{{}, tr("No kind: every question is open")}};
    for (const Preset &preset : catalogue->presets())
        presets.append({preset.id, preset.name});
    m_preset->setChoices(presets);
    m_preset->setCurrentIndex(0);
    takeAsProposed({m_preset});
    nameHolders();
}

void ImportRegisterPage::nameHolders()
{
    m_holders->setHint(m_preset->key().isEmpty() ? tr("Nobody; name a party")
                                                 : tr("As the kind of system says"));
}

void ImportRegisterPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Which register shall be imported?"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables (*.csv *.tsv *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ImportRegisterPage::takeFile);
    dialog->open();
}

void ImportRegisterPage::takeFile(const QString &path)
{
    m_text->setText({});
    m_file->setText(QDir::toNativeSeparators(path));
}

void ImportRegisterPage::paste()
{
    m_file->clear();
    m_text->setPlainText(QGuiApplication::clipboard()->text());
}

void ImportRegisterPage::forgetPreview()
{
    ++m_asked;
    m_preview->hide();
}

RegisterOptions ImportRegisterPage::options() const
{
    return {m_preset->key(), m_holders->holders()};
}

void ImportRegisterPage::look()
{
    const QString file = QDir::fromNativeSeparators(m_file->text().trimmed());
    const QString text = m_text->toPlainText();
    if (!m_catalogue)
        return;
    if (file.isEmpty() == text.trimmed().isEmpty()) {
        banner().say(BannerKind::Error,
                     file.isEmpty() ? tr("Paste the register, or choose its file.")
                                    : tr("There is a pasted register and a file. Empty one of them."));
        return m_text->setFocus();
    }
    banner().hide();
    const Occasion occasion = occasionOf(m_workspace);
    Job *job = m_jobs.run<RegisterPreview>(
        tr("Look at the register"),
        withReader(m_workspace,
                   [catalogue = m_catalogue, file, text, wanted = options(),
                    occasion](const Connection &reader) -> Result<RegisterPreview> {
                       const auto table = file.isEmpty() ? readCsv(text.toUtf8()) : readCsvFile(file);
                       if (!table)
                           return tl::unexpected(table.error());
                       return previewRegister(reader, *catalogue, *table, wanted, occasion);
                   }),
        this, [this, asked = m_asked](Result<RegisterPreview> preview) {
            endWork(*m_look);
            if (asked == m_asked)
                receive(std::move(preview));
        });
    beginWork(*m_look);
    m_running->follow(*job);
}

void ImportRegisterPage::receive(Result<RegisterPreview> preview)
{
    if (!preview)
        return banner().say(preview.error());
    m_planned = std::move(*preview);
    m_preview->setPreview(m_planned);
    m_preview->show();
    // Once it has its place on the page.
    QMetaObject::invokeMethod(m_preview, &ImportPreview::takeKeyboard, Qt::QueuedConnection);
}

void ImportRegisterPage::import()
{
    m_preview->setWriting();
    Job *job = m_jobs.run<void>(
        tr("Import the register"),
        [&workspace = m_workspace, planned = m_planned](const Progress &progress) {
            return importRegister(workspace, planned, progress);
        },
        this, [this](const Done &done) { endImport(done); });
    beginWork(*m_look);
    m_running->follow(*job);
}

void ImportRegisterPage::endImport(const Done &done)
{
    endWork(*m_look);
    if (!done) {
        forgetPreview();
        return banner().say(done.error());
    }
    m_text->setText({});
    m_file->clear();
    takeAsProposed({m_preset});
    m_holders->settle();
    Q_EMIT goTo({SystemsPage::key, {}});
    if (auto *systems = window()->findChild<SystemsPage *>())
        systems->sayImported(tr("The register is imported. %1").arg(inWords(m_planned)));
}

void ImportRegisterPage::lookAtDropped(const QStringList &paths)
{
    takeFile(paths.first());
    look();
}

}
