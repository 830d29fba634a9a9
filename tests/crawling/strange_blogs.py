"""Blogs that the probe has never seen, one for each habit that has to be coped with."""

from crawler.newsroom.dates import WIB
from tests.crawling.blogs import Blog, Theme

_SHARE = (
    "<div class='tombol-bagi'><span>Bagikan:</span> <a href='https://facebook.com/x'>Facebook</a>"
    " <a href='https://wa.me/x'>WhatsApp</a> <a href='#'>Salin Tautan</a></div>"
)
_ALSO = "<p><strong>Baca juga: <a href='{link}'>{other}</a></strong></p>"
_PROMO = (
    "<div class='kotak-promo'><p>Ikuti saluran WhatsApp {site} supaya tidak ketinggalan kabar"
    " dari desa-desa di sekitar kita setiap pagi.</p></div>"
)
_PHOTO = (
    "<figure class='wp-caption aligncenter'><img src='data:image/gif;base64,R0lGOD'"
    " data-src='/unggah/kerja-bakti.jpg'><figcaption>Warga bekerja bakti. (Foto: Dok. Desa)"
    "</figcaption></figure>"
)
_INLINE = (
    "<div class='sisipan'><span>Artikel Terkait</span><ul><li><a href='{link}'>{other}</a></li>"
    "</ul></div>"
)
_AUTHOR = (
    "<div class='kotak-penulis'><img src='/unggah/sri.jpg'><h4>Sri Rahayu</h4><p>Sri Rahayu"
    " menulis untuk {site} sejak 2015, terutama tentang desa dan pertanian.</p></div>"
)
_RIGHTS = (
    "<p class='catatan-kaki'><em>Seluruh isi {site} dilindungi undang-undang. Pengutipan harus"
    " menyebut sumbernya dengan jelas.</em></p>"
)
_MORE = "<section class='lagi'><h2>Berita Lainnya</h2>{others}</section>"
_COMMENTS = (
    "<div id='komentar-pembaca'><h3>Satu komentar</h3><ol><li><b>Budi</b> <time"
    " datetime='2020-01-01T00:00:00+00:00'>1 Januari 2020</time><p>Semoga desa kami segera menyusul"
    " dengan bangunan yang sama bagusnya, amin.</p></li></ol></div>"
)

DAY_NAME = Blog(
    name="kabarlereng",
    title="Kabar Lereng",
    permalink=lambda post: f"/{post.at.astimezone(WIB):%Y/%m/%d}/{post.slug}/",
    rest=None,
    sitemap=False,
    theme=Theme(
        body="<div class='isi-konten'>",
        around="<div class='bungkus'><main class='kolom'>{inside}</main>"
        "<aside><h4>Terpopuler</h4></aside></div>",
        head="<h1 class='judul'>{title}</h1><div class='info'>Oleh <a rel='author'"
        " href='/penulis/sri'>Sri Rahayu</a> · {day}</div>" + _PHOTO,
        between=(_ALSO, _PROMO, _PHOTO, _INLINE),
        behind=_SHARE + _AUTHOR + _RIGHTS,
        below=_MORE + _COMMENTS,
    ),
)
"""Day and name, a theme of its own, REST closed: the feed is read."""

MONTH_NAME = Blog(
    name="pesisirpos",
    title="Pesisir Pos",
    permalink=lambda post: f"/{post.at.astimezone(WIB):%Y/%m}/{post.slug}/",
    theme=Theme(
        body="<div class='entry-content wp-block-post-content is-layout-constrained'>",
        around="<div class='wp-site-blocks'><main class='wp-block-group'>{inside}</main></div>",
        head="<h1 class='wp-block-post-title'>{title}</h1><p class='has-small-font-size'>Ditulis"
        " oleh <a href='/author/sri'>Sri Rahayu</a> dalam <a href='/rubrik/desa/'>Desa</a></p>",
        between=(
            "<figure class='wp-block-image size-large'><img src='/unggah/a.jpg' loading='lazy'>"
            "<figcaption class='wp-element-caption'>Suasana kerja bakti, Senin.</figcaption>"
            "</figure>",
            "<div class='wp-block-group has-background'><p><strong>Baca juga</strong></p>"
            "<ul class='wp-block-list'><li><a href='{link}'>{other}</a></li></ul></div>",
            "<blockquote class='wp-block-embed'><a href='{link}'>{other}</a></blockquote>",
        ),
        behind="<div class='sharedaddy sd-sharing-enabled'><h3>Bagikan ini:</h3><ul><li>"
        "<a href='#'>Facebook</a></li></ul></div><div class='jp-relatedposts'><h3>Terkait</h3>"
        "</div>",
        below="<div class='wp-block-comments'>" + _COMMENTS + "</div>"
        "<h2 class='wp-block-heading'>Tulisan lainnya</h2><div class='wp-block-query'>{others}"
        "</div>",
    ),
)
"""Month and name, a block theme: no date is printed but those of other stories."""

CATEGORY_NAME = Blog(
    name="suarabukit",
    title="Suara Bukit",
    permalink=lambda post: f"/{post.section}/{post.slug}/",
    rest=None,
    feed=None,
    sitemap=False,
    theme=Theme(
        body="<div class='e-isi'>",
        around="<div class='el'><div class='el-section'><div class='el-column'>{inside}</div>"
        "</div></div>",
        head="<div class='el-widget'><h1 class='el-judul'>{title}</h1></div><div class='el-widget'>"
        "<ul class='el-info'><li>Redaksi</li><li>{day}</li></ul></div>",
        between=(_INLINE, _ALSO, _PROMO),
        behind=_RIGHTS,
        below="<div class='el-widget'>" + _SHARE + "</div><div class='el-loop'>{others}</div>",
        paragraph="<p><span style='font-weight:400'>{text}</span></p>\n",
    ),
)
"""Section and name, made with a page builder; neither REST nor feed nor sitemap."""

SECTIONS = Blog(
    name="pojokdesa",
    title="Pojok Desa",
    permalink=lambda post: f"/baca/{post.id}/{post.slug}",
    rest=None,
    feed=None,
    sitemap=False,
    wordpress=False,
    home_goes_on=False,
    list_size=4,
    theme=Theme(
        body="<div class='teks'>",
        around="<div class='halaman'><div class='utama'>{inside}</div></div>",
        head="<h1>{title}</h1><p class='tanggal'>Diterbitkan: {day}</p>",
        between=(_ALSO, _PHOTO),
        behind=_RIGHTS,
        below=_SHARE + _MORE,
    ),
)
"""No system that is known, and nothing but section pages leads to older stories."""

ARCHIVES = Blog(
    name="arsipdesa",
    title="Arsip Desa",
    permalink=lambda post: f"/archives/{post.id}",
    rest=None,
    theme=Theme(
        body="<div id='artikel'>",
        around="<table><tr><td>{inside}</td><td><b>Menu</b></td></tr></table>",
        head="<h2 class='judul-artikel'>{title}</h2><small>{day}</small><br>",
        between=("<i>Baca juga: <a href='{link}'>{other}</a></i><br><br>",),
        behind=_SHARE,
        below="<hr>" + _MORE,
        paragraph="{text}<br><br>\n",
    ),
)
"""Numeric, an old hand-made theme without paragraphs or a first heading; the feed is open."""

PLAIN = Blog(
    name="catatankota",
    title="Catatan Kota",
    permalink=lambda post: f"/?p={post.id}",
    rest="/index.php?rest_route=/",
    feed="/?feed=rss2",
    sitemap=False,
    theme=Theme(
        body="<div class='post-entry'>",
        head="<h1 class='post-heading'>{title}</h1><span class='tgl'>{day}</span>",
        between=(_ALSO,),
        below=_MORE,
    ),
)
"""Plain permalinks: every address is the home page with a number."""

ROOT_NAME = Blog(
    name="warunginfo",
    title="Warung Info",
    permalink=lambda post: f"/{post.slug}.html",
    rest="/api/",
    theme=Theme(
        body="<section class='wi-content'>",
        head="<h1>{title}</h1>",
        meta="<link rel='canonical' href='{url}'><script type='application/ld+json'>"
        '{{"@type":"NewsArticle","headline":"{title}","datePublished":"{stamp}"}}</script>',
        between=(_PROMO, _INLINE),
        behind=_RIGHTS + _AUTHOR,
        below=_MORE + _COMMENTS,
    ),
)
"""Name at the root with an ending, REST under another path, JSON-LD."""

_BOXES = (
    "<div class='relpost-thumb-wrapper'><h3>Pos yang mirip</h3>{others}</div>"
    "<div class='yarpp yarpp-related'><h3>Bacaan serupa:</h3>{others}</div>"
    "<div class='heateor_sss_sharing_container'><div>Yuk bagikan tulisan ini</div></div>"
    "<div class='saboxplugin-wrap'><p>Sri Rahayu gemar menulis kabar dari pesisir.</p></div>"
)

FOLDER = Blog(
    name="kabkarang",
    title="Berita Karang",
    folder="/berita/",
    permalink=lambda post: f"/berita/{post.slug}/",
    rest="/berita/wp-json/",
    feed="/berita/feed/",
    sitemap=False,
    theme=Theme(
        body="<div class='entry-content'>",
        head="<h1 class='entry-title'>{title}</h1>",
        between=(_ALSO, "<div class='code-block'>ADVERTISEMENT</div>"),
        behind=_BOXES,
    ),
)
"""In a folder of a host whose home page is another site's; boxes of plugins fill its stories."""

FOLDER_PLAIN = Blog(
    name="desakarang",
    title="Desa Karang",
    folder="/kabar/",
    permalink=lambda post: f"/kabar/?p={post.id}",
    rest=None,
    feed="/kabar/?feed=rss2",
    sitemap=False,
    theme=Theme(
        body="<div class='entry-content'>",
        head="<h1 class='entry-title'>{title}</h1>",
        behind=_BOXES,
    ),
)
"""In a folder, with plain permalinks; REST closed."""

STRANGE = (DAY_NAME, MONTH_NAME, CATEGORY_NAME, SECTIONS, ARCHIVES, PLAIN, ROOT_NAME)
IN_FOLDERS = (FOLDER, FOLDER_PLAIN)
