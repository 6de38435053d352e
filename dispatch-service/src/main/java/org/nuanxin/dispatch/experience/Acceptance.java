package org.nuanxin.dispatch.experience;

/**
 * How likely a volunteer accepts within the wait of an offer: the mean of a Beta distribution whose prior is what is known of
 * others. Each step starts from the one before and moves as far as its own answers weigh: everybody, everybody at this kind of
 * matter and hour, this volunteer at other ones, this volunteer at this one.
 */
public final class Acceptance {
    /** Nobody has answered anything yet: what communities have seen. */
    public static final double USUAL = 0.35;

    private static final double ALL = 20;
    private static final double SAME_KIND = 20;
    private static final double OWN = 8;
    private static final double OWN_SAME_KIND = 4;

    private Acceptance() {}

    /**
     * @param all of everybody
     * @param sameKind of everybody, at this kind of matter and hour
     * @param own of the volunteer
     * @param ownSameKind of the volunteer, at this kind of matter and hour
     */
    public static double of(AnswerCounts all, AnswerCounts sameKind, AnswerCounts own, AnswerCounts ownSameKind) {
        double people = learnt(USUAL, ALL, all);
        double kind = learnt(people, SAME_KIND, sameKind);
        double volunteer = learnt(kind, OWN, own.minus(ownSameKind));
        return learnt(volunteer, OWN_SAME_KIND, ownSameKind);
    }

    private static double learnt(double prior, double priorWeight, AnswerCounts answers) {
        return (prior * priorWeight + answers.accepted()) / (priorWeight + answers.weight());
    }
}
