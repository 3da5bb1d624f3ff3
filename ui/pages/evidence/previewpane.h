#pragma once

#include "ui/pages/evidence/preview.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace plimsoll {

class Jobs;
class PictureView;
class PlainLabel;

/// Shows what is in a piece of evidence, page by page where it has pages. Reads only what is looked at.
class PreviewPane final : public QWidget
{
    Q_OBJECT

public:
    /// Of files that lie in this store.
    PreviewPane(QString storeFolder, Jobs &jobs, QWidget *parent = nullptr);

    void show(const Evidence &evidence);
    /// The keyboard goes to what turns the pages, once there is one to turn to.
    void takeKeyboard();

Q_SIGNALS:
    /// The file was checked before it was shown.
    void checked(const plimsoll::Digest &digest, plimsoll::Integrity integrity);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void read();
    void turnTo(int page);
    void receive(const Preview &preview);

    QString m_storeFolder;
    Jobs &m_jobs;
    Evidence m_evidence;
    int m_page = 0;
    bool m_isRead = false;
    bool m_wantsKeyboard = false;
    quint64 m_asked = 0; ///< the number of the reading that counts

    PlainLabel *m_sentence = nullptr;
    QPlainTextEdit *m_text = nullptr;
    PictureView *m_picture = nullptr;
    QWidget *m_pages = nullptr;
    PlainLabel *m_pageNumber = nullptr;
    QPushButton *m_before = nullptr;
    QPushButton *m_after = nullptr;
};

}
