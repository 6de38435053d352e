package org.nuanxin.kit.transactions;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;

/**
 * Carries out commands of one kind together: those that come while a group is under way make up the next, and share its
 * transaction. Whoever comes alone waits for nobody.
 *
 * <ul>
 *   <li>A command is answered only after the commit.
 *   <li>A command that is refused leaves the others of its group alone.
 *   <li>Where a group fails as a whole, each of its commands is carried out by itself; where the store is away, all who wait are
 *       told at once.
 * </ul>
 */
public final class GroupCommit<C, R> {
    private static final int LARGEST = 64;

    private final Function<List<Member<C, R>>, Uni<Void>> work;
    private final Queue<Member<C, R>> waiting = new ArrayDeque<>();
    private boolean underWay;

    /**
     * @param work answers or refuses every member, in one transaction; where that is tried again, the last word to each counts
     */
    public GroupCommit(Function<List<Member<C, R>>, Uni<Void>> work) {
        this.work = work;
    }

    /** A command of a group. What it is told is passed on after the commit. */
    public static final class Member<C, R> {
        private final C command;
        private final UniEmitter<? super R> caller;
        private Runnable word;

        private Member(C command, UniEmitter<? super R> caller) {
            this.command = command;
            this.caller = caller;
            this.word = () -> caller.fail(new IllegalStateException("neither answered nor refused"));
        }

        public C command() {
            return command;
        }

        public void answer(R answer) {
            word = () -> caller.complete(answer);
        }

        public void refuse(Throwable refusal) {
            word = () -> caller.fail(refusal);
        }

        private void tell() {
            word.run();
        }
    }

    /** Carries the command out in the next group; what follows goes on in the caller's context. */
    public Uni<R> join(C command) {
        return Contexts.back(Uni.createFrom().emitter(caller -> enter(new Member<>(command, caller))));
    }

    private void enter(Member<C, R> member) {
        synchronized (waiting) {
            waiting.add(member);
        }
        begin();
    }

    private void begin() {
        List<Member<C, R>> group = next();
        if (!group.isEmpty()) {
            carryOut(group)
                    .onFailure(failure -> group.size() > 1 && concernsOne(failure))
                    .recoverWithUni(() -> oneByOne(group))
                    .subscribe()
                    .with(_ -> end(List.of()), failure -> end(refused(group, failure)));
        }
    }

    /** Not the store as a whole: the others may be carried out. */
    private static boolean concernsOne(Throwable failure) {
        return !Failures.passes(failure) || Failures.waitedForALock(failure);
    }

    private List<Member<C, R>> next() {
        List<Member<C, R>> group = new ArrayList<>();
        synchronized (waiting) {
            if (!underWay && !waiting.isEmpty()) {
                underWay = true;
                while (group.size() < LARGEST && !waiting.isEmpty()) {
                    group.add(waiting.remove());
                }
            }
        }
        return group;
    }

    private Uni<Void> carryOut(List<Member<C, R>> group) {
        return Uni.createFrom().deferred(() -> work.apply(group)).invoke(() -> group.forEach(Member::tell));
    }

    private Uni<Void> oneByOne(List<Member<C, R>> group) {
        return Multi.createFrom()
                .iterable(group)
                .onItem()
                .transformToUniAndConcatenate(member -> carryOut(List.of(member))
                        .onFailure()
                        .recoverWithUni(failure -> Uni.createFrom().voidItem().invoke(() -> {
                            member.refuse(failure);
                            member.tell();
                        })))
                .collect()
                .last();
    }

    /** Who waits while the store is away would only wait for the same failure. */
    private List<Member<C, R>> refused(List<Member<C, R>> group, Throwable failure) {
        List<Member<C, R>> refused = new ArrayList<>(group);
        synchronized (waiting) {
            if (!concernsOne(failure)) {
                refused.addAll(waiting);
                waiting.clear();
            }
        }
        refused.forEach(member -> member.refuse(failure));
        return refused;
    }

    private void end(List<Member<C, R>> refused) {
        synchronized (waiting) {
            underWay = false;
        }
        refused.forEach(Member::tell);
        begin();
    }
}
