#include "ui/pages/system/inventorytab.h"

#include "core/base/calledname.h"
#include "core/workspace/workspace.h"
#include "ui/jobs/jobs.h"
#include "ui/pages/system/filefingerprint.h"
#include "ui/pages/system/inventorywords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/offeredstep.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/proposed.h"
#include "ui/widgets/sizeintext.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/textfield.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QItemSelectionModel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

const QString timeFormat = u"yyyy-MM-dd HH:mm"_s;

}

InventoryTab::InventoryTab(const TabContext &context, QWidget *parent)
    : ReadingTab(context, parent)
    , m_model(makeAssetModel())
    , m_form(u"asset"_s, [this](const Asset &before, const Asset &after, const QString &field) {
        commit(ChangeSet(tr("%1: change “%2”").arg(before.name, field)).change(before, after));
    })
{
    addList();
    addDetail();
    column()->addStretch(1);
}

void InventoryTab::addList()
{
    auto *panel = new Panel(tr("What it is made of"));
    m_none =
        (new PlainLabel(tr("No asset is recorded yet. Models, datasets, prompts and components belong here; "
                           "what they show answers questions of applicability by itself."),
                        TextKind::Body, Emphasis::Quiet))
            ->wrapped();
    panel->content()->addWidget(m_none);
    m_table = new TableView(u"assets"_s, tr("Assets of the system"));
    m_table->setModel(m_model.get());
    m_table->suggestWidths({12, 30, 13, 24, 18});
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    setInText(*m_table, Extent::LeastHeight, 11);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                m_current = index.data(KeyRole).toString();
                showAsset();
                if (!m_current.isEmpty())
                    Q_EMIT targetChanged(m_current);
            });
    panel->content()->addWidget(m_table, 1);
    addNewLine(*panel);
    column()->addWidget(panel);
}

void InventoryTab::addNewLine(Panel &panel)
{
    m_kind = new ChoiceField(tr("Kind of the new asset"));
    m_kind->setChoices(choicesOf<AssetKind>());
    m_kind->setCurrentIndex(0);
    m_name = new QLineEdit;
    m_name->setObjectName(u"asset/newName"_s);
    m_name->setAccessibleName(tr("Name of the new asset"));
    auto *add = button(tr("Add the asset"));
    add->setObjectName(u"asset/add"_s);
    offerInMenu(*add);
    connect(add, &QPushButton::clicked, this, &InventoryTab::make);
    connect(m_name, &QLineEdit::returnPressed, this, &InventoryTab::make);
    auto *grid = new CellGrid(22);
    grid->addWidget(labelled(tr("Name of a new asset"), m_name));
    grid->addWidget(labelled(tr("Kind"), m_kind));
    grid->addWidget(labelled(u" "_s, add));
    m_other = new ChoiceField(tr("Asset of another system"));
    auto *use = button(tr("Use it here"));
    connect(use, &QPushButton::clicked, this, &InventoryTab::link);
    takeAsProposed({m_kind, m_other});
    m_otherCell = new QWidget;
    auto *others = new CellGrid(22);
    m_otherCell->setLayout(others);
    others->addWidget(labelled(tr("Or one of another system"), m_other));
    others->addWidget(labelled(u" "_s, use));
    panel.content()->addLayout(grid);
    panel.content()->addWidget(m_otherCell);
}

void InventoryTab::addDetail()
{
    m_detail = new Panel(tr("The asset"));
    auto *grid = new CellGrid(28);
    grid->addWidget(m_form.text(u"name"_s, tr("Name"), &Asset::name));
    grid->addWidget(m_form.text(u"version"_s, tr("Version"), &Asset::version));
    grid->addWidget(m_form.choice(u"kind"_s, tr("Kind"), &Asset::kind));
    grid->addWidget(m_form.reference(u"supplier"_s, tr("Supplier"), &Asset::supplier,
                                     [this] { return partiesToChoose(tr("none: made by us")); }));
    grid->addWidget(m_form.choice(u"origin"_s, tr("Where it comes from"), &Asset::origin));
    grid->addWidget(m_form.text(u"originUrl"_s, tr("Address it was obtained from"), &Asset::originUrl));
    m_acquired = new TextField(tr("Acquired at"));
    m_acquired->setObjectName(u"asset/acquiredAt"_s);
    m_acquired->setPlaceholderText(tr("2026-03-01 or 2026-03-01 14:30"));
    connect(m_acquired, &TextField::finished, this, &InventoryTab::putAcquired);
    grid->addWidget(labelled(tr("Acquired at"), m_acquired));
    grid->addWidget(m_form.choice(u"sensitivity"_s, tr("Sensitivity"), &Asset::sensitivity));
    grid->addWidget(
        m_form.choice(u"documentation"_s, tr("How well it is documented"), &Asset::documentation));
    grid->addWidget(m_form.yesNo(u"usedForTraining"_s, tr("Used for training"), &Asset::usedForTraining));
    grid->addWidget(
        m_form.yesNo(u"sharedWithOthers"_s, tr("Made available to other parties"), &Asset::sharedWithOthers));
    m_digest = (new PlainLabel)->wrapped();
    m_digest->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_digest->setFocusPolicy(Qt::NoFocus);
    grid->addWide(labelled(tr("Fingerprint (SHA-256)"), m_digest));
    m_detail->content()->addLayout(grid);
    auto *row = new FlowLayout;
    auto *take = button(tr("Fingerprint a file …"));
    connect(take, &QPushButton::clicked, this, &InventoryTab::chooseFile);
    auto *away = button(tr("Not part of this system any more"), ButtonKind::Quiet);
    connect(away, &QPushButton::clicked, this, &InventoryTab::unlink);
    row->addWidget(take);
    row->addWidget(away);
    m_detail->content()->addLayout(row);
    m_detail->hide();
    column()->addWidget(m_detail);
}

void InventoryTab::activate(const Id<AiSystem> &, const QString &target)
{
    if (target.isEmpty())
        return;
    m_current = target;
    m_table->setCurrentIndex(m_model->indexOf(target));
}

void InventoryTab::showReading()
{
    QStringList gone;
    for (const AssetRow &row : m_model->rows())
        gone.append(row.asset.id.text());
    for (const AssetUse &use : reading().assets) {
        gone.removeOne(use.asset.id.text());
        m_model->put({use.asset, reading().nameOf(use.asset.supplier)});
    }
    for (const QString &id : std::as_const(gone))
        m_model->remove(id);
    m_table->setVisible(m_model->total() > 0);
    m_none->setVisible(m_model->total() == 0);
    if (const auto at = m_model->indexOf(m_current);
        at.isValid() && at.row() != m_table->currentIndex().row())
        m_table->setCurrentIndex(at);
    QList<Choice> others{{{}, tr("Choose an asset …")}};
    for (const Asset &asset : reading().otherAssets)
        others.append({asset.id.text(), calledName(asset.name, asset.version)});
    m_other->setChoices(others);
    if (m_other->currentIndex() < 0)
        m_other->setCurrentIndex(0);
    m_otherCell->setVisible(others.size() > 1);
    showAsset();
}

const AssetUse *InventoryTab::current() const
{
    if (!hasReading())
        return nullptr;
    const auto &assets = reading().assets;
    const auto found = std::find_if(assets.cbegin(), assets.cend(),
                                    [this](const AssetUse &use) { return use.asset.id.text() == m_current; });
    return found == assets.cend() ? nullptr : &*found;
}

void InventoryTab::showAsset()
{
    const AssetUse *use = current();
    m_detail->setVisible(use);
    if (!use)
        return;
    m_form.show(use->asset);
    m_digest->setPlainText(use->asset.digest ? use->asset.digest->hex() : tr("none yet"));
    showAcquired(use->asset);
}

/// What was written and names no time stays, as long as it is about the same asset.
void InventoryTab::showAcquired(const Asset &asset)
{
    if (std::exchange(m_acquiredOf, asset.id) == asset.id && m_acquired->isRefused())
        return;
    m_acquired->showText(asset.acquiredAt ? asset.acquiredAt->toLocalTime().toString(timeFormat) : QString());
}

void InventoryTab::make()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return m_name->setFocus();
    Asset asset;
    asset.id = Id<Asset>::generate(occasion().clock);
    asset.name = name;
    asset.kind = fromWord<AssetKind>(m_kind->key()).value_or(AssetKind::Model);
    m_name->clear();
    takeAsProposed({m_kind});
    m_current = asset.id.text();
    const auto &system = reading().system();
    commit(ChangeSet(tr("Add %1 to %2").arg(name, system.name))
               .create(asset)
               .create(AssetLink{assetLinkId(system.id, asset.id), system.id, asset.id, {}}));
}

void InventoryTab::link()
{
    const auto asset = Id<Asset>::fromText(m_other->key());
    if (asset.isNull())
        return;
    m_current = asset.text();
    const auto &system = reading().system();
    commit(ChangeSet(tr("Use %1 in %2").arg(m_other->currentText(), system.name))
               .create(AssetLink{assetLinkId(system.id, asset), system.id, asset, {}}));
}

void InventoryTab::unlink()
{
    if (const AssetUse *use = current())
        commit(ChangeSet(tr("%1 is not part of %2 any more").arg(use->asset.name, reading().system().name))
                   .remove(use->link));
}

void InventoryTab::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Which file is the asset?"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &InventoryTab::fingerprint);
    dialog->open();
}

void InventoryTab::fingerprint(const QString &file)
{
    const AssetUse *use = current();
    if (!use)
        return;
    jobs().run<Digest>(
        tr("Fingerprint %1").arg(QFileInfo(file).fileName()),
        [file](const Progress &progress) { return fingerprintOf(file, progress); }, this,
        [this, asset = use->asset](const Result<Digest> &digest) {
            if (!digest)
                return Q_EMIT refused(digest.error(), {});
            Asset after = asset;
            after.digest = *digest;
            commit(ChangeSet(tr("Fingerprint %1").arg(asset.name)).change(asset, after));
        });
}

void InventoryTab::putAcquired(const QString &text)
{
    const AssetUse *use = current();
    if (!use)
        return;
    QDateTime at = QDateTime::fromString(text.trimmed(), timeFormat);
    if (!at.isValid())
        at = QDate::fromString(text.trimmed(), Qt::ISODate).startOfDay();
    if (!at.isValid() && !text.trimmed().isEmpty()) {
        m_acquired->refuse();
        workspace().notePlanRefused();
        return Q_EMIT refused({ErrorCode::Invalid,
                               tr("“%1” is no time. Write it like 2026-03-01 or 2026-03-01 14:30.").arg(text),
                               {}},
                              {});
    }
    Asset after = use->asset;
    after.acquiredAt = at.isValid() ? std::optional(at.toUTC()) : std::nullopt;
    commit(ChangeSet(tr("%1: change “%2”").arg(after.name, tr("Acquired at"))).change(use->asset, after));
}

}
