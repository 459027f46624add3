"""What one student's page says: the same as the terminal, and pictures where some were drawn."""

import msgspec

from grader.page.pictures import Album, Picture
from grader.plots.plan import worth_drawing
from grader.render.telling import (
    Telling,
    exercises_to_tell,
    failures_to_tell,
    output_to_tell,
    why_these_too,
)
from grader.render.text import next_step
from grader.report import ExerciseReport, Report


class Told(msgspec.Struct, frozen=True):
    """One exercise that there is something to say of; ``drawable`` where a picture would help."""

    exercise: ExerciseReport
    telling: Telling
    why_these_too: str
    output: str
    pictures: tuple[Picture, ...]
    drawable: bool


class Feedback(msgspec.Struct, frozen=True):
    """One student's page; of no other student."""

    name: str
    submission: str
    score: int
    max_score: int
    exercises: tuple[ExerciseReport, ...]
    told: tuple[Told, ...]
    next_step: str

    @property
    def links(self) -> frozenset[str]:
        """The exercises that there is a place for further down."""
        return frozenset(each.exercise.id for each in self.told)


def feedback_of(report: Report, album: Album) -> Feedback:
    """Choose what is told of a report."""
    told = [
        Told(
            exercise=each,
            telling=failures_to_tell(each),
            why_these_too=why_these_too(each),
            output=output_to_tell(each),
            pictures=album.get((report.submission, each.id), ()),
            drawable=worth_drawing(each),
        )
        for each in exercises_to_tell(report)
        if _says_more(each)
    ]
    return Feedback(
        report.who,
        report.submission,
        report.score,
        report.max_score,
        report.exercises,
        tuple(told),
        next_step(report),
    )


def _says_more(exercise: ExerciseReport) -> bool:
    """Leave out what has no more to it than the verdict, which stands in the table."""
    return bool(exercise.note or exercise.explanation or failures_to_tell(exercise).told)
