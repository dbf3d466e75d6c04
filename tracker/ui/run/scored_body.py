"""The table of a run's scores, in the run form and in the question after an import."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tracker.domain.form import FormContext
from tracker.domain.run import Run
from tracker.domain.site import PainSite
from tracker.domain.site_fields import scores_text
from tracker.ui.form.body import FormBody
from tracker.ui.run.score_row import FIELD_OF, ScoreHead, ScoreMoment, ScoreRow
from tracker.ui.run.words import NO_SITES
from tracker.ui.widgets.note import Note
from tracker.ui.widgets.zone_legend import ZoneLegend


def rows_of(context: FormContext) -> list[Widget]:
    """Make a row of scores for each site, or say that there is none."""
    green_max = context.settings.green_max
    rows: list[Widget] = [ScoreRow(place, green_max=green_max) for place in context.places]
    return rows or [Static(Content(NO_SITES), classes="hint")]


class ScoredBody(FormBody):
    """A form with the table of scores in `#scores`; `editing` is the run that it corrects."""

    editing: Run | None = None

    @property
    def score_rows(self) -> list[ScoreRow]:
        """Return the sites' rows, in order."""
        return list(self.query_one("#scores").query(ScoreRow))

    def scores(self, moment: ScoreMoment) -> Mapping[PainSite, int]:
        """Return the scores of one moment by site, in the order of the record, then of the rows."""
        typed = {row.place: row.scores[moment] for row in self.score_rows if moment in row.scores}
        run = self.editing
        on_file = [] if run is None else [each.place for each in getattr(run, FIELD_OF[moment])]
        return {
            place: typed[place] for place in dict.fromkeys((*on_file, *typed)) if place in typed
        }

    def typed(self) -> dict[str, str]:
        """Return what the rows hold, the table of scores among them."""
        scores = {name: scores_text(self.scores(moment)) for moment, name in FIELD_OF.items()}
        return {**super().typed(), **scores}

    def write(self, name: str, text: str) -> None:
        """Write a field's text into its row, or into its column of the table of scores."""
        moment = next((moment for moment, field in FIELD_OF.items() if field == name), None)
        if moment is None:
            super().write(name, text)
            return
        found = self.fields[name].read(text, self.context)
        by_site = {} if not isinstance(found, tuple) else {each.place: each.score for each in found}
        for row in self.score_rows:
            others = {each: score for each, score in row.scores.items() if each is not moment}
            score = by_site.get(row.place)
            row.scores = others if score is None else {**others, moment: score}


class ScoresBody(ScoredBody):
    """Only what hurt in a run that is on file; all else of it stays."""

    DEFAULT_CSS = """
    ScoresBody {
        & > ScoreHead { padding: 0 0 0 1; }
        & > #scores { height: auto; margin-bottom: 1; }
        & > ZoneLegend { margin-bottom: 1; }
    }
    """

    FIRST_FOCUS = "ScoreRow"

    def compose(self) -> ComposeResult:
        """Lay out the table, and how the run ended."""
        yield ScoreHead()
        yield Vertical(*rows_of(self.context), id="scores")
        yield ZoneLegend()
        yield self.row("outcome")
        yield self.row("also")
        yield Note(id="whole")

    def on_mount(self) -> None:
        """Show the scores that are there."""
        super().on_mount()
        self.query_one(ZoneLegend).green_max = self.context.settings.green_max
        for name in FIELD_OF.values():
            self.write(name, self._shown.get(name, ""))
