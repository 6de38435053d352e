package org.nuanxin.journeys.faults;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What the people of a street have heard, as they remember it themselves. */
final class History {
    /** Whoever finds one of these outside the answers to its owner has found personal data. */
    static final List<String> CANARIES = List.of("金丝雀李雅琴", "13900427100", "金丝雀弄9号", "金丝雀马小跑", "13800427100", "金丝雀的话");

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger unknown = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final Map<String, Set<String>> requests = new ConcurrentHashMap<>();
    private final Set<String> withdrawn = ConcurrentHashMap.newKeySet();
    private final Set<String> poisoned = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> offences = new ConcurrentLinkedQueue<>();

    /** Neither yes nor no: it may have been carried out. */
    void unknown() {
        calls.incrementAndGet();
        unknown.incrementAndGet();
    }

    void answered(String question, Calls.Answer answer) {
        calls.incrementAndGet();
        if (answer.status() >= 500) failures.incrementAndGet();
        if (answer.status() < 400) return;
        if (CANARIES.stream().anyMatch(answer.text()::contains))
            offences.add("a personal word in an error: " + question);
        if (answer.text().contains("org.nuanxin") || answer.text().contains("\tat "))
            offences.add("a stack trace in an error: " + question);
    }

    void submitted(String key, String request) {
        requests.computeIfAbsent(key, fresh -> ConcurrentHashMap.newKeySet()).add(request);
    }

    void withdrawn(String request) {
        withdrawn.add(request);
    }

    /** The id, or the subject, of what was put into a topic to be refused. */
    void poisoned(String id) {
        poisoned.add(id);
    }

    /** By key: every id that it was answered with. */
    Map<String, Set<String>> requests() {
        return requests;
    }

    Set<String> withdrawals() {
        return withdrawn;
    }

    Set<String> poison() {
        return poisoned;
    }

    List<String> offences() {
        return List.copyOf(offences);
    }

    int calls() {
        return calls.get();
    }

    int unknowns() {
        return unknown.get();
    }

    int failed() {
        return failures.get();
    }
}
