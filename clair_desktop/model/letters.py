"""Letters by year as the branch entered them: their wording, and whom at headquarters they address."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from clair_desktop.model.tables import AddresseeRevisionRow, TextRevisionRow


class TextRevisions:
    """The wording of documents by programme and year."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all_for(self, programme: str) -> Sequence[TextRevisionRow]:
        chosen = select(TextRevisionRow).filter_by(programme=programme)
        kept = (TextRevisionRow.year, TextRevisionRow.document, TextRevisionRow.part)
        return self._session.scalars(chosen.order_by(*kept)).all()

    def get(self, programme: str, document: str, part: str, year: int) -> TextRevisionRow | None:
        chosen = select(TextRevisionRow).filter_by(programme=programme, document=document, part=part, year=year)
        return self._session.scalar(chosen)

    def put(self, revision: TextRevisionRow) -> None:
        """Enter a text; an earlier one of the same part and year gives way and stays in the journal."""
        earlier = self.get(revision.programme, revision.document, revision.part, revision.year)
        if earlier is not None:
            self.remove(earlier)
        self._session.add(revision)
        self._session.flush()

    def remove(self, revision: TextRevisionRow) -> None:
        self._session.delete(revision)
        self._session.flush()


class AddresseeRevisions:
    """Headquarters' addressee by programme and year."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all_for(self, programme: str) -> Sequence[AddresseeRevisionRow]:
        chosen = select(AddresseeRevisionRow).filter_by(programme=programme)
        return self._session.scalars(chosen.order_by(AddresseeRevisionRow.year)).all()

    def get(self, programme: str, year: int) -> AddresseeRevisionRow | None:
        return self._session.scalar(select(AddresseeRevisionRow).filter_by(programme=programme, year=year))

    def put(self, revision: AddresseeRevisionRow) -> None:
        """Enter an addressee; an earlier one of the same year gives way and stays in the journal."""
        earlier = self.get(revision.programme, revision.year)
        if earlier is not None:
            self.remove(earlier)
        self._session.add(revision)
        self._session.flush()

    def remove(self, revision: AddresseeRevisionRow) -> None:
        self._session.delete(revision)
        self._session.flush()
