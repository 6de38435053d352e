package org.nuanxin.feedback.rates;

/**
 * How many matters of a group are what. A matter counts where and when it was submitted, once, as it stands now.
 *
 * @param submitted all of them
 * @param withdrawn taken back by the resident
 * @param withdrawnUnanswered … before anybody had answered
 * @param answered somebody committed in the first search, in time or not
 * @param answeredInTime … before the response clock ran out
 * @param completed completed at least once
 * @param due completed and not reopened since, or past the end of the closure clock, whatever came of it
 * @param completedInTime completed, not reopened since, and before the closure clock ran out, extensions counted
 * @param extended … of which the clock had been extended
 * @param rated the newest rating counts; silence is no rating
 * @param solved … says "yes" to solved
 * @param satisfied … gives 4 or 5
 */
record Counts(
        long submitted,
        long withdrawn,
        long withdrawnUnanswered,
        long referred,
        long declined,
        long answered,
        long answeredInTime,
        long completed,
        long due,
        long completedInTime,
        long extended,
        long rated,
        long solved,
        long satisfied) {

    /**
     * 响应率: answered ÷ submitted and not withdrawn before an answer. Whatever else ended without an answer was not answered,
     * and so was what still waits.
     */
    Rate responseRate() {
        return Rate.of(answered, submitted - withdrawnUnanswered);
    }

    /** 按时响应率: answered before the response clock ran out ÷ the same. */
    Rate responseInTimeRate() {
        return Rate.of(answeredInTime, submitted - withdrawnUnanswered);
    }

    /** 按时办结率: completed in time ÷ completed, or overdue and still not completed. */
    Rate completionInTimeRate() {
        return Rate.of(completedInTime, due);
    }

    /** 按时办结率（不含延期）: the same, but what had been given longer (延期) does not count as in time. */
    Rate completionUnextendedRate() {
        return Rate.of(completedInTime - extended, due);
    }

    /** 参评率: rated ÷ completed at least once. */
    Rate ratingRate() {
        return Rate.of(rated, completed);
    }

    /** 解决率: "yes" to solved ÷ rated. */
    Rate solvedRate() {
        return Rate.of(solved, rated);
    }

    /** 满意率: 4 or 5 ÷ rated. */
    Rate satisfactionRate() {
        return Rate.of(satisfied, rated);
    }
}
