"""The tables of a record as Python holds them: tuples of frozen values that can be taken away as data frames."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

if TYPE_CHECKING:
    import pandas
    import polars

    from onrecord.model.sheet import Sheet
    from onrecord.model.source import Source

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Rows(tuple[T_co, ...]):
    """A table of a record: a tuple like any other, which knows the name of its table."""

    table: str

    def __new__(cls, rows: Iterable[T_co] = (), table: str = "") -> Self:
        """Make a table of a record from its rows."""
        made = super().__new__(cls, rows)
        made.table = table
        return made

    def to_polars(self) -> polars.DataFrame:
        """Return the table as a polars data frame, with the columns of the exports."""
        return self._sheet().to_polars()

    def to_pandas(self) -> pandas.DataFrame:
        """Return the table as a pandas data frame, with the columns of the exports."""
        return self._sheet().to_pandas()

    def _repr_html_(self) -> str:
        return self._sheet()._repr_html_()

    def _sheet(self) -> Sheet[Source]:
        from onrecord.model.record import Record
        from onrecord.model.sheet import sheet_of

        alone: dict[str, Any] = {self.table: self}
        return sheet_of(Record(**alone), self.table)


if TYPE_CHECKING:

    class RowsOf(Generic[T]):
        """The type of a field that takes any tuple of rows and gives `Rows`."""

        def __get__(self, record: object, owner: Any = None) -> Rows[T]: ...
        def __set__(self, record: object, rows: tuple[T, ...]) -> None: ...

else:

    class RowsOf:
        """What readers of types see of such a field: a tuple of rows."""

        def __class_getitem__(cls, kind: Any) -> Any:
            """Return the type of a tuple of this kind."""
            return tuple[kind, ...]


NO_ROWS: Any = ()
