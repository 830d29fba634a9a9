"""The columns that the maker of big stores fills, in the order in which it gives them."""

COLUMNS = {
    "outlets": "name, title, site, added_at",
    "runs": "id, status, kind, started_at, ended_at, holder, version",
    "outlet_runs": "run_id, outlet, status, reason, started_at, ended_at, discovered, stored,"
    " known, dropped, failed, pending, requests, reasons, oldest_published, read_at, seen_since",
    "outlet_nights": "run_id, outlet, day, counted_at, is_reached, trouble, answers,"
    " last_answer_at, stored, dated, with_authors, with_section, state, state_since,"
    " state_reason",
    "outlet_states": "outlet, state, reason, since, run_id, changed_at",
    "gaps": "outlet, starts_at, ends_at, state, reason, found_run, closed_run",
    "addresses": "id, url, outlet, state, reason, tries, listed_title, listed_published,"
    " discovered_run, discovered_at, listed_run, counted_run, settled_run, settled_at",
    "articles": "id, outlet, url, title, text, published, published_source, authors, section,"
    " tags, text_sha256, revision, first_run, first_stored_at, last_run, last_stored_at, address",
    "revisions": "id, article_id, number, title, text, text_sha256, run_id, stored_at",
    "responses": "id, run_id, outlet, address, url, status, fetched_at, file, start_byte, length",
    "looks": "url, outlet, page_url, is_award, stored_on, read_at",
    "claims": "id, article_id, revision_id, position, recipient, recipient_code,"
    " recipient_kind, scheme, grantor, year, edition_year, edition_basis, score, score_raw, scale,"
    " predicate, category, zone, award_date, confidence, rules_version, proof, proof_start,"
    " proof_end",
    "claim_units": "claim_id, position, unit, score, raw",
    "claim_previous": "claim_id, position, year, score, raw",
    "evidence": "claim_id, position, field, source, start_char, end_char, quote",
    "awards": "id, recipient, recipient_code, scheme, edition_year, edition_basis, status, score,"
    " score_raw, scale, predicate, category, zone, award_date, first_run, first_stored_at,"
    " changed_at",
    "award_claims": "claim_id, award_id, relation, place, copy_of",
    "similar_articles": "article_id, other_id, similarity",
    "corrections": "id, award_id, field, before, after, who, because, corrected_at",
    "award_history": "award_id, changed_at, cause, run_id, correction_id, claim_id, field,"
    " before, after",
    "alerts": "id, award_id, claim_id, kind, run_id, created_at, addressed_at, correction_id",
    "deliveries": "alert_id, person, state, message_id, created_at, changed_at",
}
