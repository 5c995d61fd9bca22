"""What Alembic runs around migrations: the connection is given, and no ini file or logging is touched."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():
    context.run_migrations()
