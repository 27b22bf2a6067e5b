"""The database in one definition; `migrations` builds the same, a test compares the two."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    column,
    table,
    text,
)

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    Column("value", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("fingerprint", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("title", Text),
    Column("publisher", Text),
    Column("author", Text),
    Column("published", Text),
    Column("language", Text, nullable=False),
    Column("url", Text),
    Column("event", Text),
    Column("media_type", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("aside", JSON, nullable=False),
    Column("notes", JSON, nullable=False),
    Column("raw", LargeBinary, nullable=False),  # last, so that reading the other columns skips its pages
    Index("documents_in_order", "name", "fingerprint"),
)

figures = Table(
    "figures",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("fingerprint", Text, nullable=False),
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("reported_text", Text, nullable=False),
    Column("low", Integer),
    Column("high", Integer),
    Column("quantifier", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("noun", Text, nullable=False),
    Column("origin", JSON, nullable=False),
    Column("location", JSON, nullable=False),
    Column("as_of", Text),
    Column("disputed", Boolean, nullable=False),
    Column("part_start", Integer),
    Column("part_end", Integer),
    Column("quote", Text, nullable=False),
    Column("quote_start", Integer, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("why", JSON, nullable=False),
    Column("made", Text, nullable=False),
    Column("use", Text, nullable=False),
    Column("standing", Text, nullable=False),
    Column("changed", Boolean, nullable=False),
    UniqueConstraint("document_id", "start", "end", "made"),
    UniqueConstraint("fingerprint", "made"),
    Index("figures_by_category", "category"),
    Index("figures_by_low", "low"),
    Index("figures_by_high", "high"),
    Index("figures_by_as_of", "as_of"),
    Index("figures_by_confidence", "confidence"),
    Index("figures_disputed", "id", sqlite_where=text("disputed")),
    Index("figures_changed", "id", sqlite_where=text("changed")),
    Index("figures_by_standing", "standing", "use"),
)

# Which figures have which code of people ("origin") and of places ("location"), kept by triggers; '' is of those without any.
codes = Table(
    "codes",
    metadata,
    Column("field", Text, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("figure_id", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# What lists of documents show, kept by triggers apart from the long rows of texts.
shelf = Table(
    "shelf",
    metadata,
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("fingerprint", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("title", Text),
    Column("publisher", Text),
    Column("author", Text),
    Column("published", Text),
    Column("language", Text, nullable=False),
    Column("url", Text),
    Column("event", Text),
    Column("media_type", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("characters", Integer, nullable=False),
    Column("figures", Integer, nullable=False),
    Column("waiting", Integer, nullable=False),
    Index("shelf_by_name", "name", "fingerprint"),
    Index("shelf_by_published", "published"),
    Index("shelf_by_publisher", "publisher"),
    Index("shelf_by_figures", "figures"),
    Index("shelf_by_waiting", "waiting"),
)

links = Table(
    "links",
    metadata,
    Column("figure_id", ForeignKey("figures.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("basis", Text, nullable=False),
    Column("resolved", Boolean, nullable=False),
    Index("links_by_name", "name"),
    sqlite_with_rowid=False,
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("subject", JSON, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("time", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("fields", JSON, nullable=False, server_default="{}"),
    Column("seen", Text, nullable=False, server_default=""),
    Index("decisions_of_subject", "kind", "subject"),
)

said = Table(
    "said",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("subject", JSON, primary_key=True),
    Column("person", Text, primary_key=True),
    Column("verdict", Text, nullable=False),
    sqlite_with_rowid=False,
)

# What reconciling made of the facts; `stale` is filled by triggers with the documents that changed since.
stale = Table("stale", metadata, Column("document_id", Integer, primary_key=True, autoincrement=False))

pieces = Table(
    "pieces",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("key", JSON, nullable=False),
)

members = Table(
    "members",
    metadata,
    Column("piece_id", Integer, primary_key=True, autoincrement=False),
    Column("figure_id", Integer, primary_key=True, autoincrement=False),
    Column("document_id", Integer, nullable=False),
    Column("digest", Integer, nullable=False, server_default=text("0")),
    Index("members_of_document", "document_id"),
    sqlite_with_rowid=False,
)

namings = Table(
    "namings",
    metadata,
    Column("document_id", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, primary_key=True),
    Column("spelled", Text, primary_key=True),
    Column("maker", Text, primary_key=True),
    Index("namings_of_name", "name"),
    sqlite_with_rowid=False,
)

spellings = Table(
    "spellings",
    metadata,
    Column("name", Text, primary_key=True),
    Column("spelled", Text, primary_key=True),
    Column("maker", Text, primary_key=True),
    Column("documents", Integer, nullable=False),
    sqlite_with_rowid=False,
)

aliases = Table(
    "aliases",
    metadata,
    Column("name", Text, primary_key=True),
    Column("head", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("applied", Boolean, nullable=False),
    Column("decided", Boolean),
    Column("spelled_name", Text, nullable=False),
    Column("spelled_head", Text, nullable=False),
    sqlite_with_rowid=False,
)

findings = Table(
    "findings",
    metadata,
    Column("piece_id", Integer, primary_key=True, autoincrement=False),
    Column("fingerprint", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("gravity", Integer, nullable=False),
    Column("category", Text, nullable=False),
    Column("people", JSON, nullable=False),
    Column("place", JSON, nullable=False),
    Column("body", JSON, nullable=False),
    Index("findings_by_gravity", "gravity", "fingerprint", "kind", "category", "people", "place"),
    Index("findings_by_fingerprint", "fingerprint"),
    sqlite_with_rowid=False,
)

concerns = Table(
    "concerns",
    metadata,
    Column("figure", Text, primary_key=True),
    Column("piece_id", Integer, primary_key=True, autoincrement=False),
    Column("finding", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Index("concerns_of_kind", "kind", "figure"),
    Index("concerns_of_piece", "piece_id"),
    sqlite_with_rowid=False,
)

points = Table(
    "points",
    metadata,
    Column("piece_id", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("fingerprint", Text, nullable=False),
    Column("series", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("people", JSON, nullable=False),
    Column("place", JSON, nullable=False),
    Column("event", Text),
    Column("time", Text),
    Column("origins", Integer, nullable=False),
    Column("body", JSON, nullable=False),
    Index("points_in_order", "category", "people", "place", "series", "time", "fingerprint"),
    Index("points_by_origins", "origins", "fingerprint"),
    Index("points_of_category", "category", "origins", "fingerprint"),
    Index("points_by_fingerprint", "fingerprint"),
    Index("points_by_series", "series"),
    sqlite_with_rowid=False,
)

counted = Table(
    "counted",
    metadata,
    Column("figure", Text, primary_key=True),
    Column("piece_id", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Index("counted_of_piece", "piece_id"),
    sqlite_with_rowid=False,
)

# The full-text index over documents; virtual, kept in step by triggers, so not part of the metadata.
search = table("search", column("rowid", Integer), column("search", Text), column("rank", Float))
