package org.nuanxin.journeys.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.nuanxin.journeys.Stack;

/**
 * Everything that nobody should send, at every operation that the services' own documents name, or a share of it. Run by
 * {@code ./check --abuse}, at the pace of life: whatever a timer changed meanwhile would look like something left behind.
 */
@EnabledIfSystemProperty(named = "abuse.share", matches = ".+")
class AbuseTest {
    /** In the order in which events flow, against it, so that what is taken in disturbs nobody's count. */
    static final List<String> SERVICES = List.of("feedback", "volunteer", "dispatch", "intake");

    static final long MOST_GROWTH_KB = 300 << 10;

    final Judge judge = new Judge();
    final double share = Double.parseDouble(System.getProperty("abuse.share"));
    final long seed = Long.getLong("abuse.seed", 1);
    final Barrage barrage = new Barrage(judge, seed, share);

    @Test
    void gets_a_clear_refusal_and_leaves_nothing_behind() throws Exception {
        Map<String, String> tokens = new Jwt(Persona.of("supervisor-2").token()).forged();
        List<Persona> strangers = Persona.strangers();
        Things others = Things.ofSomebodyElse();
        int operations = 0;

        for (String service : SERVICES) {
            Memory before = Memory.of(service);
            List<Operation> all =
                    Document.of(service, Stack.running().service(service)).operations();
            for (Operation operation : all) {
                unchanged(operation, () -> {
                    barrage.strangers(operation, strangers, others);
                    barrage.forged(operation, tokens);
                    return 0;
                });
            }
            for (Operation operation : all) {
                unchanged(operation, () -> barrage.nonsense(operation, whoever(operation)));
                System.out.println(operation + ", " + judge.figures());
            }
            assertThat(all).as("what %s does", service).isNotEmpty();
            operations += all.size();
            survived(service, before);
        }

        System.out.print(judge.report());
        System.out.printf("abuse operations %d %s (seed %d, share %s)%n", operations, judge.figures(), seed, share);
        assertThat(judge.isContent()).isTrue();
    }

    /** @param barrage how much of it was taken in: where all was refused, nothing may be left behind */
    private void unchanged(Operation operation, IntSupplier barrage) {
        Map<String, String> before = Rows.of(operation.service());
        if (barrage.getAsInt() > 0) return;
        Map<String, String> after = Rows.of(operation.service());
        before.forEach((table, rows) -> {
            if (!rows.equals(after.get(table))) {
                judge.changed(operation + " left something in " + table + ": " + rows + ", then " + after.get(table));
            }
        });
    }

    private static void survived(String service, Memory before) {
        Memory after = Memory.of(service);
        System.out.printf(
                "%-10s %d MB before, %d MB after%n", service, before.resident() >> 10, after.resident() >> 10);
        assertThat(after.pid()).as("the process of %s", service).isEqualTo(before.pid());
        assertThat(after.resident() - before.resident())
                .as("what %s has grown by", service)
                .isLessThan(MOST_GROWTH_KB);
    }

    /** Somebody who may call it, and whom nobody misses. */
    private static Persona whoever(Operation operation) {
        Persona miniApp = Persona.of("mini-app-1");
        List<Persona> some = new ArrayList<>(List.of(
                new Persona("mini-app-1:abuser", Set.of("resident", "volunteer"), miniApp.token(), "abuser"),
                Persona.of("supervisor-2"),
                Persona.of("administrator-1"),
                miniApp));
        return some.stream().filter(operation::lets).findFirst().orElse(Persona.NOBODY);
    }
}
