#include "ui/pages/evidence/previewpane.h"

#include "ui/jobs/jobs.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/pictureview.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/readingonly.h"
#include "ui/widgets/sizeintext.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int textLines = 18;

/// Columns of tables and logs stand below each other only in a font of one width; its size stays the page's.
QFont oneWidth()
{
    QFont font;
    font.setFamilies({u"DejaVu Sans Mono"_s, u"monospace"_s});
    return font;
}

}

PreviewPane::PreviewPane(QString storeFolder, Jobs &jobs, QWidget *parent)
    : QWidget(parent)
    , m_storeFolder(std::move(storeFolder))
    , m_jobs(jobs)
    , m_sentence((new PlainLabel({}, TextKind::Body, Emphasis::Quiet))->wrapped())
    , m_text(new QPlainTextEdit)
    , m_picture(new PictureView)
    , m_pages(new QWidget)
    , m_pageNumber(new PlainLabel)
    , m_before(button(tr("Page before")))
    , m_after(button(tr("Next page")))
{
    onlyReads(*this);
    build();
    connect(m_before, &QPushButton::clicked, this, [this] { turnTo(m_page - 1); });
    connect(m_after, &QPushButton::clicked, this, [this] { turnTo(m_page + 1); });
}

void PreviewPane::build()
{
    m_sentence->setObjectName(u"preview/sentence"_s);
    m_picture->setObjectName(u"preview/picture"_s);
    m_text->setObjectName(u"preview/text"_s);
    m_text->setAccessibleName(tr("Content of the file"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(oneWidth());
    setInText(*m_text, Extent::LeastHeight, textLines);
    auto *turning = new FlowLayout(m_pages);
    m_after->setObjectName(u"preview/nextPage"_s);
    for (QWidget *part : std::initializer_list<QWidget *>{m_before, m_after, m_pageNumber})
        turning->addWidget(part);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::small);
    column->addWidget(m_pages);
    column->addWidget(m_sentence);
    column->addWidget(m_text, 1);
    column->addWidget(m_picture);
    column->addStretch(0);
    receive({});
}

void PreviewPane::show(const Evidence &evidence)
{
    if (evidence.id == m_evidence.id && evidence.digest == m_evidence.digest &&
        evidence.url == m_evidence.url)
        return;
    m_evidence = evidence;
    m_page = 0;
    m_isRead = false;
    receive({});
    if (isVisible())
        read();
}

void PreviewPane::takeKeyboard()
{
    m_wantsKeyboard = !m_after->isEnabled() || !m_after->isVisible();
    if (!m_wantsKeyboard)
        m_after->setFocus(Qt::OtherFocusReason);
}

void PreviewPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isRead && !m_evidence.id.isNull())
        read();
}

void PreviewPane::turnTo(int page)
{
    m_page = page;
    read();
}

void PreviewPane::read()
{
    m_isRead = true;
    m_jobs.run<Preview>(
        tr("Read “%1”").arg(m_evidence.title),
        [folder = m_storeFolder, evidence = m_evidence, page = m_page](const Progress &) -> Result<Preview> {
            return readPreview(folder, evidence, page);
        },
        this,
        [this, asked = ++m_asked, digest = m_evidence.digest](const Result<Preview> &preview) {
            if (preview->integrity)
                Q_EMIT checked(*digest, *preview->integrity);
            if (asked == m_asked)
                receive(*preview);
        });
}

void PreviewPane::receive(const Preview &preview)
{
    m_sentence->setPlainText(preview.sentence);
    m_sentence->setVisible(!preview.sentence.isEmpty());
    m_text->setPlainText(shown(preview.text));
    m_text->setVisible(!preview.text.isEmpty());
    m_picture->setPicture(preview.picture);
    m_picture->setVisible(!preview.picture.isNull());
    m_picture->setAccessibleName(tr("Preview of “%1”").arg(shown(m_evidence.title)));
    m_pages->setVisible(preview.pages > 1);
    m_before->setEnabled(m_page > 0);
    m_after->setEnabled(m_page + 1 < preview.pages);
    if (m_wantsKeyboard && preview.pages > 1)
        takeKeyboard();
    m_pageNumber->setPlainText(tr("Page %1 of %2").arg(m_page + 1).arg(preview.pages));
}

}
