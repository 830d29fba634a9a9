"""Classes of boxes that are never part of a story, whatever site they stand on."""

_OTHER_STORIES = (
    *("baca-juga", "bacajuga", "baca_juga", "read-also", "also-read", "inline-related"),
    *("related-post", "related-posts", "relatedpost", "related_posts"),
    # Jetpack, Contextual Related Posts, YARPP, Related Posts Thumbnails, other plugins.
    *("jp-relatedposts", "jp-related-posts-i2", "crp_related", "yarpp", "yarpp-related"),
    *("relpost-thumb-wrapper", "rp4wp-related-posts", "wp_rp_wrap", "wpp-list"),
    *("wp-block-latest-posts", "wp-block-query", "wp-block-rss", "wp-embedded-content"),
)
_COMMENTS = (
    *("comments", "comment-list", "comments-area", "wp-block-latest-comments"),
    *("wp-block-comments", "wp-block-post-comments"),
)
_BOXES = (
    *("adsbygoogle", "advertisement", "ads", "ad-slot", "ads-slot", "iklan", "code-block"),
    *("share-buttons", "social-share", "sharethis", "post-tags", "tagcloud"),
    *("breadcrumb", "breadcrumbs", "author-box", "author-bio", "post-navigation"),
    *("wp-caption", "wp-caption-text", "screen-reader-text", "sr-only", "visually-hidden"),
    *("twitter-tweet", "instagram-media", "tiktok-embed", "fb-post"),
)
_WORDPRESS = (
    # Pagers that WordPress itself prints under each part of a story.
    *("page-links", "post-nav-links", "post-page-numbers"),
    # Blocks that list other pages of the site, lead away from the story or say who wrote it.
    *("wp-block-archives", "wp-block-categories", "wp-block-tag-cloud", "wp-block-calendar"),
    *("wp-block-page-list", "wp-block-navigation", "wp-block-search", "wp-block-loginout"),
    *("wp-block-buttons", "wp-block-button", "wp-block-file", "wp-block-social-links"),
    *("wp-block-embed", "wp-block-post-author", "wp-block-post-date", "wp-block-post-terms"),
    *("wp-block-post-navigation-link",),
    *("wp-block-rank-math-toc-block", "wp-block-yoast-seo-table-of-contents"),
)
_PLUGINS = (
    # Sharing: Jetpack, AddToAny, Sassy Social Share, Simple Share Buttons, others.
    *("sharedaddy", "addtoany_share_save_container", "addtoany_content", "a2a_kit"),
    *("heateor_sss_sharing_container", "ssba-wrap", "scriptlesssocialsharing", "essb_links"),
    *("mashsb-container", "swp_social_panel", "shareaholic-canvas", "dpsp-content-wrapper"),
    # Counters, stars and tables of contents.
    *("post-views", "rmp-widgets-container", "kk-star-ratings", "post-ratings", "wpulike"),
    *("ez-toc-container-direction", "ez-toc-title-container", "lwptoc", "toc_container"),
    # Boxes about the author: Simple Author Box, PublishPress Authors, Molongui.
    *("saboxplugin-wrap", "pp-multiple-authors-boxes-wrapper", "m-a-box", "abh_box"),
)

OTHER_TEXTS = frozenset((*_OTHER_STORIES, *_COMMENTS))
"""What stands in an element with one of them is told of another story, or by a reader."""
NOISE_CLASSES = OTHER_TEXTS | frozenset((*_BOXES, *_WORDPRESS, *_PLUGINS))
"""An element with one of them is cut from a story with all that it holds."""
