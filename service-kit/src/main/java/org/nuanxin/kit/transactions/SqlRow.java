package org.nuanxin.kit.transactions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a native query; columns count from 0. The plain accessors refuse null, the {@code …OrNull} ones do not. */
public final class SqlRow {
    private final @Nullable Object[] columns;

    SqlRow(@Nullable Object[] columns) {
        this.columns = columns;
    }

    public UUID uuid(int column) {
        return present(column, uuidOrNull(column));
    }

    public @Nullable UUID uuidOrNull(int column) {
        return (UUID) columns[column];
    }

    public String text(int column) {
        return present(column, textOrNull(column));
    }

    public @Nullable String textOrNull(int column) {
        Object value = columns[column];
        return value == null ? null : value.toString();
    }

    public int integer(int column) {
        return number(column).intValue();
    }

    public @Nullable Integer integerOrNull(int column) {
        return columns[column] == null ? null : (Integer) integer(column);
    }

    public long longValue(int column) {
        return number(column).longValue();
    }

    public double real(int column) {
        return number(column).doubleValue();
    }

    public boolean bool(int column) {
        return (Boolean) present(column, columns[column]);
    }

    public @Nullable Boolean boolOrNull(int column) {
        return (Boolean) columns[column];
    }

    public Instant instant(int column) {
        return present(column, instantOrNull(column));
    }

    public @Nullable Instant instantOrNull(int column) {
        return columns[column] instanceof OffsetDateTime time ? time.toInstant() : null;
    }

    public @Nullable LocalDate dateOrNull(int column) {
        return (LocalDate) columns[column];
    }

    public @Nullable LocalTime timeOrNull(int column) {
        return (LocalTime) columns[column];
    }

    /** A {@code text[]}; empty where it is null. */
    public List<String> texts(int column) {
        return columns[column] instanceof Object[] values
                ? Arrays.stream(values).map(String::valueOf).toList()
                : List.of();
    }

    public boolean isNull(int column) {
        return columns[column] == null;
    }

    private Number number(int column) {
        return (Number) present(column, columns[column]);
    }

    private static <T> T present(int column, @Nullable T value) {
        return Objects.requireNonNull(value, () -> "column " + column + " is null");
    }
}
