"""Selectors of the WordPress themes that regional outlets use."""

from crawler.extraction.family import Family
from crawler.extraction.rules import ArticleRules

JNEWS = Family(
    name="jnews",
    rules=ArticleRules(
        body=(".entry-content .content-inner", ".content-inner"),
        title=("h1.jeg_post_title",),
        published=(".jeg_meta_date a", ".jeg_meta_date"),
        authors=(".entry-header .jeg_meta_author a", ".jeg_meta_author a"),
        tags=(".jeg_post_tags a",),
        section=(".jeg_meta_category a",),
        image=(".jeg_featured img",),
        caption=(".jeg_featured .wp-caption-text",),
        cut=(".jnews_inline_related_post_wrapper", ".jeg_post_tags", ".jeg_pagelinks", ".jeg_ad"),
    ),
)
GMR = Family(
    name="gmr",
    rules=ArticleRules(
        body=(".entry-content.entry-content-single",),
        title=("h1.entry-title",),
        published=("time.entry-date.published", ".gmr-metacontent-single time"),
        editor=(".gmr-cf-metacontent span",),
        authors=(
            ".gmr-cf-metacontent span",
            ".gmr-metacontent-single .author a",
            ".entry-author a",
        ),
        tags=(".tags-links a",),
        section=(".gmr-meta-topic a", ".gmr-metacontent-single .cat-links a"),
        image=("figure.gmr-attachment-img img", "figure.post-thumbnail img"),
        caption=("figure.gmr-attachment-img figcaption", "figure.post-thumbnail figcaption"),
        cut=(
            ".gmr-socialicon-share",
            ".newkarma-core-related-post",
            ".gmr-list-related",
            '[class*="newkarma-core-banner"]',
            '[class*="gmr-banner"]',
            ".gmr-related-infinite",
            ".gmr-cf-metacontent",
            ".page-links",
            ".tags-links",
        ),
    ),
)
TAGDIV = Family(
    name="tagdiv",
    rules=ArticleRules(
        body=(".td-post-content",),
        title=("h1.entry-title", "h1.tdb-title-text"),
        published=("time.entry-date",),
        authors=(".td-post-author-name a", ".tdb-author-name"),
        tags=(".td-tags a", ".tdb-tags a"),
        image=(".td-post-featured-image img",),
        caption=(".td-post-featured-image figcaption",),
        cut=('[class*="td-a-rec"]', ".td-post-featured-image", ".td_block_related_posts"),
    ),
)
JANNAH = Family(
    name="jannah",
    rules=ArticleRules(
        body=("#the-post .entry-content",),
        title=("h1.post-title.entry-title",),
        published=(".entry-header .date",),
        authors=(".entry-header .author-name",),
        tags=(".post-bottom-tags a",),
        section=(".entry-header .post-cat",),
        image=(".single-featured-image img",),
        caption=("figure.single-featured-image figcaption",),
        cut=(".stream-item", "#inline-related-post", ".mag-box", ".pages-nav"),
    ),
)
HUEMAN = Family(
    name="hueman",
    rules=ArticleRules(
        body=(".entry-inner",),
        title=("h1.post-title.entry-title",),
        published=("time.published",),
        authors=(".post-byline .author a",),
        tags=(".post-tags a",),
    ),
)
WORDPRESS = Family(
    name="wordpress",
    rules=ArticleRules(
        body=(
            ".single-wrap .entry-content",
            "article .entry-content",
            ".entry-content",
            ".elementor-widget-theme-post-content",
            ".amp-wp-article-content",
            ".post-content",
        ),
        title=("h1.entry-title", "h1.post-title", "h1.wp-block-post-title"),
        published=(
            "time.entry-date.published",
            "time.entry-date",
            ".posted-on time",
            ".wp-block-post-date time",
        ),
        authors=(
            ".author.vcard a",
            ".author.vcard",
            ".byline a",
            ".wp-block-post-author__name",
            ".wp-block-post-author-name",
            ".author-bio .author-title",
        ),
        tags=(
            ".tags-links a",
            ".tag-links a",
            ".post-tags a",
            ".taxonomy-post_tag a",
            ":not(.taxonomy-category) > a[rel='tag']",
        ),
        section=(".cat-links a", ".taxonomy-category a"),
        image=("figure.post-thumbnail img", ".post-thumbnail img"),
        caption=("figure.post-thumbnail figcaption",),
        cut=(".page-links", ".post-tags", ".tags-links", '[class*="related-post"]'),
    ),
)
