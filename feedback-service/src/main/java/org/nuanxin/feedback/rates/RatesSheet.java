package org.nuanxin.feedback.rates;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Names;

/** The rates for a spreadsheet: each with its numerator and denominator, the last line for all together. */
final class RatesSheet {
    /** Without it spreadsheets take Chinese names for another encoding. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private RatesSheet() {}

    static String of(RatesView rates) {
        return Stream.concat(rates.groups().stream(), Stream.of(rates.total()))
                .map(RatesSheet::line)
                .collect(Collectors.joining("", BYTE_ORDER_MARK + heading(rates.by()), ""));
    }

    private static String heading(String by) {
        return Csv.line(
                by,
                "name_zh",
                "name_en",
                "submitted",
                "withdrawn",
                "referred",
                "declined",
                "extended",
                "answered",
                "answered_in_time",
                "answerable",
                "response_rate",
                "response_in_time_rate",
                "completed_in_time",
                "due",
                "completion_in_time_rate",
                "rated",
                "completed",
                "rating_rate",
                "solved",
                "solved_rate",
                "satisfied",
                "satisfaction_rate",
                "completion_unextended_rate");
    }

    private static String line(RatesView.Row row) {
        @Nullable Names name = row.name();
        Counts counts = row.counts();
        return Csv.line(
                row.key(),
                name == null ? null : name.zh(),
                name == null ? null : name.en(),
                counts.submitted(),
                counts.withdrawn(),
                counts.referred(),
                counts.declined(),
                counts.extended(),
                counts.answered(),
                counts.answeredInTime(),
                row.responseRate().denominator(),
                row.responseRate().value(),
                row.responseInTimeRate().value(),
                counts.completedInTime(),
                counts.due(),
                row.completionInTimeRate().value(),
                counts.rated(),
                counts.completed(),
                row.ratingRate().value(),
                counts.solved(),
                row.solvedRate().value(),
                counts.satisfied(),
                row.satisfactionRate().value(),
                row.completionUnextendedRate().value());
    }
}
