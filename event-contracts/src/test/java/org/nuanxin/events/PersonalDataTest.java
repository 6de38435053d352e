package org.nuanxin.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PersonalDataTest {
    static final Set<String> PERSONAL = Set.of(
            "name",
            "phone",
            "mobile",
            "contact",
            "address",
            "street",
            "room",
            "door",
            "email",
            "birthday",
            "age",
            "gender",
            "description",
            "note",
            "notes",
            "words",
            "text",
            "comment",
            "message",
            "remark",
            "photo",
            "where");

    record Leaky(String contactPhone, String note) {}

    /** The components of a record that sound like personal data or free words, looked for in the records inside it too. */
    static Stream<String> personal(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> Stream.concat(
                        soundsPersonal(component)
                                ? Stream.of(type.getSimpleName() + "." + component.getName())
                                : Stream.of(),
                        recordIn(component.getGenericType()).flatMap(PersonalDataTest::personal)));
    }

    /** A {@code name} in both languages is a thing's: people have one only. */
    private static boolean soundsPersonal(RecordComponent component) {
        Stream<String> words =
                Arrays.stream(component.getName().split("(?=[A-Z])")).map(word -> word.toLowerCase(Locale.ROOT));
        return !component.getType().equals(Names.class) && words.anyMatch(PERSONAL::contains);
    }

    private static Stream<Class<?>> recordIn(Type type) {
        return switch (type) {
            case Class<?> plain when plain.isRecord() -> Stream.of(plain);
            case ParameterizedType list -> recordIn(list.getActualTypeArguments()[0]);
            default -> Stream.of();
        };
    }

    @Test
    void is_in_no_event() {
        assertThat(SamplesTest.events().flatMap(PersonalDataTest::personal)).isEmpty();
    }

    @Test
    void would_be_found() {
        assertThat(personal(Leaky.class)).containsExactly("Leaky.contactPhone", "Leaky.note");
    }
}
