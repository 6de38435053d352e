package org.nuanxin.kit.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nuanxin.kit.Waiting.get;
import static org.nuanxin.kit.Waiting.until;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.net.SocketException;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.Accounts;
import org.nuanxin.kit.transactions.GroupCommit.Member;
import org.nuanxin.testing.StoresResource;

/** A group of commands … */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class GroupCommitTest {
    static final String DEAR = "dear";
    static final String BROKEN = "broken";
    static final String AWAY = "away";

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    @Inject
    Accounts accounts;

    UUID account = UUID.randomUUID();
    Queue<Integer> sizes = new ConcurrentLinkedQueue<>();
    Held held;
    GroupCommit<String, Instant> groups;

    @BeforeEach
    void open() {
        held = new Held(transactions, sql);
        groups = new GroupCommit<>(group -> transactions.runApart(now -> buy(group, now)));
    }

    @Test
    void of_one_waits_for_nobody() {
        get(groups.join("bread"));

        assertThat(sizes).containsExactly(1);
        assertThat(balance()).isEqualTo(1);
    }

    @Test
    void is_made_of_those_who_come_while_others_are_under_way() {
        var first = join("hold");
        until(() -> sizes.size() == 1);
        var later = Stream.generate(() -> join("bread")).limit(50).toList();

        held.release();

        first.join();
        assertThat(later.stream().map(CompletableFuture::join)).hasSize(50);
        assertThat(sizes).containsExactly(1, 50);
        assertThat(balance()).isEqualTo(51);
    }

    @Test
    void is_answered_only_after_its_commit() {
        var answer = join("hold");
        until(() -> sizes.size() == 1);

        assertThat(answer).isNotDone();
        assertThat(balance()).isZero();
        held.release();

        answer.join();
        assertThat(balance()).isEqualTo(1);
    }

    @Test
    void goes_on_without_whoever_is_refused() {
        var answers = together("bread", DEAR, "bread");

        assertThatThrownBy(answers.get(1)::join).hasRootCauseMessage("too dear");
        answers.get(0).join();
        answers.get(2).join();
        assertThat(balance()).isEqualTo(3);
    }

    @Test
    void that_fails_is_carried_out_one_by_one() {
        var answers = together("bread", BROKEN, "bread");

        assertThatThrownBy(answers.get(1)::join).hasRootCauseMessage("on purpose");
        answers.get(0).join();
        answers.get(2).join();
        assertThat(balance()).isEqualTo(3);
        assertThat(sizes).containsExactly(1, 3, 1, 1, 1);
    }

    @Test
    void tells_everybody_at_once_when_the_store_is_away() {
        var answers = together("bread", AWAY, "bread");

        assertThat(answers)
                .allSatisfy(answer -> assertThatThrownBy(answer::join)
                        .isInstanceOf(CompletionException.class)
                        .hasRootCauseInstanceOf(SocketException.class));
        assertThat(balance()).isEqualTo(1);
    }

    @Test
    void answers_once_though_it_lost_a_race() {
        AtomicInteger attempts = new AtomicInteger();
        GroupCommit<String, Integer> racing = new GroupCommit<>(group -> transactions.runApart(now -> {
            group.forEach(member -> member.answer(attempts.incrementAndGet()));
            return attempts.get() == 1 ? lostRace() : accounts.credit(account);
        }));

        assertThat(get(racing.join("bread"))).isEqualTo(2);
        assertThat(balance()).isEqualTo(1);
    }

    @Test
    void leaves_nobody_without_a_word() {
        GroupCommit<String, Integer> silent =
                new GroupCommit<>(group -> Uni.createFrom().voidItem());

        assertThatThrownBy(() -> get(silent.join("bread"))).hasMessage("neither answered nor refused");
    }

    private Uni<Void> lostRace() {
        return sql.update("do $$ begin raise exception using errcode = '40001', message = 'lost'; end $$")
                .replaceWithVoid();
    }

    /** One is held, so that the others make one group. */
    private List<CompletableFuture<Instant>> together(String... goods) {
        var _ = join("hold");
        until(() -> sizes.size() == 1);
        var answers = Stream.of(goods).map(this::join).toList();
        held.release();
        return answers;
    }

    private CompletableFuture<Instant> join(String goods) {
        return groups.join(goods).subscribeAsCompletionStage();
    }

    private Uni<Void> buy(List<Member<String, Instant>> group, Instant now) {
        sizes.add(group.size());
        List<String> goods = group.stream().map(Member::command).toList();
        group.stream().filter(member -> !member.command().equals(DEAR)).forEach(member -> member.answer(now));
        group.stream()
                .filter(member -> member.command().equals(DEAR))
                .forEach(member -> member.refuse(new IllegalArgumentException("too dear")));
        if (goods.contains(AWAY)) return Uni.createFrom().failure(new SocketException("away"));
        if (goods.contains(BROKEN)) return Uni.createFrom().failure(new IllegalStateException("on purpose"));
        return accounts.credit(goods.stream()
                        .filter(one -> !one.equals(DEAR))
                        .map(_ -> account)
                        .toList())
                .invoke(() -> goods.stream().filter("hold"::equals).forEach(_ -> held.hold(transactions.unit())));
    }

    private long balance() {
        return get(transactions.read(() -> accounts.balance(account)));
    }
}
