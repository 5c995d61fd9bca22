"""The database: tables, repositories, one unit of work. The only home of SQLAlchemy and Alembic."""
