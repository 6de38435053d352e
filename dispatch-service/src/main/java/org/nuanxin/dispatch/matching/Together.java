package org.nuanxin.dispatch.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nuanxin.dispatch.candidates.Candidate;

/** Finds each of several requests the volunteer with whom all of them together are served soonest. */
final class Together {
    /** More seconds than anybody needs: somebody far away is better than nobody. */
    private static final int NOBODY = 1_000_000;

    private final Nearest candidates;
    private final List<Question> questions;

    private Together(Collection<Question> questions, Nearest candidates) {
        this.questions = new ArrayList<>(questions);
        this.candidates = candidates;
    }

    /** By request; a request for whom nobody is left has no match. */
    static Map<UUID, Candidate> match(Collection<Question> questions, Nearest candidates) {
        return new Together(questions, candidates).match();
    }

    /** Who loses all of theirs looks further, until everybody has somebody or there is nobody further off. */
    private Map<UUID, Candidate> match() {
        Map<UUID, Candidate> matches = solve();
        while (widen(matches)) matches = solve();
        return matches;
    }

    private boolean widen(Map<UUID, Candidate> matches) {
        boolean widened = false;
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            if (matches.containsKey(question.request()) || !question.canWiden()) continue;
            questions.set(i, question.wider(candidates));
            widened = true;
        }
        return widened;
    }

    private Map<UUID, Candidate> solve() {
        Map<UUID, Integer> numbers = numbers();
        Matching matching = Solver.solve(problem(numbers));
        Map<UUID, Candidate> matches = new HashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            int volunteer = matching.volunteerOf(i);
            Question question = questions.get(i);
            question.nearest().stream()
                    .filter(candidate -> number(numbers, candidate) == volunteer)
                    .forEach(candidate -> matches.put(question.request(), candidate));
        }
        return matches;
    }

    private Problem problem(Map<UUID, Integer> numbers) {
        int least = questions.stream()
                .flatMap(question -> question.nearest().stream())
                .mapToInt(Candidate::cost)
                .min()
                .orElse(0);
        Problem.Builder built = Problem.among(numbers.size());
        for (Question question : questions) {
            built.request(NOBODY);
            for (Candidate candidate : question.nearest()) {
                int cost = (int) Math.min((long) candidate.cost() - least, NOBODY - 1);
                built.arc(number(numbers, candidate), cost);
            }
        }
        return built.build();
    }

    private Map<UUID, Integer> numbers() {
        Map<UUID, Integer> numbers = new HashMap<>();
        questions.stream()
                .flatMap(question -> question.nearest().stream())
                .forEach(candidate -> numbers.putIfAbsent(candidate.id(), numbers.size()));
        return numbers;
    }

    private static int number(Map<UUID, Integer> numbers, Candidate candidate) {
        return numbers.getOrDefault(candidate.id(), Matching.NOBODY);
    }
}
