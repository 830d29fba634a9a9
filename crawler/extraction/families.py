"""Selectors of the CMS families that regional outlets share, for pages whose outlet has no rules.

Data only. The more telling selectors stand first, the general ones last.
"""

from crawler.extraction.family import Family
from crawler.extraction.rules import ArticleRules
from crawler.extraction.themes import GMR, HUEMAN, JANNAH, JNEWS, TAGDIV, WORDPRESS

TRIBUN = Family(
    name="tribun",
    rules=ArticleRules(
        body=("div.side-article.txt-article", "div.txt-article"),
        title=("#arttitle",),
        published=("div.grey.bdr3 time", "div.grey.bdr3"),
        authors=("#penulis a", "#penulis", "div.credit.mt10"),
        editor=("#editor a", "#editor"),
        tags=("h5.tagcloud3 a",),
        image=("#article_con #artimg img", "img.imgfull"),
        caption=("#article_con div.arial.f12.pt5.grey2", "div.arial.f12.pt5.grey2"),
        cut=(
            "p.baca",
            "blockquote.summary-article",
            ".ads-placeholder",
            "#div-Inside-MediumRectangle",
            "div.side-article.mb5",
            "div.paging",
        ),
    ),
)
PROMEDIA = Family(
    name="promedia",
    rules=ArticleRules(
        body=("article.read__content", ".read__content.clearfix"),
        title=("h1.read__title",),
        published=(".read__info__date",),
        authors=(".read__info__author",),
        tags=("ul.tag__list li a",),
        section=("ul.breadcrumb__wrap li:last-child",),
        image=(".photo__img img",),
        caption=(".photo__caption",),
        cut=("p:has(> strong.read__others)", ".read__others", ".read__paging", ".photo__caption"),
    ),
)
KOMPAS = Family(
    name="kompas",
    rules=ArticleRules(
        body=("div.read__content",),
        title=("h1.read__title",),
        published=(".read__time",),
        authors=(".credit-title-name",),
        tags=(".tag__article__link",),
        image=(".photo__wrap img", ".photo img"),
        caption=(".photo__caption",),
        cut=(
            '[class*="inject-baca-juga"]',
            "p:has(> a.inner-link-baca-juga)",
            "a.inner-link-baca-juga",
            '[class*="kompasidRec"]',
            ".photo__caption",
        ),
    ),
)
DETIK = Family(
    name="detik",
    rules=ArticleRules(
        body=(".detail__body-text.itp_bodycontent", ".detail__body-text"),
        title=("h1.detail__title",),
        published=(".detail__date",),
        authors=(".detail__author",),
        tags=(".detail__body-tag a",),
        image=(".detail__media-image img",),
        caption=(".detail__media-caption",),
        cut=(
            ".noncontent",
            "table.linksisip",
            ".lihatjg",
            ".parallaxindetail",
            '[class*="ads-scrollpage"]',
            ".detail__body-tag",
            ".detail__multiple",
        ),
    ),
)
ANTARA = Family(
    name="antara",
    rules=ArticleRules(
        body=(".wrap__article-detail-content", '.post-content.font17[itemprop="articleBody"]'),
        title=(".wrap__article-detail-title h1", "h1.post-title", "h1"),
        published=(".wrap__article-detail-info", ".article-date"),
        authors=("p.text-muted",),
        editor=("p.text-muted",),
        tags=(".tags-widget a", ".blog-tags a"),
        cut=(".baca-juga", ".text-muted", ".blog-tags", ".tags-widget"),
    ),
)
SUARA = Family(
    name="suara",
    rules=ArticleRules(
        body=("article .article-content", ".detail-content .article-content"),
        published=(".date-article", ".date"),
        cut=(
            ".ten-second",
            ".article-read",
            '[id*="div-ad"]',
            '[class*="placeholder_"]',
            "#next-article",
        ),
    ),
)
SOLOPOS = Family(
    name="solopos",
    rules=ArticleRules(
        body=("div.post-content-area",),
        title=("h1.post-title",),
        tags=(".tag-lists a",),
        cut=("div.iklan", ".tag-lists", ".related-post"),
    ),
)
RRI = Family(
    name="rri",
    rules=ArticleRules(body=(".post_details_inner",), published=(".date",), authors=(".author",)),
)
RMOL = Family(name="rmol", rules=ArticleRules(body=("#fontResizableText",)))
DISWAY = Family(
    name="disway",
    rules=ArticleRules(
        body=("div.post .text-black-1", "section div.post", "div.post"),
        title=("div.post h1", "h1"),
        published=(".post-info",),
        authors=(".post-info span", ".post-info"),
        editor=(".post-info span", ".post-info"),
        caption=("div.post div.text-center",),
        cut=(
            ".ads-slot",
            ".post-info",
            "p.bottom-15:has(small)",
            'p:has(> strong > a[href*="/read/"])',
            "div.text-center",
            "h1",
        ),
    ),
)
BLOGGER = Family(
    name="blogger",
    rules=ArticleRules(
        body=(".post-body.entry-content", ".post-body"),
        title=("h1.post-title", "h3.post-title", "h1.entry-title"),
        published=("abbr.published", "time.published", ".date-header"),
        authors=(".post-author .fn", ".fn"),
        tags=(".post-labels a",),
        cut=(".tr-caption-container", ".tr-caption", ".post-footer", ".separator small"),
    ),
)
JOOMLA = Family(
    name="joomla",
    rules=ArticleRules(
        body=(
            'div.item-page [itemprop="articleBody"]',
            ".article-body-content",
            "div.item-page",
        ),
        title=("div.item-page h1", "div.item-page h2", "h1"),
        published=("dd.published time", "span.create time", "dd.create time"),
        cut=("dl.article-info", ".icons", ".pager", ".pagenav", ".page-header"),
    ),
)
GENERAL = Family(
    name="general",
    rules=ArticleRules(
        body=(
            '[itemprop="articleBody"]',
            ".article-content",
            ".article__content",
            ".article-body",
            ".article__body",
            ".detail-content",
            ".detail__content",
            ".content-detail",
            ".news-content",
            ".isi-berita",
        ),
        published=('[itemprop="datePublished"]',),
        authors=('[itemprop="author"] [itemprop="name"]', '[itemprop="author"]', "[rel='author']"),
    ),
)

FAMILIES = (
    TRIBUN,
    PROMEDIA,
    KOMPAS,
    DETIK,
    ANTARA,
    BLOGGER,  # its own frame has a `.content-inner`, which JNEWS takes for the story
    JNEWS,
    GMR,
    TAGDIV,
    JANNAH,
    HUEMAN,
    SUARA,
    SOLOPOS,
    RRI,
    RMOL,
    JOOMLA,
    WORDPRESS,
    DISWAY,
    GENERAL,
)
