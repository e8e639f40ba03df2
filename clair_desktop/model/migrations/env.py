"""Run by Alembic: the migrations climb inside the transaction that ``upgrading`` has begun."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()
